// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.changes;

import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;

/**
 * The clock of the service, as far as changes show it: it had reached the newest change when that one was seen, and since then
 * the same time has passed as here. Our own time of day, which may be wrong or jump, has no influence.
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

    /** The time that passes here. */
    long passed() {
        return nanos.getAsLong();
    }

    /** What the clock had reached at least, then. */
    Instant atLeast(long then) {
        return seenAny() ? newest.plus(Duration.ofNanos(then - seenAt)) : newest;
    }

    private boolean seenAny() {
        return newest.isAfter(Instant.EPOCH);
    }
}
