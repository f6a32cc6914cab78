// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.examples.synctodatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelfreshsales.simulator.FreshsalesSimulator;
import io.github.camelfreshsales.simulator.FreshsalesSimulatorExtension;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * The sync as a process of its own, killed without a warning and started again while the account changes. A record rests for
 * two seconds after a change: the tables are compared with the account by the time of a change, which tells seconds only.
 */
@Tag("kills")
class KilledSyncTest {

    private static final int KILLS = 10;
    private static final int IDLE_POLLS = 3;
    private static final long REST_OF_A_RECORD = 2_000_000_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    @RegisterExtension
    static final FreshsalesSimulatorExtension FRESHSALES =
            new FreshsalesSimulatorExtension(FreshsalesSimulator.builder().journalLimit(0));

    private final FreshsalesSimulator simulator = FRESHSALES.simulator();
    private final Random random = new Random(20260305);

    @TempDir
    Path folder;

    /** The live records of each resource, and when they changed last, the one at rest for the longest time first. */
    private final Map<String, Map<Long, Long>> records =
            Map.of("contacts", new LinkedHashMap<>(), "deals", new LinkedHashMap<>());

    private Process process;
    private int changes;

    @AfterEach
    void endProcess() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    @Test
    @Timeout(400)
    void tenKillsWhileTheAccountChangesLoseNothing() throws Exception {
        for (int i = 0; i < 400; i++) {
            create(i % 2 == 0 ? "contacts" : "deals");
        }
        for (int kill = 1; kill <= KILLS; kill++) {
            // another point of a poll each time
            long point = simulator.requestCount() + 2 + kill;
            start();
            while (simulator.requestCount() < point) {
                change();
                assertThat(process.waitFor(10, TimeUnit.MILLISECONDS))
                        .as(output())
                        .isFalse();
            }
            process.destroyForcibly().waitFor();
            assertThat(process.exitValue()).isNotZero();
        }
        assertThat(changes).isGreaterThan(500);

        start();
        awaitIdle();
        process.destroy();

        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        try (Database database = Database.in(folder.resolve("crm"))) {
            for (String resource : records.keySet()) {
                Map<Long, Instant> stored = changeTimes(database, resource);
                Map<Long, Instant> held = changeTimes(resource);
                assertThat(without(stored, held))
                        .as("rows to be missed in " + resource)
                        .isEmpty();
                assertThat(without(held, stored))
                        .as("rows too many in " + resource)
                        .isEmpty();
            }
        }
        assertThat(simulator.deletedRecords("contacts")).isNotEmpty();
        assertThat(simulator.deletedRecords("deals")).isNotEmpty();
    }

    private void change() {
        String resource = random.nextBoolean() ? "contacts" : "deals";
        Map.Entry<Long, Long> oldest =
                records.get(resource).entrySet().iterator().next();
        if (System.nanoTime() - oldest.getValue() < REST_OF_A_RECORD) {
            create(resource);
            return;
        }
        changes++;
        records.get(resource).remove(oldest.getKey());
        if (random.nextInt(3) == 0) {
            simulator.delete(resource, oldest.getKey());
        } else {
            simulator.update(resource, oldest.getKey(), Map.of("tags", List.of("change " + changes)));
            records.get(resource).put(oldest.getKey(), System.nanoTime());
        }
    }

    private void create(String resource) {
        changes++;
        long id = simulator.seed(
                resource,
                resource.equals("contacts")
                        ? Map.of("last_name", "n" + changes, "email", "n" + changes + "@halcyon.test")
                        : Map.of("name", "n" + changes, "amount", changes));
        records.get(resource).put(id, System.nanoTime());
    }

    /** Some polls of both resources in a row with nothing to report: an idle poll asks for the records and for the bin. */
    private void awaitIdle() {
        long[] seen = new long[3];
        await().atMost(120, TimeUnit.SECONDS).until(() -> {
            long size = log().length();
            if (size != seen[0]) {
                seen[0] = size;
                seen[1] = polls("contact");
                seen[2] = polls("deal");
            }
            return size > 0
                    && polls("contact") >= seen[1] + 2 * (IDLE_POLLS + 1)
                    && polls("deal") >= seen[2] + 2 * (IDLE_POLLS + 1);
        });
    }

    private long polls(String entity) {
        return simulator.requestCount("POST", "filtered_search/" + entity);
    }

    private static Map<Long, Instant> without(Map<Long, Instant> some, Map<Long, Instant> all) {
        Map<Long, Instant> rest = new TreeMap<>(all);
        rest.entrySet().removeAll(some.entrySet());
        return rest;
    }

    private Map<Long, Instant> changeTimes(String resource) {
        Map<Long, Instant> times = new TreeMap<>();
        simulator.records(resource).forEach(record -> times.put(id(record), time(record)));
        return times;
    }

    private static Map<Long, Instant> changeTimes(Database database, String table) throws IOException {
        Map<Long, Instant> times = new TreeMap<>();
        for (Map.Entry<Long, String> row : database.rows(table).entrySet()) {
            times.put(row.getKey(), time(JSON.readValue(row.getValue(), Map.class)));
        }
        return times;
    }

    private static Instant time(Map<?, ?> record) {
        return OffsetDateTime.parse(record.get("updated_at").toString()).toInstant();
    }

    private static long id(Map<String, Object> record) {
        return ((Number) record.get("id")).longValue();
    }

    private void start() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder = new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SyncToDatabase.class.getName(),
                        "--database=" + folder.resolve("crm"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log()));
        builder.environment().put(SyncToDatabase.DOMAIN, simulator.domain());
        builder.environment().put(SyncToDatabase.API_KEY, simulator.apiKey());
        builder.environment().put(SyncToDatabase.DELAY, "50");
        process = builder.start();
    }

    private File log() {
        return folder.resolve("output.log").toFile();
    }

    private String output() throws IOException {
        return Files.readString(log().toPath());
    }
}
