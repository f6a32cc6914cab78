// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.http;

import java.time.Duration;

/**
 * A limit of so many calls in any stretch of that length, so that it holds wherever the service's own window begins. A call
 * counts from the moment it goes out until the length has passed after its end, since the service has counted it somewhere
 * in between.
 *
 * <p>The first calls of a window go at once. The rest is spread over the time until calls come back, so that whoever comes
 * later does not find everything used up.
 *
 * @param millis the length
 * @param limit  the calls that may go in it
 * @param free   how many of them are not spread
 */
record Window(long millis, int limit, int free) {

    /** The clocks of both sides may be as coarse as a second. */
    private static final Duration MARGIN = Duration.ofSeconds(1);

    private static final Duration MINUTE = Duration.ofMinutes(1).plus(MARGIN);
    private static final Duration HOUR = Duration.ofHours(1).plus(MARGIN);

    /** So few calls are never spread. */
    private static final int FEW = 10;

    /** Spreading the calls of a minute costs nobody more than a minute. */
    static Window ofMinute(int limit) {
        return new Window(MINUTE.toMillis(), limit, Math.max(Math.min(limit, FEW), limit / 3));
    }

    /** Most of an hour's calls go at once, or whoever needs them only now and then would wait for hours. */
    static Window ofHour(int limit) {
        return new Window(HOUR.toMillis(), limit, Math.max(Math.min(limit, FEW), limit / 4 * 3));
    }

    /**
     * How long a call has to wait.
     *
     * @param before   the calls that go before it
     * @param ended    the calls that have ended
     * @param underWay the number of calls that have gone out and have not ended
     * @param last     when the last call went out
     */
    long delay(int before, CallLog ended, int underWay, long now, long last) {
        int counted = Math.min(ended.after(now - millis), limit);
        int used = underWay + counted;
        if (used + before < free) {
            return 0;
        }
        Returns returns = new Returns(ended, counted, now);
        long earliest = used + before < limit ? now : returns.at(used + before - limit);
        return free == limit ? earliest - now : Math.max(earliest, spread(before, returns, used, now, last)) - now;
    }

    /** When a call goes if the calls that are left are spread evenly. */
    private long spread(int before, Returns returns, int used, long now, long last) {
        int atOnce = Math.max(0, free - used);
        long begin = atOnce > 0 ? now : last;
        double gap = returns.gap(limit - used - atOnce, begin);
        return begin + (long) (gap * (before - atOnce + 1));
    }

    /** When the calls that count now will count no more. */
    private final class Returns {

        private final CallLog ended;
        private final int counted;
        private final long now;

        Returns(CallLog ended, int counted, long now) {
            this.ended = ended;
            this.counted = counted;
            this.now = now;
        }

        /** The return with that number, from 0: calls that have not ended come back a window later at the earliest. */
        long at(int number) {
            long later = millis * (number / limit);
            int returning = number % limit;
            return later + (returning < counted ? ended.latest(counted - returning) + millis : now + millis);
        }

        /**
         * The smallest distance between calls at which none ever has to wait for a return. It does not check each of the far
         * returns: it will when they are near.
         */
        double gap(int left, long begin) {
            double gap = (double) millis / limit;
            for (int i = Math.max(0, -left); i <= counted; i += 1 + (left + i) / 8) {
                gap = Math.max(gap, (double) (at(i) - begin) / (left + i + 1));
            }
            return gap;
        }
    }
}
