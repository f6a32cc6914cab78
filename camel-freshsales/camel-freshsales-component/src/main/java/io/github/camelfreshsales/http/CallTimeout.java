// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.http;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Ends each request of an account that takes longer than allowed. One timer of the JDK, set to the deadline of the oldest
 * request, serves all of them: a request needs an entry in a set, but no thread.
 */
final class CallTimeout implements AutoCloseable {

    private final Set<OutgoingRequest> underWay = ConcurrentHashMap.newKeySet();
    private final AtomicReference<CompletableFuture<Void>> timer = new AtomicReference<>();
    private final long nanos;

    CallTimeout(Duration longest) {
        this.nanos = longest.toNanos();
    }

    void begin(OutgoingRequest request) {
        request.endsAt(System.nanoTime() + nanos);
        underWay.add(request);
        if (timer.get() == null) {
            setTimer(nanos);
        }
    }

    void end(OutgoingRequest request) {
        underWay.remove(request);
    }

    private void setTimer(long delay) {
        CompletableFuture<Void> next = new CompletableFuture<>();
        if (timer.compareAndSet(null, next)) {
            // on the thread of the timer: those of the common pool may all wait for the very requests that are to end
            next.thenRun(this::endLateOnes);
            next.completeOnTimeout(null, delay, TimeUnit.NANOSECONDS);
        }
    }

    private void endLateOnes() {
        timer.set(null); // first, so that a request that begins meanwhile is either seen here or sets the timer itself
        long now = System.nanoTime();
        long next = Long.MAX_VALUE;
        for (OutgoingRequest request : underWay) {
            long left = request.deadline() - now;
            if (left > 0) {
                next = Math.min(next, left);
            } else {
                request.end(OutgoingRequest.End.TIMEOUT);
            }
        }
        if (next < Long.MAX_VALUE) {
            setTimer(next);
        }
    }

    /** Ends the requests under way. */
    @Override
    public void close() {
        CompletableFuture<Void> last = timer.getAndSet(null);
        if (last != null) {
            last.cancel(false); // thus the JDK forgets it at once
        }
        underWay.forEach(request -> request.end(OutgoingRequest.End.STOPPED));
    }
}
