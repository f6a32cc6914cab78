// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A clock that stands still until a test moves it. Given to the simulator and to what is tested, both live at the same
 * time; several threads may read and move it.
 */
public final class SimulatedClock implements InstantSource {

    private final AtomicReference<Instant> now;

    public SimulatedClock(Instant start) {
        this.now = new AtomicReference<>(start);
    }

    /** A clock that starts at a time such as {@code 2024-03-05T10:00:00Z}. */
    public static SimulatedClock at(String start) {
        return new SimulatedClock(Instant.parse(start));
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    public void set(Instant time) {
        now.set(time);
    }

    /**
     * Moves the clock, back if the time is negative.
     *
     * @return the time it is then
     */
    public Instant advance(Duration time) {
        return now.updateAndGet(before -> before.plus(time));
    }

    @Override
    public String toString() {
        return now.toString();
    }
}
