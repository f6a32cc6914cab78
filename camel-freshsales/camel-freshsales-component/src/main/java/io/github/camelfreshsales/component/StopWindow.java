// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.component;

import java.util.concurrent.TimeUnit;

/**
 * How long routes that stop together may hold up Camel, all of them in sum. Camel looks once a second whether a route has
 * exchanges left. Those that only waited for Freshsales are over in a moment, and Camel's first look finds none of them.
 */
final class StopWindow {

    /** Longer than {@link StoppableSleepers} leaves to a request that hangs. */
    private static final long NANOS = TimeUnit.MILLISECONDS.toNanos(850);

    private static final long NANOS_UNTIL_THE_NEXT = TimeUnit.SECONDS.toNanos(10);

    private boolean opened;
    private long end;

    /** When it ends, in the time of {@link System#nanoTime}; the first of several routes opens it. */
    synchronized long end() {
        long now = System.nanoTime();
        if (!opened || now - end > NANOS_UNTIL_THE_NEXT) {
            opened = true;
            end = now + NANOS;
        }
        return end;
    }
}
