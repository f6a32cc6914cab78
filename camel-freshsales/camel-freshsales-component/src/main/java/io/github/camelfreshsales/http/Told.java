// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.http;

import java.time.Duration;

/**
 * The calls that are left by what a response told, less those that have gone out since. Others use the account too, so this
 * may be fewer than our own count leaves.
 *
 * @param told   what the response told
 * @param left   the calls that are left
 * @param until  when that is over
 * @param number the call that was answered so
 */
record Told(RateLimit told, int left, long until, long number) {

    static final Told NOTHING = new Told(new RateLimit(null, null, null, null), 0, Long.MIN_VALUE, -1);

    /** How long the calls that are left are believed in when nobody knows when their window ends. */
    private static final Duration WITHOUT_AN_END = Duration.ofMinutes(1);

    /**
     * The same after a further response.
     *
     * @param call     the number of the call that it answers
     * @param underWay the calls that are under way, and that the service may not have counted yet
     */
    Told heard(RateLimit now, long call, int underWay, long millis) {
        if (now.remaining() == null) {
            return this;
        }
        if (call > number || !isValid(millis)) {
            Duration time = now.reset() == null ? WITHOUT_AN_END : now.reset();
            return new Told(now, now.remaining() - underWay, millis + time.toMillis(), call);
        }
        // an earlier call with more left was counted before, and so was taken off twice
        return told.remaining() < now.remaining() ? new Told(told, left + 1, until, number) : this;
    }

    /** The same after one more call has gone out. */
    Told sent() {
        return new Told(told, left - 1, until, number);
    }

    boolean isValid(long now) {
        return now < until;
    }

    boolean isEndKnown() {
        return told.reset() != null;
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
        if (!isEndKnown() || told.limit() == null || !isLittle(room - before)) {
            return 0;
        }
        double gap = (double) (until - last) / (room + 1);
        return Math.max(0, last + (long) (gap * (before + 1)) - now);
    }

    private boolean isLittle(int room) {
        Window window = told.isOfMinute() ? Window.ofMinute(told.limit()) : Window.ofHour(told.limit());
        return room <= told.limit() - window.free();
    }
}
