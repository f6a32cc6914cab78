package io.github.camelfreshsales.changes;

import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;

/**
 * What the changes tell of the service's clock: it has reached the newest of them, and the time that has passed here since
 * that one was seen. Our own time of day, which may be wrong and may jump, plays no part.
 */
final class ServiceClock {

    private final LongSupplier nanos;
    private Instant newest = Instant.EPOCH;
    private long seenAt;

    ServiceClock(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** A change of this instant is there. */
    void saw(Instant at) {
        if (at.isAfter(newest)) {
            newest = at;
            seenAt = nanos.getAsLong();
        }
    }

    /** What the clock has reached at least. */
    Instant atLeast() {
        return newest.plus(Duration.ofNanos(nanos.getAsLong() - seenAt));
    }
}
