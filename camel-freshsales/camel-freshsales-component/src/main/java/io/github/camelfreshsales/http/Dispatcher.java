// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.http;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Starts the calls of an account as soon as a connection is free and the quota has room, in a fair order: each route with
 * something to send gets its first turn before any route gets its second, however many threads it has.
 *
 * <p>It needs no thread except those of the callers. One of the waiting callers, the timekeeper, wakes up when the quota may have
 * room again; all others sleep until their call is granted.
 */
public final class Dispatcher {

    private final Quota quota;
    private final int connections;
    private final Duration connectionWait;
    private final InstantSource clock;
    private final AtomicInteger busy = new AtomicInteger();
    private final FairQueue<Waiting> queue = new FairQueue<>();
    private final ReentrantLock lock = new ReentrantLock();
    private volatile boolean queued;
    private Waiting timekeeper;
    private Duration untilRoom;

    /**
     * @param connections    the calls that may be under way at a time
     * @param connectionWait the longest that a call waits for one of them to end
     * @param clock          a clock that does not go back
     */
    public Dispatcher(Quota quota, int connections, Duration connectionWait, InstantSource clock) {
        this.quota = quota;
        this.connections = connections;
        this.connectionWait = connectionWait;
        this.clock = clock;
        quota.whenRoomComes(this::grantWaiting);
    }

    /** The calls that the account has left. */
    public Quota quota() {
        return quota;
    }

    /** A call that waits. */
    final class Waiting {

        private final Object route;
        private final long since = clock.millis();
        private final Duration longest;
        private final Runnable wake;
        private volatile Permit permit;
        private volatile boolean woken;
        private volatile boolean forQuota;

        private Waiting(Object route, Duration longest, Runnable wake) {
            this.route = route;
            this.longest = longest;
            this.wake = wake;
        }

        boolean isGranted() {
            return permit != null;
        }

        Permit permit() {
            return permit;
        }

        private boolean isWoken() {
            return woken;
        }

        private void wake() {
            woken = true;
            wake.run();
        }

        private WaitTimes waits() {
            return forQuota ? WaitTimes.ofQuota(waited()) : WaitTimes.ofConnection(waited());
        }

        private Duration waited() {
            return Duration.ofMillis(clock.millis() - since);
        }
    }

    /**
     * Waits until a call may go. The permit must be given back by {@link #ended} or {@link #unused}.
     *
     * @param route   what shares one turn
     * @param longest the longest wait for quota
     * @throws TransportException when its turn would come later than that, or the route stops
     */
    Permit acquire(Object route, Duration longest, Sleeper sleeper) throws TransportException {
        Permit permit = tryNow();
        return permit == null ? await(join(route, longest, unpark(Thread.currentThread())), sleeper) : permit;
    }

    private static Runnable unpark(Thread thread) {
        return () -> LockSupport.unpark(thread);
    }

    /** Grants the call at once if no other call waits and there is room; null otherwise. */
    Permit tryNow() {
        if (queued || !takeConnection()) {
            return null;
        }
        Permit permit = quota.take();
        if (permit.isGranted()) {
            return permit;
        }
        busy.getAndDecrement();
        return null;
    }

    private boolean takeConnection() {
        if (busy.incrementAndGet() <= connections) {
            return true;
        }
        busy.getAndDecrement();
        return false;
    }

    /** Starts to wait, unless the turn would come too late. */
    Waiting join(Object route, Duration longest, Runnable wake) throws TransportException {
        lock.lock();
        try {
            Duration delay = quota.delay(queue.before(route));
            if (delay.compareTo(longest) > 0) {
                throw noQuota("the next one is free in " + seconds(delay) + " s, beyond maxQuotaWait", delay);
            }
            Waiting waiting = new Waiting(route, longest, wake);
            queue.add(route, waiting);
            queued = true;
            return waiting;
        } finally {
            lock.unlock();
        }
    }

    private Permit await(Waiting waiting, Sleeper sleeper) throws TransportException {
        boolean goes = false;
        try {
            while (!waiting.isGranted()) {
                if (!sleeper.sleep(untilNextTry(waiting), waiting::isWoken)) {
                    throw stopped(waiting);
                }
            }
            goes = true;
            return waiting.permit().after(waiting.waits());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw after(waiting, stopped(waiting));
        } catch (TransportException e) {
            throw after(waiting, e);
        } finally {
            if (!goes) {
                leave(waiting);
            }
        }
    }

