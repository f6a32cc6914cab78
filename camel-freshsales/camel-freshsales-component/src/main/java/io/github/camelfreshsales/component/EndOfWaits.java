// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.component;

import java.util.Set;
import org.apache.camel.Route;
import org.apache.camel.spi.ShutdownAware;
import org.apache.camel.spi.ShutdownPrepared;
import org.apache.camel.support.service.ServiceSupport;

/**
 * Ends the waits of the calls of a route when the route begins to stop or to suspend. Such a route first waits for its exchanges,
 * and Camel informs only the services of the route, which producers are not. So this service joins each route that makes calls,
 * and Camel stops it with the route.
 *
 * <p>Camel does not report that a route is resumed, or that a stop was given up. So waits are allowed again as soon as the route
 * has no exchange left.
 */
final class EndOfWaits extends ServiceSupport implements ShutdownPrepared {

    private static final long LOOK_AGAIN_MILLIS = 10;

    private final Route route;
    private final Set<StoppableSleepers> waiting;
    private final StopWindow window;
    private final Runnable afterwards;

    /**
     * @param waiting    who may wait for the route, now or later
     * @param window     how long Camel is held up until these have ended
     * @param afterwards what to do when the route has stopped
     */
    EndOfWaits(Route route, Set<StoppableSleepers> waiting, StopWindow window, Runnable afterwards) {
        this.route = route;
        this.waiting = waiting;
        this.window = window;
        this.afterwards = afterwards;
    }

    @Override
    public void prepareShutdown(boolean suspendOnly, boolean forced) {
        if (isIdle()) {
            return;
        }
        waiting.forEach(sleepers -> sleepers.stop(route.getRouteId()));
        if (!forced && awaitIdle()) {
            allow();
        } else {
            route.getCamelContext()
                    .getExecutorServiceManager()
                    .newThread("FreshsalesEndOfWaits", this::allowWhenIdle)
                    .start();
        }
    }

    /** Whether the exchanges have ended as long as Camel may be held up. */
    private boolean awaitIdle() {
        long end = window.end();
        try {
            while (!isIdle() && System.nanoTime() - end < 0) {
                Thread.sleep(LOOK_AGAIN_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return isIdle();
    }

    private void allowWhenIdle() {
        try {
            while (!isIdle() && isStarted()) {
                Thread.sleep(LOOK_AGAIN_MILLIS);
            }
            allow();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void allow() {
        waiting.forEach(sleepers -> sleepers.allow(route.getRouteId()));
    }

    private boolean isIdle() {
        int pending = route.getConsumer() instanceof ShutdownAware consumer ? consumer.getPendingExchangesSize() : 0;
        return pending + route.getCamelContext().getInflightRepository().size(route.getRouteId()) == 0;
    }

    @Override
    protected void doStop() {
        waiting.forEach(sleepers -> sleepers.forget(route.getRouteId()));
        afterwards.run();
    }
}
