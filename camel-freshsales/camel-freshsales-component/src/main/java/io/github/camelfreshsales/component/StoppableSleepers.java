package io.github.camelfreshsales.component;

import io.github.camelfreshsales.http.Sleeper;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * The waits of a producer. They really wait, but no longer than until the producer stops, or a route that the call has come
 * by. Several routes may share a producer, so the end of one must not end the waits of another. No monitor is held, so a
 * virtual thread can wait here.
 */
final class StoppableSleepers {

    private static final Duration LONGEST = Duration.ofDays(365);

    private final Set<Thread> sleeping = ConcurrentHashMap.newKeySet();
    private final Set<String> watchedRoutes = ConcurrentHashMap.newKeySet();
    private final Set<String> stoppedRoutes = ConcurrentHashMap.newKeySet();
    private volatile boolean stopped;

    /** How calls wait that have come by these routes. */
    Sleeper of(Set<String> routes) {
        return new Sleeper() {
            @Override
            public boolean sleep(Duration time) throws InterruptedException {
                return sleep(time, () -> false);
            }

            @Override
            public boolean sleep(Duration time, BooleanSupplier happened) throws InterruptedException {
                return sleepUnlessStopped(time, happened, routes);
            }
        };
    }

    private boolean sleepUnlessStopped(Duration time, BooleanSupplier happened, Set<String> routes)
            throws InterruptedException {
        long end = System.nanoTime() + (time.compareTo(LONGEST) < 0 ? time : LONGEST).toNanos();
        sleeping.add(Thread.currentThread());
        try {
            while (!stopped && routes.stream().noneMatch(stoppedRoutes::contains)) {
                long left = end - System.nanoTime();
                if (left <= 0 || happened.getAsBoolean()) {
                    return true;
                }
                LockSupport.parkNanos(this, left);
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
            }
            return false;
        } finally {
            sleeping.remove(Thread.currentThread());
        }
    }

    /** Ends all waits, those to come too. */
    void stop() {
        stopped = true;
        wake();
    }

    /** Ends the waits of one route until it starts again. */
    void stop(String route) {
        stoppedRoutes.add(route);
        wake();
    }

    private void wake() {
        sleeping.forEach(LockSupport::unpark);
    }

    /** A route starts, perhaps again: it may wait, and nobody watches its end yet. */
    void start(String route) {
        watchedRoutes.remove(route);
        stoppedRoutes.remove(route);
    }

    /** Whether the end of a route has still to be watched; true only once for each start of it. */
    boolean watch(String route) {
        return watchedRoutes.add(route);
    }
}
