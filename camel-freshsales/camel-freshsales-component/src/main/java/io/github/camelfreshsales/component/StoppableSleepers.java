package io.github.camelfreshsales.component;

import io.github.camelfreshsales.http.Sleeper;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * The waits of a producer. They really wait, but no longer than until the producer stops, or a route that the call has come
 * by. Several routes may share a producer, so the end of one must not end the waits of another. No monitor is held, so a
 * virtual thread can wait here.
 */
final class StoppableSleepers {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition change = lock.newCondition();
    private final Set<String> stoppedRoutes = new HashSet<>();
    private final Consumer<String> forgetting;
    private boolean stopped;

    StoppableSleepers() {
        this(route -> {});
    }

    /** @param forgetting what to do when a route has stopped, perhaps for good */
    StoppableSleepers(Consumer<String> forgetting) {
        this.forgetting = forgetting;
    }

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

    /** Ends the waits of one route, those to come too. */
    void stop(String route) {
        change(() -> stoppedRoutes.add(route));
    }

    /** The route may wait again. */
    void allow(String route) {
        change(() -> stoppedRoutes.remove(route));
    }

    /** The route has stopped. */
    void forget(String route) {
        allow(route);
        forgetting.accept(route);
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
