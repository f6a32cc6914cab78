// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.camelfreshsales.AccountQuota;
import io.github.camelfreshsales.QuotaLimits;
import io.github.camelfreshsales.cluster.Ledger.Exchange;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The table that the nodes share. */
@Timeout(180)
class DatabaseLedgerTest {

    private static final QuotaLimits LIMITS = new QuotaLimits(1_000, 0, 0);
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Exchange LOOK = new Exchange(0, 0, null, 0);

    private final Budget budget = Budget.of(LIMITS, 3, Duration.ofHours(1));
    private final Postgres database = Postgres.empty();

    private Ledger ledger(String key) {
        return new DatabaseLedger(database.source(), "freshsales_quota", key, budget);
    }

    private static Exchange take(int calls) {
        return new Exchange(0, 0, null, calls);
    }

    @Test
    void nodesTakeFromTheSameBucket() {
        Ledger one = ledger("a");
        Ledger other = ledger("a");

        one.settle(take(10));
        other.settle(take(5));
        one.settle(new Exchange(3, 0, null, 0));

        assertThat(other.settle(LOOK).left()).isEqualTo(188);
    }

    @Test
    void accountsHaveBucketsOfTheirOwn() {
        ledger("a").settle(take(10));

        assertThat(ledger("b").settle(LOOK).left()).isEqualTo(200);
        assertThat(database.column("SELECT id FROM freshsales_quota ORDER BY id"))
                .containsExactly("a", "b");
    }

    @Test
    void nodesThatStartAtTheSameTimeMakeTheTableOnce() throws Exception {
        int nodes = 8;
        ExecutorService threads = Executors.newFixedThreadPool(nodes);
        CyclicBarrier start = new CyclicBarrier(nodes);
        List<Future<?>> ends = new ArrayList<>();
        for (int i = 0; i < nodes; i++) {
            Callable<?> node = () -> {
                start.await();
                return ledger("a").settle(take(1));
            };
            ends.add(threads.submit(node));
        }

        for (Future<?> end : ends) {
            end.get();
        }
        threads.shutdown();

        assertThat(ledger("a").settle(LOOK).left()).isEqualTo(200 - nodes);
    }

    @Test
    void tableThatIsThereIsTakenAsItIs() {
        ledger("a").settle(take(1));
        database.execute("CREATE ROLE quota_user LOGIN");
        database.execute("GRANT USAGE ON SCHEMA " + schema() + " TO quota_user");
        database.execute("GRANT SELECT, INSERT, UPDATE ON freshsales_quota TO quota_user");
        DataSource restricted = database.sourceOf("quota_user");

        Ledger ledger = new DatabaseLedger(restricted, "freshsales_quota", "a", budget);

        assertThat(ledger.settle(LOOK).left()).isEqualTo(199);
    }

    private String schema() {
        return database.column("SELECT current_schema()").get(0);
    }

    @Test
    void tableThatIsDroppedIsMadeAgain() {
        Ledger ledger = ledger("a");
        ledger.settle(take(1));
        database.execute("DROP TABLE freshsales_quota");

        assertThatThrownBy(() -> ledger.settle(LOOK)).isInstanceOf(RuntimeException.class);

        assertThat(ledger.settle(LOOK).left()).isEqualTo(200);
    }

    @Test
    void rowThatADyingNodeKeepsLockedHoldsNobodyUp() throws Exception {
        Ledger ledger = ledger("a");
        ledger.settle(take(1));
        try (Connection dying = database.source().getConnection();
                Statement statement = dying.createStatement();
                NodeQuota node = new NodeQuota("x", ledger, budget, () -> {}).start();
                RecordedLog log = RecordedLog.of(NodeQuota.class)) {
            dying.setAutoCommit(false);
            statement.execute("SELECT state FROM freshsales_quota WHERE id = 'a' FOR UPDATE");
            await().atMost(LONG)
                    .until(() -> !node.take().isZero() && log.lines().size() == 1);

            dying.rollback();
            await().atMost(LONG).until(() -> log.lines().size() == 2);
            await().atMost(LONG).until(() -> node.take().isZero());
        }
    }

    @Test
    void keyOfABucketSaysNothing() {
        ClusterQuota quota = new ClusterQuota(database.source(), 2);
        try (AccountQuota one = quota.open("https://acme.myfreshworks.com/crm/sales/api", LIMITS, () -> {})) {
            one.take();
            await().atMost(LONG).until(() -> one.take().isZero());
        }

        assertThat(database.column("SELECT id FROM freshsales_quota"))
                .hasSize(1)
                .first()
                .asString()
                .matches("[0-9a-f]{64}");
    }

    @Test
    void nameOfATableIsNoStatement() {
        ClusterQuota quota = new ClusterQuota(database.source(), 2);

        assertThatThrownBy(() -> quota.setTable("x; DROP TABLE y"))
                .hasMessage("Not the name of a table: x; DROP TABLE y");
    }
}
