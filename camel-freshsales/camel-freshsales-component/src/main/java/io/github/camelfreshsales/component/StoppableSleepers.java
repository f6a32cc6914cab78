// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.component;

import io.github.camelfreshsales.http.AbortSignal;
import io.github.camelfreshsales.http.Sleeper;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * The waits of a producer. They end when the producer stops, or a route of the call. Several routes may share a producer, so the
 * end of one route must not end the waits of another. Waits hold no monitor, so virtual threads can wait here.
 *
 * <p>A request that is under way when its route stops has a moment to get its response, since breaking it off would leave a
 * record of unknown outcome. A request that hangs is ended.
 */
final class StoppableSleepers {

    private static final Duration LONGEST = Duration.ofDays(365);
    private static final long MILLIS_TO_END_BY_ITSELF = 700;

    private final Set<Thread> sleeping = ConcurrentHashMap.newKeySet();
    private final Set<String> stoppedRoutes = ConcurrentHashMap.newKeySet();
    private final Map<Set<String>, AbortSignal> signals = new ConcurrentHashMap<>();
    private final Consumer<String> forgetting;
    private volatile boolean stopped;

    StoppableSleepers() {
        this(route -> {});
    }

    /** @param forgetting what to do when a route has stopped, perhaps for good */
    StoppableSleepers(Consumer<String> forgetting) {
        this.forgetting = forgetting;
    }

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

    /** What ends the requests of calls that have come by these routes. */
    AbortSignal signalOf(Set<String> routes) {
        return signals.computeIfAbsent(routes, any -> new AbortSignal());
    }

    private boolean sleepUnlessStopped(Duration time, BooleanSupplier happened, Set<String> routes)
            throws InterruptedException {
        long end = System.nanoTime() + (time.compareTo(LONGEST) < 0 ? time : LONGEST).toNanos();
        sleeping.add(Thread.currentThread());
        try {
            while (!isStopped(routes)) {
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

    private boolean isStopped(Set<String> routes) {
        return stopped || !stoppedRoutes.isEmpty() && routes.stream().anyMatch(stoppedRoutes::contains);
    }

    /** Ends all waits, those to come too. */
    void stop() {
        stopped = true;
        end();
    }

    /** Ends the waits of one route, those to come too. */
    void stop(String route) {
        stoppedRoutes.add(route);
        end();
    }

    private void end() {
        sleeping.forEach(LockSupport::unpark);
        if (!signals.isEmpty()) {
            CompletableFuture.delayedExecutor(MILLIS_TO_END_BY_ITSELF, TimeUnit.MILLISECONDS)
                    .execute(this::endRequests);
        }
    }

    private void endRequests() {
        signals.forEach((routes, signal) -> {
            if (isStopped(routes)) {
                signal.raise();
            }
        });
    }

    /** The route may wait again. */
    void allow(String route) {
        stoppedRoutes.remove(route);
        signals.forEach((routes, signal) -> {
            if (!isStopped(routes)) {
                signal.lower();
            }
        });
    }

    /** The route has stopped. */
    void forget(String route) {
        allow(route);
        signals.keySet().removeIf(routes -> routes.contains(route));
        forgetting.accept(route);
    }
}
