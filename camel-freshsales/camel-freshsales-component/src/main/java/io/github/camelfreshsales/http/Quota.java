package io.github.camelfreshsales.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/**
 * How many calls an account has left, as far as can be known: from the limits that its owner gave, from what the responses
 * tell, and from refusals. A call is counted when it is permitted, so it has to go out at once. Who goes first is not
 * decided here.
 */
public final class Quota {

    /** The calls an hour of the largest plan. */
    private static final int LARGEST_KNOWN = 5_000;

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration LEARNED_FOR = Duration.ofHours(1);

    private final int givenPerHour;
    private final int givenPerMinute;
    private final int reserve;
    private final Duration shortestPause;
    private final InstantSource clock;
    private final AtomicLong calls = new AtomicLong();
    private final AtomicInteger underWay = new AtomicInteger();
    private final CallLog ended;
    private final LimitGuess guessOfHour = LimitGuess.ofHour();
    private final LimitGuess guessOfMinute = LimitGuess.ofMinute();
    private final ReentrantLock lock = new ReentrantLock();

    private int toldPerHour;
    private int toldPerMinute;
    private long toldUntil = Long.MIN_VALUE;
    private Told told = Told.NOTHING;
    private Pause pause = Pause.NONE;
    private long last;
    private long recovered;
    private volatile boolean unlimited;

    /**
     * @param perHour       the known limit of an hour, or 0 to learn it
     * @param perMinute     the known limit of a minute, or 0 to learn it
     * @param reserve       calls of each window that are left to others
     * @param shortestPause how long no call goes after a refusal that does not say how long; it doubles with each further one
     * @param clock         a clock that does not go back
     */
    public Quota(int perHour, int perMinute, int reserve, Duration shortestPause, InstantSource clock) {
        this.givenPerHour = perHour;
        this.givenPerMinute = perMinute;
        this.reserve = reserve;
        this.shortestPause = shortestPause;
        this.clock = clock;
        this.ended = new CallLog(Math.max(LARGEST_KNOWN, Math.max(perHour, perMinute)));
        this.recovered = clock.millis();
        this.last = recovered;
        this.unlimited = perHour == 0 && perMinute == 0;
    }

    /** Counts a call if it may go now. */
    Permit take() {
        if (unlimited) {
            // nothing to wait for, so nobody waits for the lock either
            return permit();
        }
        lock.lock();
        try {
            long now = clock.millis();
            unlimited = isUnlimited(now);
            long wait = delay(0, now);
            if (wait > 0) {
                return Permit.notBefore(Duration.ofMillis(wait));
            }
            last = now;
            told = told.sent();
            pause = pause.sent(now);
            return permit();
        } finally {
            lock.unlock();
        }
    }

    private Permit permit() {
        underWay.getAndIncrement();
        return Permit.of(calls.getAndIncrement());
    }

    /** About how long a call has to wait, when so many go before it. */
    Duration delay(int before) {
        if (unlimited) {
            return Duration.ZERO;
        }
        lock.lock();
        try {
            return Duration.ofMillis(delay(before, clock.millis()));
        } finally {
            lock.unlock();
        }
    }

    private long delay(int before, long now) {
        long delay = Math.max(pause.delay(now), told.delay(before, reserve, now, last));
        int ofHour = hourLimit(now);
        if (ofHour > 0) {
            delay = Math.max(delay, Window.ofHour(ofHour).delay(before, ended, underWay.get(), now, last));
        }
        int ofMinute = minuteLimit(now);
        return ofMinute == 0
                ? delay
                : Math.max(delay, Window.ofMinute(ofMinute).delay(before, ended, underWay.get(), now, last));
    }

    /** Gives back the permit of a call that never went out. */
    void unused(Permit permit) {
        underWay.getAndDecrement();
        endPause(permit, false);
    }

    /** Takes note of the end of a call, and learns from its response, which is null when there was none. */
    void ended(Permit permit, Response response) {
        Instant now = clock.instant();
        ended.add(now.toEpochMilli());
        underWay.getAndDecrement();
        if (response == null) {
            endPause(permit, false);
            return;
        }
        RateLimit heard = RateLimit.of(response, now);
        if (response.status() == Fate.TOO_MANY_REQUESTS) {
            learnFromRefusal(permit, response, heard, now);
        } else if (heard != null) {
            learn(permit, heard, now.toEpochMilli());
        } else {
            endPause(permit, true);
        }
    }

    private void endPause(Permit permit, boolean answered) {
        if (unlimited) {
            return;
        }
        lock.lock();
        try {
            endPause(permit, answered, clock.millis());
        } finally {
            lock.unlock();
        }
    }

