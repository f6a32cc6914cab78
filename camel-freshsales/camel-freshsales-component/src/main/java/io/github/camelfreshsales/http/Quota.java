package io.github.camelfreshsales.http;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * How many calls an account has left, as far as can be known: from the limits that its owner gave, from what the answers
 * say, and from the first refusal. All endpoints of the account share it. Whoever asks first goes first; each gets the
 * moment at which it may go. Time comes from outside.
 *
 * <p>A window is counted as a sliding one, so that it fits wherever the service's own window begins.
 */
public final class Quota {

    /** Limits of a minute are 400, of an hour 1000 and more; nothing else has been seen. */
    private static final int SMALLEST_OF_AN_HOUR = 1_000;

    /** The calls an hour of the largest plan. */
    private static final int LARGEST_KNOWN = 5_000;

    private static final int LARGEST_OF_A_MINUTE = 450;
    private static final int FEWEST_THAT_TEACH = 200;
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    /** A call may arrive a little later than it left. */
    private static final Duration MARGIN = Duration.ofSeconds(1);

    private static final Duration HOUR_AND_MARGIN = HOUR.plus(MARGIN);
    private static final Duration MINUTE_AND_MARGIN = MINUTE.plus(MARGIN);

    private static final Duration LEARNED_FOR = Duration.ofHours(24);

    private final int givenPerHour;
    private final int givenPerMinute;
    private final int reserve;
    private final CallLog calls;
    private final ReentrantLock lock = new ReentrantLock();

    private int perHour;
    private int perMinute;
    private Instant learnedAt = Instant.EPOCH;
    private Instant blockedUntil = Instant.EPOCH;
    private RateLimit lastTold;
    private Instant lastToldUntil = Instant.EPOCH;
    private volatile boolean unlimited;

    /**
     * @param perHour   the known limit of an hour, or 0 to learn it
     * @param perMinute the known limit of a minute, or 0 to learn it
     * @param reserve   calls of each window that are left to others
     */
    public Quota(int perHour, int perMinute, int reserve) {
        this.givenPerHour = perHour;
        this.givenPerMinute = perMinute;
        this.reserve = reserve;
        this.calls = new CallLog(Math.max(LARGEST_KNOWN, Math.max(perHour, perMinute)));
        this.unlimited = perHour == 0 && perMinute == 0;
    }

    /**
     * When the next call may go.
     *
     * @param delay   how long it has to wait
     * @param granted whether that is soon enough; if not, nothing was counted
     */
    public record Turn(Duration delay, boolean granted) {

        private static final Turn NOW = new Turn(Duration.ZERO, true);
    }

    /** Takes the next turn, unless it is further away than the caller is willing to wait. */
    public Turn next(Instant now, Duration longest) {
        if (unlimited) {
            // nothing to wait for, so nobody waits for the lock either
            calls.add(now);
            return Turn.NOW;
        }
        lock.lock();
        try {
            forgetOldLessons(now);
            unlimited = isUnlimited(now);
            Instant at = latest(
                    now,
                    calls.last(),
                    blockedUntil,
                    calls.turn(hourLimit(), HOUR_AND_MARGIN),
                    calls.turn(minuteLimit(), MINUTE_AND_MARGIN));
            Duration wait = Duration.between(now, at);
            if (wait.compareTo(longest) > 0) {
                return new Turn(wait, false);
            }
            calls.add(at);
            return new Turn(wait, true);
        } finally {
            lock.unlock();
        }
    }

    /**
     * The calls that may still go, as far as that is known: what the latest answer told while its window lasts, else the
     * known limit less the calls of the sliding window. The reserve is taken off.
     *
     * @param hour         the calls left of this hour, or null
     * @param minute       the calls left of this minute, or null
     * @param blockedUntil until when no call goes, or null
     */
    public record Left(Integer hour, Integer minute, Instant blockedUntil) {

        /** The calls that may go before anything has to wait, or null when no limit is known. */
        public Integer calls() {
            if (blockedUntil != null) {
                return 0;
            }
            return hour == null || minute == null
                    ? (hour == null ? minute : hour)
                    : Integer.valueOf(Math.min(hour, minute));
        }
    }

    /** Looks at what is left, and takes nothing. */
    public Left left(Instant now) {
        lock.lock();
        try {
            boolean isToldOfAMinute = isTold(now) && isOfAMinute(lastTold, now);
            boolean isToldOfAnHour = isTold(now) && !isToldOfAMinute;
            return new Left(
                    isToldOfAnHour ? told() : counted(hourLimit(), now.minus(HOUR)),
                    isToldOfAMinute ? told() : counted(minuteLimit(), now.minus(MINUTE)),
                    blockedUntil.isAfter(now) ? blockedUntil : null);
        } finally {
            lock.unlock();
        }
    }

