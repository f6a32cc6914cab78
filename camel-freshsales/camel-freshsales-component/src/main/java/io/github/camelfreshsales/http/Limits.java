// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.http;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The limits of an account: what its owner gave is known best, then what a response told lately, then a guess. */
final class Limits {

    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final long MINUTE = Duration.ofMinutes(1).toMillis();

    private final int givenPerHour;
    private final int givenPerMinute;
    private final int reserve;
    private final LimitGuess guessOfHour = LimitGuess.ofHour();
    private final LimitGuess guessOfMinute = LimitGuess.ofMinute();
    private ToldLimit toldOfHour = ToldLimit.NONE;
    private ToldLimit toldOfMinute = ToldLimit.NONE;

    Limits(int perHour, int perMinute, int reserve) {
        this.givenPerHour = perHour;
        this.givenPerMinute = perMinute;
        this.reserve = reserve;
    }

    /** A limit that is no longer told may have changed since. */
    private record ToldLimit(int calls, long until) {

        static final ToldLimit NONE = new ToldLimit(0, Long.MIN_VALUE);

        int at(long now) {
            return now < until ? calls : 0;
        }
    }

    /** The calls of an hour without the reserve, or 0. */
    int perHour(long now) {
        return withoutReserve(givenPerHour, toldOfHour.at(now), guessOfHour.limit(now));
    }

    /** The calls of a minute without the reserve, or 0. */
    int perMinute(long now) {
        return withoutReserve(givenPerMinute, toldOfMinute.at(now), guessOfMinute.limit(now));
    }

    private int withoutReserve(int given, int told, int guessed) {
        int limit = given > 0 ? given : told > 0 ? told : guessed;
        return limit == 0 ? 0 : Math.max(1, limit - reserve);
    }

    /** Keeps what a response tells. */
    void told(RateLimit rate, long now) {
        if (rate.isOfMinute()) {
            toldOfMinute = new ToldLimit(rate.limit(), now + HOUR);
        } else if (rate.isOfHour()) {
            toldOfHour = new ToldLimit(rate.limit(), now + HOUR);
        }
    }

    /**
     * Nothing was said: what has been sent since the minute or the hour began may tell which of the two is used up.
     *
     * @param pause     the pause before this refusal
     * @param recovered when the latest pause was over
     */
    void refused(CallLog calls, Pause pause, long recovered, Instant now) {
        long millis = now.toEpochMilli();
        if (pause.isOver()) {
            guessOfMinute.refused(millis, since(calls, now, MINUTE, ChronoUnit.MINUTES, recovered));
        }
        if (pause.outlastsMinute(millis) || pause.isOver() && guessOfHour.isFounded()) {
            guessOfHour.refused(millis, since(calls, now, HOUR, ChronoUnit.HOURS, recovered));
        }
    }

    /** The calls since each moment at which the window may have begun. */
    private static int[] since(CallLog calls, Instant now, long window, ChronoUnit unit, long recovered) {
        long sliding = now.toEpochMilli() - window;
        long onTheDot = now.truncatedTo(unit).toEpochMilli();
        return new int[] {calls.since(sliding), calls.since(onTheDot), calls.since(Math.max(sliding, recovered))};
    }
}
