package io.github.camelfreshsales.http;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/** How long to wait before a repeat: what the service asks for, else a wait that doubles, never the same for two callers. */
final class Backoff {

    private final RetryLimits limits;
    private final RandomGenerator random;

    Backoff(RetryLimits limits, RandomGenerator random) {
        this.limits = limits;
        this.random = random;
    }

    /** What an answer asks for, or null. */
    static Duration asked(Response response, Instant now) {
        return RetryAfter.read(response.header("Retry-After"), now);
    }

    /** The wait before the repeat with that number, from 1: between a half and the whole of the doubled delay. */
    Duration before(int repeat) {
        long longest = limits.maxDelay().toMillis();
        long doubled = limits.delay().toMillis() << Math.min(repeat - 1, 30);
        long wait = doubled < 0 ? longest : Math.min(doubled, longest);
        return Duration.ofMillis(wait / 2 + (long) (random.nextDouble() * (wait - wait / 2)));
    }

    /** What was asked for and a little more, so that not everybody comes back at the same moment. */
    Duration spread(Duration asked) {
        return asked.plusMillis((long) (random.nextDouble() * Math.min(1_000, asked.toMillis() / 10)));
    }
}
