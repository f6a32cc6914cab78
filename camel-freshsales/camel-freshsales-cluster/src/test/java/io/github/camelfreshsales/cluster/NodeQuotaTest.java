// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelfreshsales.QuotaLimits;
import io.github.camelfreshsales.RemainingCalls;
import io.github.camelfreshsales.cluster.Ledger.Exchange;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a node takes, holds, and returns. */
@Timeout(120)
class NodeQuotaTest {

    private static final Duration LONG = Duration.ofSeconds(60);

    private final Budget budget = Budget.of(new QuotaLimits(1_000, 0, 0), 3, Duration.ofHours(1));
    private final MemoryLedger ledger = new MemoryLedger(budget, System::nanoTime);
    private final AtomicInteger rooms = new AtomicInteger();
    private NodeQuota quota = node();

    private NodeQuota node() {
        return new NodeQuota("https://acme.example/api", ledger, budget, rooms::getAndIncrement).start();
    }

    @AfterEach
    void close() {
        ledger.recover();
        quota.close();
    }

    /** Takes a call as soon as there is one. */
    private void takeOne() {
        await().atMost(LONG).pollInterval(Duration.ofMillis(2)).until(() -> quota.take()
                .isZero());
    }

    private int taken() {
        return ledger.settled().stream().mapToInt(Exchange::wanted).sum()
                - ledger.settled().stream().mapToInt(Exchange::returned).sum();
    }

    @Test
    void firstCallIsAskedForAndNoMoreThanTwo() {
        assertThat(quota.take()).isPositive();
        await().atMost(LONG).until(() -> rooms.get() > 0);

        assertThat(quota.take()).isZero();
        assertThat(ledger.settled()).containsExactly(new Exchange(0, 0, null, 2));
    }

    @Test
    void callsThatAreUsedUpQuicklyComeInLargerBatches() {
        for (int i = 0; i < 100; i++) {
            takeOne();
        }

        assertThat(ledger.settled())
                .hasSizeLessThan(60)
                .extracting(Exchange::wanted)
                .contains(6);
    }

    @Test
    void callsThatAreNotUsedAreReturned() {
        takeOne();

        await().atMost(LONG).until(() -> taken() == 1);
        assertThat(ledger.settle(new Exchange(0, 0, null, 0)).left()).isEqualTo(199);
    }

    @Test
    void callThatDidNotGoIsReturned() {
        takeOne();
        quota.unused();

        await().atMost(LONG).until(() -> taken() == 0);
    }

    @Test
    void nodeThatEndsReturnsWhatItHolds() {
        takeOne();

        quota.close();

        assertThat(taken()).isEqualTo(1);
    }

    @Test
    void usedUpAccountTeachesTheOthersWithoutAFurtherCall() {
        takeOne();

        quota.learn(new RemainingCalls(0, Duration.ofMinutes(10), 1));

        await().atMost(LONG)
                .until(() -> ledger.settle(new Exchange(0, 0, null, 0)).left() == 0);
        assertThat(ledger.settle(new Exchange(0, 0, null, 1)).delay()).isGreaterThan(Duration.ofMinutes(9));
    }

    @Test
    void whatEachNodeMayHaveOnItsWayIsTakenOffWhatIsLeft() {
        takeOne();

        quota.learn(new RemainingCalls(100, Duration.ofMinutes(10), 4));

        await().atMost(LONG).until(() -> {
            int left = ledger.settle(new Exchange(0, 0, null, 0)).left();
            return left >= 85 && left < 100;
        });
    }

    @Test
    void nodeGoesOnWithItsShareWhileTheDatabaseIsAwayAndSaysSoOnce() {
        try (RecordedLog log = RecordedLog.of(NodeQuota.class)) {
            ledger.fail(new IllegalStateException("connection refused"));
            quota.take();
            await().atMost(LONG).until(() -> !log.lines().isEmpty());

            Duration wait = quota.take();
            assertThat(wait)
                    .as("a third of 800 calls an hour")
                    .isBetween(Duration.ofSeconds(5), Duration.ofMillis(13_700));
            assertThat(quota.delay(2)).isGreaterThan(Duration.ofSeconds(25));
            ledger.recover();
            takeOne();

            assertThat(log.lines())
                    .containsExactly(
                            "WARN The database of the shared quota of https://acme.example/api is away, and this node goes on"
                                    + " with its share, one of 3, until it is back: connection refused",
                            "INFO The database of the shared quota of https://acme.example/api is back");
        }
    }

    @Test
    void databaseThatHangsIsAwayToo() {
        ledger.hang();
        quota.take();

        await().atMost(LONG).until(() -> {
            Duration wait = quota.take();
            return wait.compareTo(Duration.ofSeconds(3)) > 0;
        });

        ledger.recover();
        takeOne();
    }

    @Test
    void callsThatWereMadeAloneAreToldWhenTheDatabaseIsBack() {
        Budget quick = Budget.of(new QuotaLimits(1_000, 0, 0), 3, Duration.ofSeconds(5));
        MemoryLedger away = new MemoryLedger(quick, System::nanoTime);
        away.fail(new IllegalStateException("away"));
        NodeQuota alone = new NodeQuota("x", away, quick, () -> {}).start();
        alone.take();
        AtomicInteger made = new AtomicInteger();
        await().atMost(LONG).pollInterval(Duration.ofMillis(2)).until(() -> {
            if (alone.take().isZero()) {
                made.getAndIncrement();
            }
            return made.get() == 5;
        });

        away.recover();
        await().atMost(LONG).until(() -> !away.settled().isEmpty());
        alone.close();

        assertThat(away.settled().get(0).made()).isEqualTo(5);
    }

    @Test
    void aNodeThatDiesTakesOnlyWhatItHolds() {
        takeOne();
        NodeQuota other = node();
        AtomicInteger got = new AtomicInteger();

        // the first one neither uses nor returns anything more
        await().atMost(LONG).pollInterval(Duration.ofMillis(2)).until(() -> {
            if (other.take().isZero()) {
                got.getAndIncrement();
            }
            return got.get() >= 198;
        });

        other.close();
    }
}
