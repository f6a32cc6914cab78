// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.http;

import java.time.Instant;
import java.time.InstantSource;

/** The time of day when it was made, and from then on what has passed: it neither goes back nor jumps when somebody sets the clock. */
public final class SteadyClock implements InstantSource {

    private final Instant begin = Instant.now();
    private final long nanos = System.nanoTime();

    @Override
    public Instant instant() {
        return begin.plusNanos(System.nanoTime() - nanos);
    }
}
