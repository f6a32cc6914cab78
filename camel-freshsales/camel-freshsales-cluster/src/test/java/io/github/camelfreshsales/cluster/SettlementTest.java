// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bucket4j.distributed.remote.MutableBucketEntry;
import io.github.camelfreshsales.QuotaLimits;
import io.github.camelfreshsales.cluster.Ledger.Exchange;
import io.github.camelfreshsales.cluster.Ledger.Grant;
import io.github.camelfreshsales.cluster.Ledger.Lesson;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The bucket that the nodes share, in simulated time. */
class SettlementTest {

    private static final Duration HOUR = Duration.ofHours(1);
    /** 1000 calls an hour: 200 at once, and 800 an hour and a hundredth. */
    private static final Duration GAP = Duration.ofMillis(3_636_000 / 800);

    private final Budget budget = Budget.of(new QuotaLimits(1_000, 0, 0), 3, HOUR);
    private long now = Duration.ofDays(20_000).toNanos();
    private final MemoryLedger ledger = new MemoryLedger(budget, () -> now);

    private Grant take(int wanted) {
        return ledger.settle(new Exchange(0, 0, null, wanted));
    }

    private int left() {
        return take(0).left();
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }

    @Test
    void aFifthGoesAtOnce() {
        assertThat(take(0)).isEqualTo(new Grant(0, Duration.ZERO, 200));
        assertThat(take(10)).isEqualTo(new Grant(10, Duration.ZERO, 190));
        assertThat(take(500)).isEqualTo(new Grant(190, Duration.ZERO, 0));
    }

    @Test
    void nodesTakeTurnsWhenNothingIsLeft() {
        take(200);

        for (int turn = 1; turn <= 6; turn++) {
            Grant grant = take(10);

            assertThat(grant.calls()).isEqualTo(1);
            assertThat(grant.delay())
                    .isBetween(
                            GAP.multipliedBy(turn).minusMillis(10),
                            GAP.multipliedBy(turn).plusMillis(20));
        }
    }

    @Test
    void whatIsReturnedGoesElsewhere() {
        take(200);

        ledger.settle(new Exchange(7, 0, null, 0));

        assertThat(take(10)).isEqualTo(new Grant(7, Duration.ZERO, 0));
    }

    @Test
    void bucketNeverHoldsMoreThanAFifth() {
        take(10);
        ledger.settle(new Exchange(50, 0, null, 0));
        pass(Duration.ofDays(1));

        assertThat(left()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"900,200", "150,150", "1,1"})
    void whatOthersHaveUsedIsGone(int said, int left) {
        Lesson lesson = new Lesson(said, Duration.ZERO);

        ledger.settle(new Exchange(0, 0, lesson, 0));
        ledger.settle(new Exchange(0, 0, lesson, 0));

        assertThat(left()).isEqualTo(left);
    }

    @Test
    void nothingGoesUntilTheResetWhenNothingIsLeft() {
        Duration reset = Duration.ofMinutes(20);

        ledger.settle(new Exchange(0, 0, new Lesson(0, reset), 0));

        assertThat(take(1).delay()).isBetween(reset, reset.plus(GAP.multipliedBy(2)));
    }

    @Test
    void anotherLimitKeepsWhatHasBeenUsed() {
        take(150);
        Budget larger = Budget.of(new QuotaLimits(2_000, 0, 0), 3, HOUR);
        MutableBucketEntry entry = new MutableBucketEntry(ledger.state());

        Grant grant = new Settlement(larger, new Exchange(0, 0, null, 0))
                .execute(entry, now)
                .getData();

        assertThat(grant.left()).isEqualTo(100);
    }

    @Test
    void minuteAndHourBothCount() {
        Budget both = Budget.of(new QuotaLimits(1_000, 60, 10), 3, HOUR);
        MemoryLedger minutes = new MemoryLedger(both, () -> now);

        assertThat(minutes.settle(new Exchange(0, 0, null, 100)).calls()).isEqualTo(10);
        pass(Duration.ofSeconds(65));
        assertThat(minutes.settle(new Exchange(0, 0, null, 0)).left()).isEqualTo(10);
    }

    @Test
    void limitThatLeavesNothingToShareIsRefused() {
        assertThatThrownBy(() -> Budget.of(new QuotaLimits(1_000, 0, 999), 3, HOUR))
                .hasMessageContaining("quotaReserve");
    }

    /** Whatever nodes do, no hour holds more calls than the limit, even when each is counted up to half a minute late. */
    @ParameterizedTest
    @CsvSource({"1,1", "2,3", "3,7", "4,2", "5,4"})
    void noHourHasMoreCallsThanTheLimit(long seed, int nodes) {
        Random random = new Random(seed);
        Budget some = Budget.of(new QuotaLimits(1_000, 0, 0), nodes, HOUR);
        MemoryLedger many = new MemoryLedger(some, () -> now);
        List<Long> counted = new ArrayList<>();
        long end = now + HOUR.multipliedBy(6).toNanos();
        long free = now;
        while (now < end) {
            boolean idle = random.nextInt(20_000) == 0;
            pass(idle ? Duration.ofMinutes(random.nextInt(90)) : Duration.ofMillis(random.nextInt(2_000)));
            if (now >= free) {
                Grant grant = many.settle(new Exchange(0, 0, null, 1 + random.nextInt(some.largestBatch())));
                free = now + grant.delay().toNanos();
                for (int i = 0; i < grant.calls(); i++) {
                    counted.add(free + Duration.ofMillis(random.nextInt(30_000)).toNanos());
                }
            }
        }

        assertThat(mostInAnHour(counted)).as("seed " + seed).isBetween(900, 1_000);
    }

    private static int mostInAnHour(List<Long> times) {
        Collections.sort(times);
        int most = 0;
        int first = 0;
        for (int last = 0; last < times.size(); last++) {
            while (times.get(first) <= times.get(last) - HOUR.toNanos()) {
                first++;
            }
            most = Math.max(most, last - first + 1);
        }
        return most;
    }
}
