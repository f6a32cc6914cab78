// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.http;

import io.github.camelfreshsales.AccountQuota;
import io.github.camelfreshsales.QuotaLimits;
import io.github.camelfreshsales.RemainingCalls;
import io.github.camelfreshsales.SharedQuota;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * How many calls an account has left, as far as this can be known: from the limits in the options, from the responses, and from
 * refusals. It counts a call when it permits it, so the call has to be sent at once. It does not decide who goes first.
 */
public final class Quota implements AutoCloseable {

    /** The calls an hour of the largest plan. */
    private static final int LARGEST_KNOWN = 5_000;

    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final long MINUTE = Duration.ofMinutes(1).toMillis();

    private final int reserve;
    private final InstantSource clock;
    private final AccountQuota shared;
    private final Limits limits;
    private final AtomicLong calls = new AtomicLong();
    private final AtomicInteger underWay = new AtomicInteger();
    private final CallLog ended;
    private final ReentrantLock lock = new ReentrantLock();

    private ReportedQuota reported = ReportedQuota.NONE;
    private Pause pause = Pause.NONE;
    private long last;
    private long recovered;
    private volatile boolean unlimited;
    private volatile Runnable room = () -> {};

    /**
     * @param perHour   the known limit of an hour, or 0 to learn it
     * @param perMinute the known limit of a minute, or 0 to learn it
     * @param reserve   calls of each window that are left to others
     * @param clock     a clock that does not go back
     */
    public Quota(int perHour, int perMinute, int reserve, InstantSource clock) {
        this(perHour, perMinute, reserve, clock, quota -> null);
    }

    /** A quota that leaves the counting to a quota of several processes, and only obeys its own responses. */
    public static Quota sharedBy(SharedQuota shared, String apiRoot, QuotaLimits limits, InstantSource clock) {
        return new Quota(
                limits.perHour(),
                limits.perMinute(),
                limits.reserve(),
                clock,
                quota -> shared.open(apiRoot, limits, quota::roomCame));
    }

    private Quota(int perHour, int perMinute, int reserve, InstantSource clock, Function<Quota, AccountQuota> shared) {
        this.reserve = reserve;
        this.clock = clock;
        this.limits = new Limits(perHour, perMinute, reserve);
        this.ended = new CallLog(Math.max(LARGEST_KNOWN, Math.max(perHour, perMinute)));
        this.last = clock.millis();
        this.recovered = last;
        this.shared = shared.apply(this);
        this.unlimited = this.shared != null || perHour == 0 && perMinute == 0;
    }

    /** What to do when calls can go earlier than announced. */
    void whenRoomComes(Runnable action) {
        room = action;
    }

    private void roomCame() {
        room.run();
    }

    /** Counts a call if it can go now. */
    Permit take() {
        return shared == null ? takeOwn() : takeShared();
    }

    private Permit takeShared() {
        Duration delay = shared.take();
        if (!delay.isZero()) {
            return Permit.notBefore(delay);
        }
        Permit own = takeOwn();
        if (!own.isGranted()) {
            shared.unused();
        }
        return own;
    }

