package io.github.camelfreshsales.http;

import java.time.Duration;
import java.time.Instant;

/** When the last calls went, or will go: as many as the largest limit, so that each window can be counted. */
final class CallLog {

    private final int most;
    private long[] times;
    private int newest = -1;
    private int size;

    /** @param most the largest limit that is to be counted */
    CallLog(int most) {
        this.most = most;
        this.times = new long[Math.min(256, most)];
    }

    /** Calls go in the order in which they asked, so no time is before an earlier one. */
    void add(Instant at) {
        if (size == times.length && size < most) {
            grow();
        }
        newest = (newest + 1) % times.length;
        times[newest] = at.toEpochMilli();
        size = Math.min(size + 1, times.length);
    }

    private void grow() {
        long[] larger = new long[Math.min(most, times.length * 2)];
        for (int i = 0; i < size; i++) {
            larger[size - 1 - i] = back(i);
        }
        times = larger;
        newest = size - 1;
    }

    private long back(int calls) {
        return times[Math.floorMod(newest - calls, times.length)];
    }

    /** When the latest call went. */
    Instant last() {
        return size == 0 ? Instant.EPOCH : Instant.ofEpochMilli(back(0));
    }

    /** When one more call fits into a window of that length with that many calls; 0 stands for no limit. */
    Instant turn(int limit, Duration window) {
        if (limit == 0 || size < limit || limit > most) {
            return Instant.EPOCH;
        }
        return Instant.ofEpochMilli(back(limit - 1)).plus(window);
    }

    /** How many calls went at or after that moment. */
    int since(Instant start) {
        int count = 0;
        while (count < size && back(count) >= start.toEpochMilli()) {
            count++;
        }
        return count;
    }
}
