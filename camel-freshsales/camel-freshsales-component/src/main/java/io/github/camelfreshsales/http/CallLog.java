package io.github.camelfreshsales.http;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * When the last calls went, or will go: as many as the largest limit, so that each window can be counted. Calls are added
 * without a lock, so that many threads do not wait for each other where there is nothing to pace.
 */
final class CallLog {

    private final AtomicLongArray times;
    private final AtomicLong added = new AtomicLong();

    /** @param most the largest limit that is to be counted */
    CallLog(int most) {
        this.times = new AtomicLongArray(most);
    }

    /** Calls go in the order in which they asked, so no time is before an earlier one. */
    void add(Instant at) {
        times.set(place(added.getAndIncrement()), at.toEpochMilli());
    }

    private int place(long call) {
        return (int) (call % times.length());
    }

    /** When the latest call went. */
    Instant last() {
        return back(1);
    }

    /** When one more call fits into a window of that length with that many calls; 0 stands for no limit. */
    Instant turn(int limit, Duration window) {
        if (limit == 0 || added.get() < limit || limit > times.length()) {
            return Instant.EPOCH;
        }
        return back(limit).plus(window);
    }

    private Instant back(int calls) {
        long count = added.get();
        return count < calls ? Instant.EPOCH : Instant.ofEpochMilli(times.get(place(count - calls)));
    }

    /** How many calls went at or after that moment. */
    int since(Instant start) {
        int size = (int) Math.min(added.get(), times.length());
        int count = 0;
        for (int i = 0; i < size; i++) {
            count += times.get(i) >= start.toEpochMilli() ? 1 : 0;
        }
        return count;
    }
}
