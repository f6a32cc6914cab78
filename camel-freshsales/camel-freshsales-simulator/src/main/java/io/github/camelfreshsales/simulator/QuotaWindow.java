package io.github.camelfreshsales.simulator;

import java.time.Duration;
import java.time.Instant;

/** What is used of one window of the quota. Windows do not slide: an hour begins at the top of the hour. */
record QuotaWindow(Duration length, long limit, Instant start, long used) {

    static QuotaWindow of(Duration length, long limit) {
        return new QuotaWindow(length, limit, Instant.MIN, 0);
    }

    /** The window at a time: this one, or the fresh one that the time falls into. */
    QuotaWindow at(Instant now) {
        long second = now.getEpochSecond();
        Instant currentStart = Instant.ofEpochSecond(second - Math.floorMod(second, length.toSeconds()));
        return currentStart.equals(start) ? this : new QuotaWindow(length, limit, currentStart, 0);
    }

    QuotaWindow plusOne() {
        return new QuotaWindow(length, limit, start, used + 1);
    }

    boolean isFull() {
        return used >= limit;
    }

    long remaining() {
        return limit - used;
    }

    Instant end() {
        return start.plus(length);
    }
}
