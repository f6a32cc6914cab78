// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.http;

import java.time.Duration;

/**
 * How long the account pauses after refusals. Afterwards one call goes first, and the others follow if it is not refused.
 *
 * @param until    when the next call can go
 * @param refusals the refusals in a row; calls that were sent before the latest of them was known count as one
 * @param since    when the first of them came
 * @param number   calls with this number or a later one have gone out since the latest refusal
 */
record Pause(long until, int refusals, long since, long number) {

    static final Pause NONE = new Pause(Long.MIN_VALUE, 0, 0, 0);

    /** How long to wait for the call that goes first. */
    private static final long AHEAD = Duration.ofSeconds(5).toMillis();

    /** How many times the shortest one; in the time of a window of a minute, not much of the next one may be lost. */
    private static final int MOST_AT_FIRST = 16;

    private static final int MOST = 300;
    private static final long LONGEST_NAMED = Duration.ofHours(1).toMillis();
    private static final long LONGEST_PLAUSIBLE = Duration.ofDays(1).toMillis();
    private static final long A_MINUTE_AND_MORE = Duration.ofSeconds(62).toMillis();

    boolean isOver() {
        return refusals == 0;
    }

    /** Whether the refusals in a row have lasted longer than a limit of a minute can make them. */
    boolean outlastsMinute(long now) {
        return !isOver() && now - since >= A_MINUTE_AND_MORE;
    }

    /** Whether a call was sent before the latest refusal was known. */
    boolean isOld(long call) {
        return !isOver() && call < number;
    }

    /**
     * The same after a refusal.
     *
     * @param named    the wait that the refusal names, or null; it may be too short for a service that goes on refusing
     * @param next     the number that the next call will have
     * @param shortest the shortest wait
     */
    Pause refused(long call, Duration named, long next, Duration shortest, long now) {
        boolean understood = named != null && named.toMillis() <= LONGEST_PLAUSIBLE;
        if (isOld(call)) {
            return understood ? new Pause(Math.max(until, now + most(named)), refusals, since, number) : this;
        }
        long begin = isOver() ? now : since;
        int most = now - begin < A_MINUTE_AND_MORE ? MOST_AT_FIRST : MOST;
        long own = shortest.toMillis() * Math.min(1 << Math.min(refusals, 20), most);
        return new Pause(now + Math.max(own, understood ? most(named) : 0), refusals + 1, begin, next);
    }

    private static long most(Duration named) {
        return Math.min(named.toMillis(), LONGEST_NAMED);
    }

    /** The same when a call goes first. */
    Pause sent(long now) {
        return isOver() ? this : new Pause(now + AHEAD, refusals, since, number);
    }

    /** The same after a call that was not refused, or that nobody knows more of than that it has ended. */
    Pause ended(long call, boolean responded, long now) {
        if (isOver() || isOld(call)) {
            return this;
        }
        return responded ? NONE : new Pause(Math.min(until, now), refusals, since, number);
    }

    long delay(long now) {
        return isOver() ? 0 : Math.max(0, until - now);
    }
}
