// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.http;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before a retry: what the service asks for, or else a wait that doubles; always at least the delay, and never
 * the same for two callers.
 */
public final class Backoff {

    private final RetryLimits limits;
    private final RandomGenerator random;

    public Backoff(RetryLimits limits, RandomGenerator random) {
        this.limits = limits;
        this.random = random;
    }

    /**
     * The wait before a retry. It grows with each one, also when the service asks for less.
     *
     * @param retry the number of the retry, from 1
     * @param asked what the service asks for, or null
     */
    public Duration before(int retry, Duration asked) {
        Duration own = before(retry);
        Duration spread = asked == null ? own : spread(asked);
        return spread.compareTo(own) > 0 ? spread : own;
    }

    /** Between the doubled delay and half as much again, up to the longest; what is beyond it is spread below it. */
    private Duration before(int retry) {
        long delay = limits.delay().toMillis();
        long longest = Math.max(delay, limits.maxDelay().toMillis());
        long doubled = delay << Math.min(retry - 1, 30);
        long most = doubled < 0 || doubled > longest / 3 * 2 ? longest : doubled + doubled / 2;
        long least = Math.max(delay, most / 3 * 2);
        return Duration.ofMillis(least + (long) (random.nextDouble() * (most - least)));
    }

    /** What was asked for and a little more, so that not all callers retry at the same moment. */
    private Duration spread(Duration asked) {
        return asked.plusMillis((long) (random.nextDouble() * Math.min(1_000, asked.toMillis() / 10)));
    }
}
