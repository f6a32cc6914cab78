package io.github.camelfreshsales.simulator;

import java.time.Duration;
import java.time.Instant;

/**
 * What is used of one window of the quota. Windows do not slide: an hour begins at the top of the hour.
 *
 * @param length an hour or a minute
 * @param limit requests that the window allows
 * @param used requests that were made in it
 */
public record QuotaWindow(Duration length, long limit, Instant start, long used) {

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
        return plus(1);
    }

    QuotaWindow plus(long requests) {
        return new QuotaWindow(length, limit, start, used + Math.min(requests, remaining()));
    }

    public boolean isFull() {
        return used >= limit;
    }

    public long remaining() {
        return limit - used;
    }

    public Instant end() {
        return start.plus(length);
    }
}
