// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.cluster;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConfigurationBuilder;
import io.github.camelfreshsales.QuotaLimits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How the limits of an account become buckets. What a full bucket holds and what flows into it in the length of a window are
 * together the limit, so that it holds wherever the service's own window begins.
 *
 * @param windows the limits, the longest first
 * @param nodes   how many share them
 * @param reserve the calls that are left to others
 */
record Budget(List<Window> windows, int nodes, int reserve) {

    /** A fifth goes at once: of two nodes, one that comes late finds the rest, and gets its share of that. */
    private static final int AT_ONCE = 5;

    /** From the moment that a call is taken until the service has counted it, at the least. */
    private static final Duration MARGIN = Duration.ofSeconds(5);

    /** Of a long window a hundredth costs next to nothing. */
    private static final int PART_OF_A_WINDOW = 100;

    private static final int LARGEST_BATCH = 10;

    static Budget of(QuotaLimits limits, int nodes, Duration hour) {
        List<Window> windows = new ArrayList<>();
        windows.add(Window.of(limits.perHour() - limits.reserve(), hour));
        if (limits.perMinute() > 0) {
            windows.add(Window.of(limits.perMinute() - limits.reserve(), hour.dividedBy(60)));
        }
        return new Budget(List.copyOf(windows), nodes, limits.reserve());
    }

    /**
     * A limit.
     *
     * @param atOnce what a full bucket holds
     * @param flow   what flows into it in that time
     */
    record Window(int atOnce, int flow, Duration time) {

        static Window of(int limit, Duration length) {
            if (limit < 2) {
                throw new IllegalArgumentException(
                        "The limits of an account, less the quotaReserve, must leave at least 2 calls to share");
            }
            int atOnce = Math.max(1, limit / AT_ONCE);
            return new Window(atOnce, limit - atOnce, length.plus(margin(length)));
        }

        private static Duration margin(Duration length) {
            Duration part = length.dividedBy(PART_OF_A_WINDOW);
            return part.compareTo(MARGIN) < 0 ? MARGIN : part;
        }

        private Bandwidth ofAll() {
            return Bandwidth.builder().capacity(atOnce).refillGreedy(flow, time).build();
        }

        private Bandwidth ofOneOf(int nodes) {
            return Bandwidth.builder()
                    .capacity(Math.max(1, atOnce / nodes))
                    .refillGreedy(flow, time.multipliedBy(nodes))
                    .initialTokens(0)
                    .build();
        }

        private Duration gap() {
            return time.dividedBy(flow);
        }
    }

    /** What all nodes share. */
    BucketConfiguration ofAll() {
        ConfigurationBuilder builder = BucketConfiguration.builder();
        windows.forEach(window -> builder.addLimit(window.ofAll()));
        return builder.build();
    }

    /**
     * What one node goes on with alone. It begins empty, since nobody knows what the others have just used; so all nodes
     * together never make more calls than would have flown into the bucket that they share.
     */
    BucketConfiguration ofOneNode() {
        ConfigurationBuilder builder = BucketConfiguration.builder();
        windows.forEach(window -> builder.addLimit(window.ofOneOf(nodes)));
        return builder.build();
    }

    /** The time between two calls in the long run. */
    Duration gap() {
        return windows.stream().map(Window::gap).max(Duration::compareTo).orElseThrow();
    }

    /** How many calls flow in within a time. */
    long flowIn(Duration time) {
        Window hour = windows.get(0);
        return (long)
                Math.ceil((double) hour.flow() * time.toMillis() / hour.time().toMillis());
    }

    /** How many calls a node takes at a time at the most: few enough that none of them are missed elsewhere. */
    int largestBatch() {
        int least = windows.stream().mapToInt(Window::atOnce).min().orElseThrow();
        return Math.max(1, Math.min(LARGEST_BATCH, least / (10 * nodes)));
    }

    /** The most that the return of a node takes off for the calls it made alone; more has flown off the rim meanwhile. */
    int largestDebt() {
        return Math.max(1, windows.get(0).atOnce() / nodes);
    }
}