    private static TransportException after(Waiting waiting, TransportException e) {
        return e.after(e.history().plus(waiting.waits()));
    }

    /** Grants what can be granted, and returns when a call that still waits has to try again. */
    Duration untilNextTry(Waiting waiting) throws TransportException {
        lock.lock();
        try {
            grant();
            waiting.woken = false;
            if (waiting.isGranted()) {
                return Duration.ZERO;
            }
            waiting.forQuota |= untilRoom != null;
            Duration rest = untilGivingUp(waiting);
            return timekeeper == waiting && untilRoom != null && untilRoom.compareTo(rest) < 0 ? untilRoom : rest;
        } finally {
            lock.unlock();
        }
    }

    private Duration untilGivingUp(Waiting waiting) throws TransportException {
        Duration waited = waiting.waited();
        Duration rest = waiting.longest.minus(waited);
        if (isPositive(rest)) {
            return rest;
        }
        if (untilRoom != null) {
            Duration delay = delay(waiting);
            throw noQuota("the call has waited " + seconds(waited) + " s, the longest that maxQuotaWait allows", delay);
        }
        Duration restForConnection = connectionWait.minus(waited);
        if (isPositive(restForConnection)) {
            return restForConnection;
        }
        throw new TransportException(
                TransportException.Stage.NOT_SENT,
                0,
                true,
                "no connection became free; raise maxConnections or call from fewer threads",
                null);
    }

    private static boolean isPositive(Duration duration) {
        return !duration.isNegative() && !duration.isZero();
    }

    /** Grants all calls that can go; afterwards untilRoom is null if none waits, or all wait for a connection. */
    private void grant() {
        untilRoom = null;
        while (!queue.isEmpty() && takeConnection()) {
            Permit permit = quota.take();
            if (!permit.isGranted()) {
                busy.getAndDecrement();
                untilRoom = permit.delay();
                break;
            }
            Waiting next = queue.poll();
            next.permit = permit;
            dismiss(next);
            next.wake();
        }
        queued = !queue.isEmpty();
        if (timekeeper == null && untilRoom != null) {
            timekeeper = queue.peek();
            timekeeper.wake();
        }
    }

    private void dismiss(Waiting gone) {
        if (timekeeper == gone) {
            timekeeper = null;
        }
    }

    /** Grants what can be granted after something has changed; there may be room sooner than the timekeeper knows. */
    private void grantAnew() {
        grant();
        if (timekeeper != null && untilRoom != null) {
            timekeeper.wake();
        }
    }

    /** Ends the wait of a call that gives up. If it was granted meanwhile, the next call gets its permit. */
    void leave(Waiting waiting) {
        lock.lock();
        try {
            if (waiting.isGranted()) {
                quota.unused(waiting.permit());
                busy.getAndDecrement();
            } else {
                queue.remove(waiting.route, waiting);
                dismiss(waiting);
            }
            grantAnew();
        } finally {
            lock.unlock();
        }
    }

    /** A call has ended, see {@link Quota#ended}. */
    void ended(Permit permit, Response response, Duration shortestPause) {
        quota.ended(permit, response, shortestPause);
        release();
    }

    /** A call was permitted, but not sent. */
    void unused(Permit permit) {
        quota.unused(permit);
        release();
    }

    private void release() {
        busy.getAndDecrement();
        grantWaiting();
    }

    /** Grants what can be granted to those that wait. */
    private void grantWaiting() {
        if (!queued) {
            return;
        }
        lock.lock();
        try {
            grantAnew();
        } finally {
            lock.unlock();
        }
    }

    private TransportException stopped(Waiting waiting) {
        return TransportException.noQuota("the route stopped while the call waited for its turn", delay(waiting));
    }

    private Duration delay(Waiting waiting) {
        lock.lock();
        try {
            return quota.delay(Math.max(0, queue.before(waiting.route) - 1)); // it waits itself
        } finally {
            lock.unlock();
        }
    }

    private static TransportException noQuota(String what, Duration delay) {
        return TransportException.noQuota("the calls of this hour or minute are used up, and " + what, delay);
    }

    /** Whole seconds, rounded up. */
    private static long seconds(Duration duration) {
        return duration.plusMillis(999).toSeconds();
    }
}
