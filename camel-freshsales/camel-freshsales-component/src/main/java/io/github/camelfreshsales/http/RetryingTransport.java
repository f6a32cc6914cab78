// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends a request again that failed in a way that may pass. Whether it may go again is asked of {@link Fate}, how long to
 * wait of {@link Backoff}; the responses have been read and closed before it waits.
 */
public final class RetryingTransport implements Transport {

    private static final Logger LOG = LoggerFactory.getLogger(RetryingTransport.class);

    private final Transport next;
    private final RetryLimits limits;
    private final Backoff backoff;
    private final InstantSource clock;
    private final Sleeper sleeper;

    public RetryingTransport(
            Transport next, RetryLimits limits, InstantSource clock, Sleeper sleeper, RandomGenerator random) {
        this.next = next;
        this.limits = limits;
        this.backoff = new Backoff(limits, random);
        this.clock = clock;
        this.sleeper = sleeper;
    }

    @Override
    public Response send(Request request) throws TransportException {
        return new Call(request).send();
    }

    /** Closes nothing: what is below belongs to the account. */
    @Override
    public void close() {}

    /** One call with its retries. */
    private final class Call {

        private final Request request;
        private final Instant begin = clock.instant();
        private final List<Exception> earlier = new ArrayList<>();
        private Duration waitedForQuota = Duration.ZERO;
        private WaitTimes waits = WaitTimes.NONE;
        private boolean mayHaveActed;

        Call(Request request) {
            this.request = request;
        }

        Response send() throws TransportException {
            while (true) {
                try {
                    Response response = next.send(request);
                    waits = waits.plus(response.history().waits());
                    Fate fate = Fate.of(request, response);
                    if (!fate.again() || !request.canBeWrittenAgain() || !waitAfter(response, fate)) {
                        return isGoneAsWished(response) ? Response.gone(history()) : response.after(history());
                    }
                } catch (TransportException e) {
                    waits = waits.plus(e.history().waits());
                    Fate fate = Fate.of(request, e);
                    boolean mayGoAgain = fate.again() && e.retryAfter() == null && canBeWrittenAfter(e);
                    if (!mayGoAgain || !waitAfter(e, fate)) {
                        throw e.after(history());
                    }
                }
            }
        }

        /** Whether a delete of unknown outcome has succeeded: its retry does not find the record. */
        private boolean isGoneAsWished(Response response) {
            return response.status() == 404 && mayHaveActed && request.method().equals("DELETE");
        }

        private boolean canBeWrittenAfter(TransportException e) {
            return e.stage() == TransportException.Stage.NOT_SENT || request.canBeWrittenAgain();
        }

        private boolean waitAfter(Response response, Fate fate) {
            mayHaveActed |= fate.acted();
            Duration asked = RetryAfter.of(response, clock.instant());
            boolean forQuota = response.status() == Fate.TOO_MANY_REQUESTS;
            Duration wait = backoff.before(attempt(), asked);
            Duration least = asked == null || asked.compareTo(limits.delay()) < 0 ? wait : asked;
            Duration quotaWait = forQuota || asked != null ? waitedForQuota.plus(least) : waitedForQuota;
            if (quotaWait.compareTo(limits.maxQuotaWait()) > 0) {
                return false;
            }
            waitedForQuota = quotaWait;
            WaitTimes waiting = forQuota ? WaitTimes.ofQuota(wait) : WaitTimes.ofRetry(wait);
            return pause(wait, waiting, new FailedAttempt(described(response)));
        }

        private static String described(Response response) {
            return "returned " + response.status() + (response.problem() == null ? "" : ", but " + response.problem());
        }

        private boolean waitAfter(TransportException e, Fate fate) {
            mayHaveActed |= fate.acted();
            Duration wait = backoff.before(attempt(), null);
            return pause(wait, WaitTimes.ofRetry(wait), e);
        }

        /** Waits for the next attempt; false when there is none. */
        private boolean pause(Duration wait, WaitTimes counted, Exception failure) {
            if (attempt() > limits.maxRetries() || isTooLate(wait)) {
                return false;
            }
            if (LOG.isDebugEnabled()) {
                LOG.debug(
                        "{} attempt {} {}; retry in {} ms",
                        request.method(),
                        attempt(),
                        failure.getMessage(),
                        wait.toMillis());
            }
            try {
                if (!sleeper.sleep(wait)) {
                    return false;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
            earlier.add(failure);
            waits = waits.plus(counted);
            return true;
        }

        private boolean isTooLate(Duration wait) {
            return Duration.between(begin, clock.instant()).plus(wait).compareTo(limits.longest()) > 0;
        }

        private int attempt() {
            return earlier.size() + 1;
        }

        private History history() {
            return earlier.isEmpty() ? History.FIRST.plus(waits) : new History(attempt(), earlier, waits);
        }
    }
}
