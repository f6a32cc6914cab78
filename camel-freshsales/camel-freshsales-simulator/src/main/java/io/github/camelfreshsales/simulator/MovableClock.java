// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The time of the account: that of another clock, and as far ahead of it as it was moved. A {@link SimulatedClock} is moved
 * itself, so that whoever shares it lives at the same time.
 */
final class MovableClock implements InstantSource {

    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    private final InstantSource base;
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    MovableClock(InstantSource base) {
        this.base = base;
    }

    @Override
    public Instant instant() {
        return base.instant().plus(ahead.get());
    }

    Duration ahead() {
        return ahead.get();
    }

    /** Moves the clock, back if the time is negative. */
    Instant advance(Duration time) {
        checkReach(time);
        if (base instanceof SimulatedClock simulated) {
            return simulated.advance(time);
        }
        ahead.updateAndGet(before -> before.plus(time));
        return instant();
    }

    /** Tells the time of the other clock again. */
    void restart() {
        ahead.set(Duration.ZERO);
    }

    private void checkReach(Duration time) {
        try {
            Instant moved = instant().plus(time);
            if (!moved.isBefore(EARLIEST) && moved.isBefore(LATEST)) {
                return;
            }
        } catch (DateTimeException | ArithmeticException e) {
            // beyond reach, as said below
        }
        throw new IllegalArgumentException(
                "The clock cannot be moved by " + time + ": it knows the years 1970 to 9998");
    }
}
