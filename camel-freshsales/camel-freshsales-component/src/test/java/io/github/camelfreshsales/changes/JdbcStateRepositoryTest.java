// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.apache.camel.RuntimeCamelException;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class JdbcStateRepositoryTest {

    private static final String TABLE = "cursors";
    private static final int NODES = 4;

    private static JdbcStateRepository started(DataSource database) {
        JdbcStateRepository repository = new JdbcStateRepository(database, TABLE);
        repository.start();
        return repository;
    }

    @ParameterizedTest
    @EnumSource
    void anUnknownKeyHasNoValue(TestDatabase database) {
        assertThat(started(database.empty()).getState("a")).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void theLatestValueOutlivesARestart(TestDatabase database) {
        DataSource source = database.empty();
        JdbcStateRepository repository = started(source);
        repository.setState("a", "{\"one\":1}");
        repository.setState("a", "{\"two\":\"ü\"}");
        repository.setState("b", "");
        repository.stop();

        assertThat(started(source).getState("a")).isEqualTo("{\"two\":\"ü\"}");
        assertThat(started(source).getState("b")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void keysAreKeptApartWhateverTheyAre(TestDatabase database) {
        JdbcStateRepository repository = started(database.empty());
        List<String> keys = List.of(
                "https://acme.myfreshworks.com/crm/sales/api/contacts/follow",
                "https://acme.myfreshworks.com/crm/sales/api/contacts/follow/deletions",
                "follow",
                "Follow",
                "follow ",
                "föllow",
                "'; DROP TABLE cursors; --",
                "a%",
                "香".repeat(333),
                "k".repeat(999),
                "k".repeat(1000));

        keys.forEach(key -> repository.setState(key, "the value of " + key));

        assertThat(keys).allSatisfy(key -> assertThat(repository.getState(key)).isEqualTo("the value of " + key));
        assertThat(repository.getStates(keys)).hasSize(keys.size());
    }

    @ParameterizedTest
    @EnumSource
    void aValueMayBeVeryLong(TestDatabase database) {
        JdbcStateRepository repository = started(database.empty());
        String value = "ü香{\"a\":1}\n".repeat(200_000);

        repository.setState("a", value);

        assertThat(repository.getState("a")).isEqualTo(value);
    }

    @ParameterizedTest
    @EnumSource
    void aChunkIsReadAndWrittenAtOnce(TestDatabase database) {
        JdbcStateRepository repository = started(database.empty());
        Map<String, String> some = states(1, 1500, "old");
        Map<String, String> more = states(1001, 2000, "new");

        repository.setStates(some);
        repository.setStates(more);
        repository.setStates(Map.of());

        Map<String, String> all = new HashMap<>(some);
        all.putAll(more);
        List<String> keys = new ArrayList<>(all.keySet());
        keys.add("unknown");
        assertThat(repository.getStates(keys)).isEqualTo(all);
        assertThat(repository.getStates(List.of())).isEmpty();
    }

    private static Map<String, String> states(int from, int to, String value) {
        Map<String, String> states = new HashMap<>();
        IntStream.rangeClosed(from, to).forEach(i -> states.put("contacts/" + i, value));
        return states;
    }

    @ParameterizedTest
    @EnumSource
    void aValueThatAnotherNodeHasSetIsSeen(TestDatabase database) {
        DataSource source = database.empty();
        JdbcStateRepository repository = started(source);
        JdbcStateRepository other = started(source);
        repository.setState("a", "1");
        assertThat(other.getState("a")).isEqualTo("1");

        other.setState("a", "2");

        assertThat(repository.getState("a")).isEqualTo("2");
    }

    @ParameterizedTest
    @EnumSource
    void writersOfTheSameNewKeysAllSucceedAndNobodyReadsAMixture(TestDatabase database) throws Exception {
        DataSource source = database.empty();
        JdbcStateRepository repository = started(source);

        together(writer -> {
            for (int round = 0; round < 10; round++) {
                Map<String, String> states = states(100 * round, 100 * round + 20, "writer " + writer);
                repository.setStates(states);
                Map<String, String> read = repository.getStates(states.keySet());
                assertThat(read).hasSize(21);
                assertThat(Set.copyOf(read.values())).hasSize(1);
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void writersOfOverlappingKeysDoNotBlockEachOther(TestDatabase database) throws Exception {
        JdbcStateRepository repository = started(database.empty());

        together(writer -> {
            for (int round = 0; round < 10; round++) {
                repository.setStates(states(10 * writer, 10 * writer + 20, "round " + round));
                repository.setState("contacts/30", "round " + round);
            }
        });

        assertThat(repository.getStates(states(0, 50, "").keySet()).values())
                .hasSize(51)
                .containsOnly("round 9");
    }

    @ParameterizedTest
    @EnumSource
    void nodesThatStartTogetherAllFindTheTable(TestDatabase database) throws Exception {
        for (int round = 0; round < 5; round++) {
            DataSource source = database.empty();

            together(node -> started(source).setState("node " + node, "1"));

            assertThat(started(source).getStates(List.of("node 0", "node 1", "node 2", "node 3")))
                    .hasSize(NODES);
        }
    }

    private interface Work {
        void of(int node);
    }

    /** Each on a thread of its own, at the same time. */
    private static void together(Work work) throws Exception {
        CyclicBarrier barrier = new CyclicBarrier(NODES);
        ExecutorService threads = Executors.newFixedThreadPool(NODES);
        try {
            List<Future<?>> nodes = new ArrayList<>();
            for (int i = 0; i < NODES; i++) {
                int node = i;
                nodes.add(threads.submit(() -> {
                    barrier.await();
                    work.of(node);
                    return null;
                }));
            }
            for (Future<?> node : nodes) {
                node.get(5, TimeUnit.MINUTES);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aKillBeforeAWriteIsWholeLeavesAllTheOldValues(TestDatabase database) {
        DataSource source = database.empty();
        started(source).setStates(Map.of("a", "old", "b", "old"));
        JdbcStateRepository killed = started(ChangedConnections.brokenBeforeCommit(source));

        assertThatThrownBy(() -> killed.setStates(Map.of("a", "new", "b", "new", "c", "new")))
                .isInstanceOf(RuntimeCamelException.class)
                .hasMessage("The states in the table cursors cannot be written")
                .hasRootCauseMessage("The connection is broken");

        JdbcStateRepository repository = started(source);
        assertThat(repository.getStates(List.of("a", "b", "c"))).isEqualTo(Map.of("a", "old", "b", "old"));
        repository.setState("c", "newer");
        assertThat(repository.getState("c")).isEqualTo("newer");
    }

    @ParameterizedTest
    @EnumSource
    void connectionsMayComeWithoutAutoCommit(TestDatabase database) {
        DataSource source = database.empty();

        JdbcStateRepository repository = started(ChangedConnections.withoutAutoCommit(source));
        repository.setState("a", "1");

        assertThat(started(source).getState("a")).isEqualTo("1");
    }

    @ParameterizedTest
    @EnumSource
    void aDriverNeedNotCountInABatch(TestDatabase database) {
        JdbcStateRepository repository = started(ChangedConnections.withoutCounts(database.empty()));
        repository.setStates(Map.of("a", "1", "b", "1"));

        repository.setStates(Map.of("b", "2", "c", "2"));

        assertThat(repository.getStates(List.of("a", "b", "c"))).isEqualTo(Map.of("a", "1", "b", "2", "c", "2"));
    }

    @ParameterizedTest
    @EnumSource
    void aTableThatIsGoneIsAnErrorAndNoNewStart(TestDatabase database) {
        DataSource source = database.empty();
        JdbcStateRepository repository = started(source);
        TestDatabase.execute(source, "DROP TABLE cursors");

        assertThatThrownBy(() -> repository.setState("a", "1"))
                .isInstanceOf(RuntimeCamelException.class)
                .hasMessage("The states in the table cursors cannot be written")
                .hasCauseInstanceOf(SQLException.class);
        assertThatThrownBy(() -> repository.getState("a"))
                .isInstanceOf(RuntimeCamelException.class)
                .hasMessage("The states in the table cursors cannot be read");
    }

    @ParameterizedTest
    @EnumSource
    void aTableOfSomethingElseIsLeftAloneAndTheErrorSaysWhatIsWanted(TestDatabase database) {
        DataSource source = database.empty();
        TestDatabase.execute(source, "CREATE TABLE cursors (id VARCHAR(64))");

        assertThatThrownBy(() -> started(source))
                .isInstanceOf(RuntimeCamelException.class)
                .hasMessage("The table cursors of states cannot be used")
                .cause()
                .hasMessageStartingWith(
                        "The table is missing, or has other columns, and cannot be created. Create it yourself:"
                                + " CREATE TABLE cursors (id VARCHAR(64) NOT NULL PRIMARY KEY, state_key VARCHAR(1000) NOT NULL,"
                                + " state_value ");
    }

    @ParameterizedTest
    @EnumSource
    void theTableMayLieInASchema(TestDatabase database) {
        DataSource source = database.empty();
        TestDatabase.execute(source, "DROP SCHEMA IF EXISTS crm CASCADE");
        TestDatabase.execute(source, "CREATE SCHEMA crm");
        JdbcStateRepository repository = new JdbcStateRepository();
        repository.setDataSource(source);
        repository.setTable("crm.cursors");
        repository.start();

        repository.setState("a", "1");

        assertThat(repository.getState("a")).isEqualTo("1");
    }

    @Test
    void aDatabaseThatIsAwayIsAnErrorThatNamesTheTable() {
        DataSource away = new JdbcDataSource();

        assertThatThrownBy(() -> started(away))
                .isInstanceOf(RuntimeCamelException.class)
                .hasMessage("The table cursors of states cannot be used")
                .hasCauseInstanceOf(SQLException.class);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "cursors; DROP TABLE contacts",
                "a b",
                "\"cursors\"",
                "1st",
                "a.b.c",
                ".a",
                "a.",
                "cürsors",
                "a--"
            })
    void aNameThatIsNoneIsRefused(String name) {
        assertThatThrownBy(() -> new JdbcStateRepository(new JdbcDataSource(), name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The name of a table of states is made of letters, digits and _, with the schema before it if"
                                + " need be, such as cursors or crm.cursors, not " + name);
    }

    @Test
    void withoutADataSourceOrATableItDoesNotStart() {
        JdbcStateRepository withoutTable = new JdbcStateRepository();
        withoutTable.setDataSource(new JdbcDataSource());

        assertThatThrownBy(withoutTable::start)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The JdbcStateRepository needs a dataSource and a table");
        assertThatThrownBy(() -> started(null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The JdbcStateRepository needs a dataSource and a table");
    }

    @Test
    void aKeyThatIsTooLongOrEmptyIsRefused() {
        JdbcStateRepository repository = started(TestDatabase.H2.empty());

        assertThatThrownBy(() -> repository.setState("ü".repeat(501), "1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The key of a state has 1 to 1000 bytes, not 1002. Give the consumer another stateKey");
        assertThatThrownBy(() -> repository.getState(""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The key of a state has 1 to 1000 bytes, not 0. Give the consumer another stateKey");
    }

    @Test
    void aStateWithoutAValueIsRefusedAndNothingIsWritten() {
        JdbcStateRepository repository = started(TestDatabase.H2.empty());
        Map<String, String> states = new HashMap<>(Map.of("a", "1"));
        states.put("b", null);

        assertThatThrownBy(() -> repository.setStates(states)).hasMessage("A state must have a value");
        assertThat(repository.getState("a")).isNull();
    }
}