    private void endPause(Permit permit, boolean answered, long now) {
        boolean rested = !pause.isOver();
        pause = pause.ended(permit.number(), answered, now);
        recovered = rested && pause.isOver() ? now : recovered;
    }

    private void learn(Permit permit, RateLimit heard, long now) {
        lock.lock();
        try {
            keep(heard, permit, now);
            endPause(permit, true, now);
            unlimited = isUnlimited(now);
        } finally {
            lock.unlock();
        }
    }

    private void keep(RateLimit heard, Permit permit, long now) {
        if (now >= toldUntil) {
            toldPerHour = 0;
            toldPerMinute = 0;
        }
        told = told.heard(heard, permit.number(), underWay.get(), now);
        if (heard.limit() != null && (heard.isOfMinute() || heard.isOfHour())) {
            toldPerMinute = heard.isOfMinute() ? heard.limit() : toldPerMinute;
            toldPerHour = heard.isOfMinute() ? toldPerHour : heard.limit();
            toldUntil = now + LEARNED_FOR.toMillis();
        }
    }

    private void learnFromRefusal(Permit permit, Response response, RateLimit heard, Instant now) {
        Duration asked = RetryAfter.of(response, now);
        Duration named = asked == null && heard != null ? heard.reset() : asked;
        lock.lock();
        try {
            long millis = now.toEpochMilli();
            if (heard != null) {
                keep(heard, permit, millis);
            }
            if (named == null && !pause.isOld(permit.number())) {
                guess(now);
            }
            pause = pause.refused(permit.number(), named, calls.get(), shortestPause, millis);
            unlimited = false;
        } finally {
            lock.unlock();
        }
    }

    /** Nothing was said: what has been sent since the minute or the hour began may tell which of the two is used up. */
    private void guess(Instant now) {
        long millis = now.toEpochMilli();
        if (pause.isOver()) {
            guessOfMinute.refused(millis, calls(now, MINUTE, ChronoUnit.MINUTES));
        }
        if (pause.outlastsMinute(millis) || pause.isOver() && guessOfHour.isFounded()) {
            guessOfHour.refused(millis, calls(now, HOUR, ChronoUnit.HOURS));
        }
    }

    /** The calls since each moment at which the window may have begun. */
    private int[] calls(Instant now, Duration window, ChronoUnit unit) {
        long sliding = now.minus(window).toEpochMilli();
        return new int[] {
            since(sliding), since(now.truncatedTo(unit).toEpochMilli()), since(Math.max(sliding, recovered))
        };
    }

    private int since(long millis) {
        return ended.after(millis - 1);
    }

    /**
     * The calls that may still go, as far as that is known: what the latest response told while its window lasts, else the
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
    public Left left() {
        lock.lock();
        try {
            long now = clock.millis();
            boolean isTold = told.isValid(now);
            boolean isToldOfMinute = isTold && told.told().isOfMinute();
            return new Left(
                    isTold && !isToldOfMinute ? leftByTold() : left(hourLimit(now), HOUR, now),
                    isToldOfMinute ? leftByTold() : left(minuteLimit(now), MINUTE, now),
                    blockedUntil(now));
        } finally {
            lock.unlock();
        }
    }

    private Integer leftByTold() {
        return Math.max(0, told.left() - reserve);
    }

    private Integer left(int limit, Duration window, long now) {
        int used = underWay.get() + since(now - window.toMillis());
        return limit == 0 ? null : Integer.valueOf(Math.max(0, limit - used));
    }

    private Instant blockedUntil(long now) {
        boolean usedUp = told.isValid(now) && told.left() <= reserve;
        long until = Math.max(pause.isOver() ? Long.MIN_VALUE : pause.until(), usedUp ? told.until() : Long.MIN_VALUE);
        return until > now ? Instant.ofEpochMilli(until) : null;
    }

    private boolean isUnlimited(long now) {
        return hourLimit(now) == 0 && minuteLimit(now) == 0 && pause.isOver() && !told.isValid(now);
    }

    private int hourLimit(long now) {
        return limit(givenPerHour, now < toldUntil ? toldPerHour : 0, guessOfHour.limit(now));
    }

    private int minuteLimit(long now) {
        return limit(givenPerMinute, now < toldUntil ? toldPerMinute : 0, guessOfMinute.limit(now));
    }

    /** What is given is known better than what was told, and that better than a guess. */
    private int limit(int given, int toldOfIt, int guessed) {
        int limit = given > 0 ? given : toldOfIt > 0 ? toldOfIt : guessed;
        return limit == 0 ? 0 : Math.max(1, limit - reserve);
    }
}
