package io.github.camelfreshsales.component;

import io.github.camelfreshsales.http.Sleeper;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The waits of a producer. They really wait, but no longer than until the producer stops, or a route that the call has come
 * by. Several routes may share a producer, so the end of one must not end the waits of another. No monitor is held, so a
 * virtual thread can wait here.
 */
final class StoppableSleepers {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition change = lock.newCondition();
    private final Set<String> watchedRoutes = ConcurrentHashMap.newKeySet();
    private final Set<String> stoppedRoutes = new HashSet<>();
    private boolean stopped;

    /** How calls wait that have come by these routes. */
    Sleeper of(Set<String> routes) {
        return time -> sleep(time, routes);
    }

    private boolean sleep(Duration time, Set<String> routes) throws InterruptedException {
        long left = time.toNanos();
        lock.lockInterruptibly();
        try {
            while (!stopped && routes.stream().noneMatch(stoppedRoutes::contains)) {
                if (left <= 0) {
                    return true;
                }
                left = change.awaitNanos(left);
            }
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** Ends all waits, those to come too. */
    void stop() {
        change(() -> stopped = true);
    }

    /** Ends the waits of one route until it starts again. */
    void stop(String route) {
        change(() -> stoppedRoutes.add(route));
    }

    /** A route starts, perhaps again: it may wait, and nobody watches its end yet. */
    void start(String route) {
        watchedRoutes.remove(route);
        change(() -> stoppedRoutes.remove(route));
    }

    /** Whether the end of a route has still to be watched; true only once for each start of it. */
    boolean watch(String route) {
        return watchedRoutes.add(route);
    }

    private void change(Runnable step) {
        lock.lock();
        try {
            step.run();
            change.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
