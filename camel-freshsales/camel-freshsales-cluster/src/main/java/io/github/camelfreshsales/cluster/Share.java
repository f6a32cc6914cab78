// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.cluster;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.local.LocalBucketBuilder;
import java.time.Duration;
import java.util.Arrays;

/** What a node goes on with while it cannot ask what the others leave it. Not safe for threads. */
final class Share {

    private final Budget budget;
    private final Bucket bucket;
    private int made;

    Share(Budget budget) {
        this.budget = budget;
        LocalBucketBuilder builder = Bucket.builder().withCustomTimePrecision(TimeMeter.SYSTEM_NANOTIME);
        Arrays.stream(budget.ofOneNode().getBandwidths()).forEach(builder::addLimit);
        this.bucket = builder.build();
    }

    /** Takes a call, or says how long that is not possible. */
    Duration take() {
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        if (probe.isConsumed()) {
            made++;
            return Duration.ZERO;
        }
        return atLeastAMilli(probe.getNanosToWaitForRefill());
    }

    Duration delay(int before) {
        long first = bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill();
        Duration gap = budget.gap().multipliedBy(budget.nodes());
        return Duration.ofNanos(first).plus(gap.multipliedBy(Math.max(0, before - left())));
    }

    private static Duration atLeastAMilli(long nanos) {
        return Duration.ofNanos(nanos).plusMillis(1);
    }

    int left() {
        return (int) bucket.getAvailableTokens();
    }

    /** The calls it made alone. */
    int made() {
        return made;
    }
}