    private boolean isTold(Instant now) {
        return now.isBefore(lastToldUntil);
    }

    private Integer told() {
        return Math.max(0, lastTold.remaining() - reserve);
    }

    private Integer counted(int limit, Instant since) {
        return limit == 0 ? null : Integer.valueOf(Math.max(0, limit - calls.since(since)));
    }

    /** Learns from an answer. */
    public void learn(Instant now, Response response) {
        RateLimit told = RateLimit.of(response, now);
        boolean refused = response.status() == Fate.TOO_MANY_REQUESTS;
        if (!refused && told == null) {
            return;
        }
        lock.lock();
        try {
            if (told != null) {
                learnFrom(told, now);
            }
            if (refused) {
                learnFromRefusal(response, told, now);
            }
            unlimited = isUnlimited(now);
        } finally {
            lock.unlock();
        }
    }

    private void learnFrom(RateLimit told, Instant now) {
        if (told.limit() != null) {
            boolean ofAMinute = told.limit() < SMALLEST_OF_AN_HOUR;
            perMinute = ofAMinute ? told.limit() : perMinute;
            perHour = ofAMinute ? perHour : told.limit();
            learnedAt = now;
        }
        if (told.remaining() == null) {
            return;
        }
        lastTold = told;
        lastToldUntil = told.reset() == null ? end(now, isOfAMinute(told, now)) : told.reset();
        if (told.remaining() <= reserve) {
            block(lastToldUntil);
        }
    }

    private static boolean isOfAMinute(RateLimit told, Instant now) {
        return told.limit() != null && told.limit() < SMALLEST_OF_AN_HOUR;
    }

    private void learnFromRefusal(Response response, RateLimit told, Instant now) {
        Duration asked = RetryAfter.read(response.header("Retry-After"), now);
        if (asked != null) {
            block(now.plus(asked));
        }
        if (told == null || told.limit() == null) {
            guess(now, asked == null);
        } else if (asked == null && told.reset() == null) {
            block(end(now, isOfAMinute(told, now)));
        }
    }

    /**
     * Nothing was said: what was sent since the minute and the hour began tells which of the two is used up. After few calls
     * it tells nothing, since others have used the account up; then the caller's own repeats have to do.
     */
    private void guess(Instant now, boolean blockToo) {
        int inMinute = calls.since(now.truncatedTo(ChronoUnit.MINUTES)) - 1;
        int inHour = calls.since(now.truncatedTo(ChronoUnit.HOURS)) - 1;
        if (inHour < FEWEST_THAT_TEACH) {
            return;
        }
        boolean minuteCameAnew = perMinute > 0 && inMinute < perMinute / 2;
        boolean ofAMinute = !minuteCameAnew && inMinute >= FEWEST_THAT_TEACH && inMinute <= LARGEST_OF_A_MINUTE;
        if (ofAMinute && givenPerMinute == 0) {
            perMinute = inMinute;
        } else if (!ofAMinute && givenPerHour == 0) {
            perHour = inHour;
            perMinute = minuteCameAnew ? 0 : perMinute;
        }
        learnedAt = now;
        if (blockToo) {
            block(end(now, ofAMinute));
        }
    }

    private void block(Instant until) {
        blockedUntil = latest(blockedUntil, until);
    }

    private static Instant end(Instant now, boolean ofAMinute) {
        ChronoUnit unit = ofAMinute ? ChronoUnit.MINUTES : ChronoUnit.HOURS;
        return now.truncatedTo(unit).plus(1, unit).plus(MARGIN);
    }

    /** What was learned may have come from a day on which others used much. */
    private void forgetOldLessons(Instant now) {
        if (perHour + perMinute > 0 && !now.isBefore(learnedAt.plus(LEARNED_FOR))) {
            perHour = 0;
            perMinute = 0;
        }
    }

    private boolean isUnlimited(Instant now) {
        return hourLimit() == 0
                && minuteLimit() == 0
                && !latest(blockedUntil, calls.last()).isAfter(now);
    }

    private int hourLimit() {
        return left(givenPerHour > 0 ? givenPerHour : perHour);
    }

    private int minuteLimit() {
        return left(givenPerMinute > 0 ? givenPerMinute : perMinute);
    }

    private int left(int limit) {
        return limit == 0 ? 0 : Math.max(1, limit - reserve);
    }

    private static Instant latest(Instant... instants) {
        Instant latest = Instant.EPOCH;
        for (Instant instant : instants) {
            latest = instant.isAfter(latest) ? instant : latest;
        }
        return latest;
    }
}
