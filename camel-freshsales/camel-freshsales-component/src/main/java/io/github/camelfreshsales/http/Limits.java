// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.http;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The limits of an account: first what the options say, then what a recent response reported, then a guess. */
final class Limits {

    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final long MINUTE = Duration.ofMinutes(1).toMillis();

    private final int givenPerHour;
    private final int givenPerMinute;
    private final int reserve;
    private final LimitGuess guessOfHour = LimitGuess.ofHour();
    private final LimitGuess guessOfMinute = LimitGuess.ofMinute();
    private ReportedLimit reportedOfHour = ReportedLimit.NONE;
    private ReportedLimit reportedOfMinute = ReportedLimit.NONE;

    Limits(int perHour, int perMinute, int reserve) {
        this.givenPerHour = perHour;
        this.givenPerMinute = perMinute;
        this.reserve = reserve;
    }

    /** A limit from a response. It expires, since it may have changed when responses no longer report it. */
    private record ReportedLimit(int calls, long until) {

        static final ReportedLimit NONE = new ReportedLimit(0, Long.MIN_VALUE);

        int at(long now) {
            return now < until ? calls : 0;
        }
    }

    /** The calls of an hour without the reserve, or 0. */
    int perHour(long now) {
        return withoutReserve(givenPerHour, reportedOfHour.at(now), guessOfHour.limit(now));
    }

    /** The calls of a minute without the reserve, or 0. */
    int perMinute(long now) {
        return withoutReserve(givenPerMinute, reportedOfMinute.at(now), guessOfMinute.limit(now));
    }

    private int withoutReserve(int given, int reported, int guessed) {
        int limit = given > 0 ? given : reported > 0 ? reported : guessed;
        return limit == 0 ? 0 : Math.max(1, limit - reserve);
    }

    /** Keeps what a response reports. */
    void reported(RateLimit rate, long now) {
        if (rate.isOfMinute()) {
            reportedOfMinute = new ReportedLimit(rate.limit(), now + HOUR);
        } else if (rate.isOfHour()) {
            reportedOfHour = new ReportedLimit(rate.limit(), now + HOUR);
        }
    }

    /**
     * The response names no limit: the calls since the minute or the hour began may show which of the two is used up.
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
