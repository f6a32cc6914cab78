// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.examples.synctodatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelfreshsales.simulator.FreshsalesSimulator;
import io.github.camelfreshsales.simulator.FreshsalesSimulatorExtension;
import io.github.camelfreshsales.simulator.SimulatedClock;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The routes on a simulator whose clock goes on with each change, so that no two fall into one second. */
class SyncRoutesTest {

    private static final SimulatedClock CLOCK = SimulatedClock.at("2026-03-05T10:00:00Z");

    @RegisterExtension
    static final FreshsalesSimulatorExtension FRESHSALES =
            new FreshsalesSimulatorExtension(FreshsalesSimulator.builder().clock(CLOCK));

    private final FreshsalesSimulator simulator = FRESHSALES.simulator();
    private final ByteArrayOutputStream console = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    private Database database;
    private CamelContext context;

    @BeforeEach
    void openDatabase() {
        database = Database.in(folder.resolve("crm"));
    }

    @AfterEach
    void stop() throws Exception {
        if (context != null) {
            context.close();
        }
        database.close();
    }

    private void start() throws Exception {
        PrintStream out = new PrintStream(console, true, StandardCharsets.UTF_8);
        context = SyncToDatabase.follow(database, simulator.domain(), simulator.apiKey(), "50", out);
    }

    private void awaitLines(String... endings) {
        await().untilAsserted(() -> assertThat(lines()).containsExactly(endings));
    }

    /** What was reported, without the time of day. */
    private List<String> lines() {
        return console.toString(StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.substring(line.indexOf("  ") + 2))
                .toList();
    }

    private long contact(String name) {
        CLOCK.advance(Duration.ofSeconds(1));
        return simulator.seed("contacts", Map.of("last_name", name, "email", name + "@halcyon.test"));
    }

    @Test
    void rowsAreMadeUpdatedAndDeletedAsTheRecordsAre() throws Exception {
        long ann = contact("ann");
        long bob = contact("bob");
        start();
        awaitLines("contacts: 2 created");
        CLOCK.advance(Duration.ofSeconds(1));
        simulator.update("contacts", ann, Map.of("job_title", "CTO"));
        awaitLines("contacts: 2 created", "contacts: 1 updated");
        CLOCK.advance(Duration.ofSeconds(1));
        simulator.delete("contacts", bob);
        awaitLines("contacts: 2 created", "contacts: 1 updated", "contacts: 1 deleted");

        assertThat(database.rows("contacts")).containsOnlyKeys(ann);
        assertThat(new ObjectMapper()
                        .readValue(database.rows("contacts").get(ann), Map.class)
                        .get("job_title"))
                .isEqualTo("CTO");
    }

    @Test
    void recordThatIsRestoredIsThereAgain() throws Exception {
        long ann = contact("ann");
        start();
        awaitLines("contacts: 1 created");
        CLOCK.advance(Duration.ofSeconds(1));
        simulator.delete("contacts", ann);
        awaitLines("contacts: 1 created", "contacts: 1 deleted");
        CLOCK.advance(Duration.ofSeconds(1));
        simulator.restore("contacts", ann);
        simulator.update("contacts", ann, Map.of("job_title", "CTO"));

        await().untilAsserted(() -> assertThat(database.rows("contacts")).containsOnlyKeys(ann));
    }

    @Test
    void restartGoesOnWhereItWas() throws Exception {
        contact("ann");
        start();
        awaitLines("contacts: 1 created");
        context.close();
        contact("bob");

        start();

        awaitLines("contacts: 1 created", "contacts: 1 created");
        assertThat(database.rows("contacts")).hasSize(2);
    }

    @Test
    void moneyOfADealIsKeptExactly() throws Exception {
        simulator.seed("deals", Map.of("name", "Pumps", "amount", "1234567890.25"));
        start();
        awaitLines("deals: 1 created");

        try (var connection = database.source().getConnection();
                var rows = connection.createStatement().executeQuery("SELECT name, amount FROM deals")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString("name")).isEqualTo("Pumps");
            assertThat(rows.getBigDecimal("amount")).isEqualByComparingTo("1234567890.25");
        }
    }
}