    private Permit takeOwn() {
        if (unlimited) {
            // nothing to wait for, so nobody waits for the lock either
            return permit();
        }
        lock.lock();
        try {
            long now = clock.millis();
            unlimited = isUnlimited(now);
            long delay = delay(0, now);
            if (delay > 0) {
                return Permit.notBefore(Duration.ofMillis(delay));
            }
            last = now;
            reported = reported.sent();
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
        Duration own = ownDelay(before);
        Duration ofAll = shared == null ? Duration.ZERO : shared.delay(before);
        return own.compareTo(ofAll) < 0 ? ofAll : own;
    }

    private Duration ownDelay(int before) {
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
        long delay = Math.max(pause.delay(now), reported.delay(before, reserve, now, last));
        if (shared != null) {
            return delay; // the others keep to the limits, too
        }
        int perHour = limits.perHour(now);
        int perMinute = limits.perMinute(now);
        long ofHour = perHour == 0 ? 0 : delay(before, Window.ofHour(perHour), now);
        long ofMinute = perMinute == 0 ? 0 : delay(before, Window.ofMinute(perMinute), now);
        return Math.max(delay, Math.max(ofHour, ofMinute));
    }

    private long delay(int before, Window window, long now) {
        return window.delay(before, ended, underWay.get(), now, last);
    }

    /** Returns the permit of a call that was not sent. */
    void unused(Permit permit) {
        if (shared != null) {
            shared.unused();
        }
        underWay.getAndDecrement();
        if (unlimited) {
            return;
        }
        lock.lock();
        try {
            endPause(permit, false, clock.millis());
        } finally {
            lock.unlock();
        }
    }

    /**
     * Records the end of a call, and learns from its response.
     *
     * @param response      null without a response
     * @param shortestPause how long no call goes after a first refusal at least; it doubles with each further one
     */
    void ended(Permit permit, Response response, Duration shortestPause) {
        RateLimit rate = response == null ? null : RateLimit.of(response, clock.instant());
        boolean refused = response != null && response.status() == Fate.TOO_MANY_REQUESTS;
        if (unlimited && !refused && rate == null) {
            count(clock.millis());
            return;
        }
        lock.lock();
        try {
            Instant now = clock.instant();
            count(now.toEpochMilli());
            if (rate != null) {
                reported = reported.after(rate, permit.number(), underWay.get(), now.toEpochMilli());
                learn(rate, now.toEpochMilli());
            }
            if (refused) {
                refused(permit, response, rate, shortestPause, now);
            } else {
                endPause(permit, response != null, now.toEpochMilli());
            }
            unlimited = isUnlimited(now.toEpochMilli());
        } finally {
            lock.unlock();
        }
    }

    private void learn(RateLimit rate, long now) {
        if (shared == null) {
            limits.reported(rate, now);
        } else if (rate.remaining() != null && !rate.isOfMinute()) {
            // a minute is over before the others could know of it
            shared.learn(new RemainingCalls(rate.remaining(), rate.reset(), underWay.get()));
        }
    }

    private void count(long now) {
        ended.add(now);
        underWay.getAndDecrement();
    }

    private void refused(Permit permit, Response response, RateLimit rate, Duration shortestPause, Instant now) {
        Duration asked = RetryAfter.of(response, now);
        Duration named = asked == null && rate != null ? rate.reset() : asked;
        if (named == null && shared == null && !pause.isOld(permit.number())) {
            limits.refused(ended, pause, recovered, now);
        }
        pause = pause.refused(permit.number(), named, calls.get(), shortestPause, now.toEpochMilli());
    }

    private void endPause(Permit permit, boolean responded, long now) {
        boolean rested = !pause.isOver();
        pause = pause.ended(permit.number(), responded, now);
        recovered = rested && pause.isOver() ? now : recovered;
    }

    private boolean isUnlimited(long now) {
        boolean nothingToCount = shared != null || limits.perHour(now) == 0 && limits.perMinute(now) == 0;
        return nothingToCount && pause.isOver() && !reported.isValid(now);
    }

    /**
     * The calls that can still go, as far as that is known: what the latest response reported while its window lasts, else the
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

    /**
     * The calls that may go in a window, less the reserve, as far as that is known.
     *
     * @param hour   of an hour, or null
     * @param minute of a minute, or null
     */
    public record Known(Integer hour, Integer minute) {}

    /** What the limits are known, or guessed, to be. */
    public Known limits() {
        lock.lock();
        try {
            long now = clock.millis();
            return new Known(known(limits.perHour(now)), known(limits.perMinute(now)));
        } finally {
            lock.unlock();
        }
    }

    private static Integer known(int limit) {
        return limit == 0 ? null : Integer.valueOf(limit);
    }

    /** Reads what is left, and takes nothing. */
    public Left left() {
        lock.lock();
        try {
            long now = clock.millis();
            boolean isReported = reported.isValid(now);
            boolean isOfMinute = isReported && reported.rate().isOfMinute();
            Integer left = Math.max(0, reported.left() - reserve);
            return new Left(
                    isReported && !isOfMinute ? left : leftOfHour(now),
                    isOfMinute ? left : leftOfMinute(now),
                    blockedUntil(now));
        } finally {
            lock.unlock();
        }
    }

    private Integer leftOfHour(long now) {
        return shared == null ? left(limits.perHour(now), now - HOUR) : Integer.valueOf(shared.left());
    }

    private Integer leftOfMinute(long now) {
        return shared == null ? left(limits.perMinute(now), now - MINUTE) : null;
    }

    private Integer left(int limit, long since) {
        int used = underWay.get() + ended.since(since);
        return limit == 0 ? null : Integer.valueOf(Math.max(0, limit - used));
    }

    private Instant blockedUntil(long now) {
        boolean usedUp = reported.isValid(now) && reported.left() <= reserve;
        long until = Math.max(now + pause.delay(now), usedUp ? reported.until() : now);
        return until > now ? Instant.ofEpochMilli(until) : null;
    }

    @Override
    public void close() {
        if (shared != null) {
            shared.close();
        }
    }
}
