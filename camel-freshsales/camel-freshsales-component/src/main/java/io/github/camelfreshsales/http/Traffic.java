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
 * What has been called of an account, and what came of it. It holds numbers, statuses and times only, nothing of a
 * request or a record. Whoever calls does not wait for whoever counts or reads.
 */
public final class Traffic {

    /** An answer of this kind tells that the account as a whole cannot be used, not just that one call was wrong. */
    private static final int UNAUTHORIZED = 401;

    private final InstantSource clock;
    private final TrafficObserver observer;
    private final LongAdder calls = new LongAdder();
    private final LongAdder unanswered = new LongAdder();
    private final LongAdder waiting = new LongAdder();
    private final LongAdder jobs = new LongAdder();
    private final Map<Integer, LongAdder> answers = new ConcurrentHashMap<>();
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
     * @param status the status of the answer, or 0 when there was none; that of a success when it could not be read
     */
    public record Failure(Instant at, int status) {

        /** The status, or that there was no answer. */
        @Override
        public String toString() {
            return status == 0 ? "no answer" : status + (status < 300 ? ", unreadable" : "");
        }
    }

    void sent() {
        calls.increment();
    }

    void answered(Request request, Response response, long nanos) {
        LongAdder count = answers.get(response.status());
        // a map that computes may lock, and nearly every answer has the status of an earlier one
        (count == null ? answers.computeIfAbsent(response.status(), status -> new LongAdder()) : count).increment();
        if (!response.succeeded()) {
            failed(response.status());
        } else if (!response.isHtml()) {
            lastSuccess = clock.instant();
            out = false;
        }
        observer.requestEnded(request.purpose(), response.status(), !response.isHtml(), nanos);
    }

    void unanswered(Request request, TransportException e, long nanos) {
        unanswered.increment();
        failed(e.status()); // 2xx when an answer came but could not be read
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

    /** Takes note of how a call got to its end, with so many requests. */
    public void callEnded(Purpose purpose, int requests, Waits waits) {
        if (requests > 1) {
            observer.retried(purpose, requests - 1);
        }
        if (waits != Waits.NONE) {
            observer.waited(waits);
        }
    }

    /** Takes note of what became of a record of many. */
    public void recordEnded(Purpose purpose, RecordResult.Outcome outcome) {
        observer.recordEnded(purpose, outcome);
    }

    /** Takes note of a bulk job whose end is awaited. */
    public void jobBegan() {
        jobs.increment();
    }

    /**
     * Takes note of a bulk job that nobody waits for any more.
     *
     * @param finished whether it has ended, as opposed to the wait for it
     * @param age      since it was accepted
     */
    public void jobEnded(Purpose purpose, boolean finished, Duration age) {
        jobs.decrement();
        observer.jobEnded(purpose, finished, age);
    }

    /** The requests that were sent, repeats included. */
    public long calls() {
        return calls.sum();
    }

    /** The requests that got no answer, or one that could not be read. */
    public long callsWithoutAnswer() {
        return unanswered.sum();
    }

    /** How many answers had which status. */
    public SortedMap<Integer, Long> answers() {
        SortedMap<Integer, Long> sums = new TreeMap<>();
        answers.forEach((status, count) -> sums.put(status, count.sum()));
        return sums;
    }

    /** The requests that did not succeed. */
    public long errors() {
        return callsWithoutAnswer()
                + answers().entrySet().stream()
                        .filter(answer -> answer.getKey() < 200 || answer.getKey() >= 300)
                        .mapToLong(Map.Entry::getValue)
                        .sum();
    }

    /** The calls that wait now, for quota or before a repeat. */
    public long waiting() {
        return waiting.sum();
    }

    /** The bulk jobs whose end is awaited now. */
    public long jobs() {
        return jobs.sum();
    }

    /** When the service last did what it was asked to, or null. */
    public Instant lastSuccess() {
        return lastSuccess;
    }

    /** The latest call that did not succeed, or null. */
    public Failure lastFailure() {
        return lastFailure;
    }

    /**
     * The latest call that says something about the account as a whole, or null: no answer, a gateway without a service
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
