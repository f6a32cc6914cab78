// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.http;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * When the latest calls ended: as many as the largest limit, so that each window can be counted. Calls are added without a
 * lock, so that many threads do not wait for each other where there is nothing to pace.
 */
final class CallLog {

    private final AtomicLongArray times;
    private final AtomicLong added = new AtomicLong();

    /** @param most the largest limit that is to be counted */
    CallLog(int most) {
        this.times = new AtomicLongArray(most);
    }

    /** The clock never goes back, so the log is in order. */
    void add(long millis) {
        times.set(place(added.getAndIncrement()), millis);
    }

    private int place(long call) {
        return (int) (call % times.length());
    }

    /** When a call ended; 1 stands for the latest. */
    long latest(int number) {
        return times.get(place(added.get() - number));
    }

    /** How many calls ended after that moment, as far as they are kept. */
    int after(long millis) {
        int fewest = 0;
        int most = (int) Math.min(added.get(), times.length());
        while (fewest < most) {
            int middle = (fewest + most + 1) >>> 1;
            if (latest(middle) > millis) {
                fewest = middle;
            } else {
                most = middle - 1;
            }
        }
        return fewest;
    }

    /** How many calls ended at that moment or later. */
    int since(long millis) {
        return after(millis - 1);
    }
}
