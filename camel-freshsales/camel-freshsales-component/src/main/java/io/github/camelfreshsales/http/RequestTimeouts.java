// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.http;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Ends each request of an account that takes longer than allowed, or whose server is silent for longer than allowed. One
 * timer of the JDK, set to what is due first, serves all of them: a request needs an entry in a set, but no thread, and its
 * socket no timeout, which would cost six more system calls for each read.
 */
final class RequestTimeouts implements AutoCloseable {

    private final Set<OutgoingRequest> underWay = ConcurrentHashMap.newKeySet();
    private final AtomicReference<CompletableFuture<Void>> timer = new AtomicReference<>();
    private final long longest;
    private final long silence;

    /**
     * @param longest the longest time for a request in all
     * @param silence the longest wait for the next bytes of a response
     */
    RequestTimeouts(Duration longest, Duration silence) {
        this.longest = longest.toNanos();
        this.silence = silence.toNanos();
    }

    void begin(OutgoingRequest request) {
        request.endsAt(System.nanoTime() + longest);
        underWay.add(request);
        if (timer.get() == null) {
            setTimer(Math.min(longest, silence));
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
            long silent = silence - request.silence(now);
            if (left <= 0) {
                request.end(OutgoingRequest.End.TIMEOUT);
            } else if (silent <= 0) {
                request.end(OutgoingRequest.End.SILENCE);
            } else {
                next = Math.min(next, Math.min(left, silent));
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
