// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.http;

import java.time.Duration;

/**
 * The calls that a response reported as left, less those that were sent since. Others use the account too, so this may be fewer
 * than our own count leaves.
 *
 * @param rate   what the response reported
 * @param left   the calls that are left
 * @param until  when the report expires
 * @param number the call that got the response
 */
record ReportedQuota(RateLimit rate, int left, long until, long number) {

    static final ReportedQuota NONE = new ReportedQuota(new RateLimit(null, null, null, null), 0, Long.MIN_VALUE, -1);

    /** How long to believe a report whose window has no known end. */
    private static final Duration WITHOUT_AN_END = Duration.ofMinutes(1);

    /**
     * The same after a further response.
     *
     * @param call     the number of the call that got the response
     * @param underWay the calls that are under way, which the service may not have counted yet
     */
    ReportedQuota after(RateLimit now, long call, int underWay, long millis) {
        if (now.remaining() == null) {
            return this;
        }
        if (call > number || !isValid(millis)) {
            Duration time = now.reset() == null ? WITHOUT_AN_END : now.reset();
            return new ReportedQuota(now, now.remaining() - underWay, millis + time.toMillis(), call);
        }
        // an earlier call with more left was counted before, and so was taken off twice
        return rate.remaining() < now.remaining() ? new ReportedQuota(rate, left + 1, until, number) : this;
    }

    /** The same after one more call was sent. */
    ReportedQuota sent() {
        return new ReportedQuota(rate, left - 1, until, number);
    }

    boolean isValid(long now) {
        return now < until;
    }

    boolean isEndKnown() {
        return rate.reset() != null;
    }

    /** How long a call waits: to the end when nothing is left, and for its share of the time when it is little. */
    long delay(int before, int reserve, long now, long last) {
        if (!isValid(now)) {
            return 0;
        }
        int room = left - reserve;
        if (room - before <= 0) {
            return until - now;
        }
        if (!isEndKnown() || rate.limit() == null || !isLittle(room - before)) {
            return 0;
        }
        double gap = (double) (until - last) / (room + 1);
        return Math.max(0, last + (long) (gap * (before + 1)) - now);
    }

    private boolean isLittle(int room) {
        Window window = rate.isOfMinute() ? Window.ofMinute(rate.limit()) : Window.ofHour(rate.limit());
        return room <= rate.limit() - window.free();
    }
}
