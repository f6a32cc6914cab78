// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.examples.synccluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelfreshsales.simulator.FreshsalesSimulator;
import io.github.camelfreshsales.simulator.FreshsalesSimulatorExtension;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two nodes in this Java, on a PostgreSQL and a simulator. */
class SyncClusterTest {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    @RegisterExtension
    static final FreshsalesSimulatorExtension FRESHSALES = new FreshsalesSimulatorExtension();

    private static EmbeddedPostgres postgres;

    private final FreshsalesSimulator simulator = FRESHSALES.simulator();
    private final List<SyncNode> nodes = new ArrayList<>();
    private Database database;

    @BeforeAll
    static void startPostgres() throws Exception {
        postgres = EmbeddedPostgres.builder().setPGStartupWait(PATIENCE).start();
    }

    @AfterAll
    static void stopPostgres() throws Exception {
        postgres.close();
    }

    @BeforeEach
    void startNodes() throws Exception {
        database = Database.at(postgres.getJdbcUrl("postgres", "postgres"));
        for (String name : List.of("one", "two")) {
            nodes.add(SyncNode.start(name, database, simulator.domain(), simulator.apiKey(), "50"));
        }
        await().atMost(PATIENCE).until(() -> leaders().size() == 1);
    }

    @AfterEach
    void stop() throws Exception {
        for (SyncNode node : nodes) {
            node.close();
        }
        execute("TRUNCATE contacts, deals, cursors");
        database.close();
    }

    @Test
    void nodeThatEndsHandsOverWithWhatItHadSeen() throws Exception {
        long ann = contact("ann");
        long bob = contact("bob");
        awaitRows(ann, bob);
        SyncNode leader = leaders().get(0);

        leader.close();
        nodes.remove(leader);
        simulator.delete("contacts", bob);
        long cy = contact("cy");

        awaitRows(ann, cy);
        assertThat(leaders()).hasSize(1).doesNotContain(leader);
    }

    @Test
    void leaderThatLosesItsConnectionStopsAndOneNodeLeadsAgain() throws Exception {
        long ann = contact("ann");
        awaitRows(ann);

        execute("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND granted");
        long bob = contact("bob");

        awaitRows(ann, bob);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(leaders()).hasSize(1));
    }

    @Test
    void lateWriteOfAnEarlierLeaderDoesNotBringBackWhatWasDeleted() throws Exception {
        long ann = contact("ann");
        awaitRows(ann);
        execute("UPDATE contacts SET deleted = true, updated_at = updated_at + interval '1 minute' WHERE id = " + ann);

        simulator.update("contacts", ann, Map.of("job_title", "CTO"));
        long bob = contact("bob");

        awaitRows(bob);
    }

    @Test
    void nodesThatStartTogetherMakeTheTablesOnce() {
        execute("DROP TABLE contacts");
        execute("DROP TABLE deals");

        List<Database> databases = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> Database.at(postgres.getJdbcUrl("postgres", "postgres")))
                .toList();

        databases.forEach(Database::close);
        assertThat(database.rows("contacts")).isEmpty();
    }

    private List<SyncNode> leaders() {
        return nodes.stream().filter(SyncNode::isLeader).toList();
    }

    private long contact(String name) {
        return simulator.seed("contacts", Map.of("last_name", name, "email", name + "@halcyon.test"));
    }

    private void awaitRows(Long... ids) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(database.rows("contacts")).containsOnlyKeys(ids));
    }

    private void execute(String sql) {
        try (Connection connection = database.source().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
