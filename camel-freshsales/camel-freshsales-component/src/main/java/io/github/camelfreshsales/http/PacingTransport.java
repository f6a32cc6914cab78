package io.github.camelfreshsales.http;

import java.time.Duration;
import java.time.InstantSource;

/** Sends a request when its turn has come, so that the service does not have to refuse it. */
public final class PacingTransport implements Transport {

    private final Transport next;
    private final Quota quota;
    private final Duration longest;
    private final InstantSource clock;
    private final Sleeper sleeper;

    /** @param longest the longest that a call waits for its turn */
    public PacingTransport(Transport next, Quota quota, Duration longest, InstantSource clock, Sleeper sleeper) {
        this.next = next;
        this.quota = quota;
        this.longest = longest;
        this.clock = clock;
        this.sleeper = sleeper;
    }

    @Override
    public Response send(Request request) throws TransportException {
        Quota.Turn turn = quota.next(clock.instant(), longest);
        if (!turn.granted()) {
            throw TransportException.noQuota(
                    "the calls of this hour or minute are used up, and the next one is free in "
                            + turn.delay().toSeconds() + " s, beyond maxQuotaWait",
                    turn.delay());
        }
        await(turn.delay());
        Response response = next.send(request);
        quota.learn(clock.instant(), response);
        return response;
    }

    private void await(Duration wait) throws TransportException {
        if (wait.isZero()) {
            return;
        }
        try {
            if (sleeper.sleep(wait)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw TransportException.noQuota("the route stopped while the call waited for its turn", wait);
    }

    /** Closes nothing: what is below belongs to the account. */
    @Override
    public void close() {}
}
