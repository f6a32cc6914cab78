// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.http;

import io.github.camelfreshsales.RecordResult;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;

/**
 * Counts the calls of an account and their results. It contains only numbers, statuses and times, nothing of a request or a
 * record. Callers do not wait for those who count or read.
 */
public final class Traffic {

    /** A response with this status means that the whole account cannot be used, not only that one call was wrong. */
    private static final int UNAUTHORIZED = 401;

    private final InstantSource clock;
    private final TrafficObserver observer;
    private final LongAdder calls = new LongAdder();
    private final LongAdder withoutResponse = new LongAdder();
    private final LongAdder waiting = new LongAdder();
    private final LongAdder jobs = new LongAdder();
    private final Map<Integer, LongAdder> responses = new ConcurrentHashMap<>();
    private volatile Instant lastSuccess;
    private volatile Failure lastFailure;
    private volatile Failure lastOutage;
    private volatile boolean out;

    public Traffic(InstantSource clock) {
        this(clock, TrafficObserver.NONE);
    }

    /** @param observer learns what is counted here, and more */
    public Traffic(InstantSource clock, TrafficObserver observer) {
        this.clock = clock;
        this.observer = observer;
    }

    /**
     * A call that did not succeed.
     *
     * @param at     when
     * @param status the status of the response, or 0 without a response; that of a success if the response was not readable
     */
    public record Failure(Instant at, int status) {

        /** The status, or the words for none. */
        @Override
        public String toString() {
            return status == 0 ? "no response" : status + (status < 300 ? ", unreadable" : "");
        }
    }

    void sent() {
        calls.increment();
    }

    void responded(Request request, Response response, long nanos) {
        LongAdder count = responses.get(response.status());
        // a map that computes may lock, and nearly every response has the status of an earlier one
        (count == null ? responses.computeIfAbsent(response.status(), status -> new LongAdder()) : count).increment();
        if (!response.succeeded()) {
            failed(response.status());
        } else if (!response.isHtml()) {
            lastSuccess = clock.instant();
            out = false;
        }
        observer.requestEnded(request.purpose(), response.status(), !response.isHtml(), nanos);
    }

    void failedWithoutResponse(Request request, TransportException e, long nanos) {
        withoutResponse.increment();
        failed(e.status()); // 2xx when a response arrived, but was not readable
        observer.requestEnded(request.purpose(), e.status(), false, nanos);
    }

    private void failed(int status) {
        Failure failure = new Failure(clock.instant(), status);
        lastFailure = failure;
        if (status == 0 || status == UNAUTHORIZED || status == 502 || status == 503 || status == 504) {
            lastOutage = failure;
            out = true;
        }
    }

    /** The same wait, counted while it lasts. */
    public Sleeper counted(Sleeper sleeper) {
        return new CountedSleeper(sleeper);
    }

    private final class CountedSleeper implements Sleeper {

        private final Sleeper sleeper;

        CountedSleeper(Sleeper sleeper) {
            this.sleeper = sleeper;
        }

        @Override
        public boolean sleep(Duration time) throws InterruptedException {
            return sleep(time, () -> false);
        }

        @Override
        public boolean sleep(Duration time, BooleanSupplier happened) throws InterruptedException {
            waiting.increment();
            try {
                return sleeper.sleep(time, happened);
            } finally {
                waiting.decrement();
            }
        }
    }

    /** Counts a call that has ended after this many requests. */
    public void callEnded(Purpose purpose, int requests, WaitTimes waits) {
        if (requests > 1) {
            observer.retried(purpose, requests - 1);
        }
        if (waits != WaitTimes.NONE) {
            observer.waited(waits);
        }
    }

    /** Counts the outcome of a record of many. */
    public void recordEnded(Purpose purpose, RecordResult.Outcome outcome) {
        observer.recordEnded(purpose, outcome);
    }

    /** Counts a bulk job that a call waits for. */
    public void jobBegan() {
        jobs.increment();
    }

    /**
     * Counts a bulk job that no call waits for any more.
     *
     * @param finished whether the job has ended, and not only the wait for it
     * @param age      since it was accepted
     */
    public void jobEnded(Purpose purpose, boolean finished, Duration age) {
        jobs.decrement();
        observer.jobEnded(purpose, finished, age);
    }

    /** The requests that were sent, including retries. */
    public long calls() {
        return calls.sum();
    }

    /** The requests without a readable response. */
    public long callsWithoutResponse() {
        return withoutResponse.sum();
    }

    /** The number of responses with each status. */
    public SortedMap<Integer, Long> responses() {
        SortedMap<Integer, Long> sums = new TreeMap<>();
        responses.forEach((status, count) -> sums.put(status, count.sum()));
        return sums;
    }

    /** The requests that did not succeed. */
    public long errors() {
        return callsWithoutResponse()
                + responses().entrySet().stream()
                        .filter(response -> response.getKey() < 200 || response.getKey() >= 300)
                        .mapToLong(Map.Entry::getValue)
                        .sum();
    }

    /** The calls that wait now, for quota or before a retry. */
    public long waiting() {
        return waiting.sum();
    }

    /** The bulk jobs that a call waits for now. */
    public long jobs() {
        return jobs.sum();
    }

    /** When a call last succeeded, or null. */
    public Instant lastSuccess() {
        return lastSuccess;
    }

    /** The latest call that did not succeed, or null. */
    public Failure lastFailure() {
        return lastFailure;
    }

    /**
     * The latest call that says something about the account as a whole, or null: no response, a gateway without a service
     * behind it, or a key that is not accepted.
     */
    public Failure lastOutage() {
        return lastOutage;
    }

    /** Whether there was a success in that time, and no outage since. */
    public boolean isHealthy(Duration within) {
        Instant success = lastSuccess;
        return success != null && !success.isBefore(clock.instant().minus(within)) && !isOut();
    }

    /** Whether the latest thing known of the account is an outage. */
    public boolean isOut() {
        return out;
    }

    Instant now() {
        return clock.instant();
    }
}
