// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.http;

/** Sends a request when its turn has come, so that the service does not have to refuse it. */
public final class PacingTransport implements Transport {

    private final Transport next;
    private final Dispatcher dispatcher;
    private final Object route;
    private final RetryLimits limits;
    private final Sleeper sleeper;

    /**
     * @param route  the key by which calls share turns: the calls of a route have the same
     * @param limits how long a call waits for quota, and how long to pause after a refusal
     */
    public PacingTransport(Transport next, Dispatcher dispatcher, Object route, RetryLimits limits, Sleeper sleeper) {
        this.next = next;
        this.dispatcher = dispatcher;
        this.route = route;
        this.limits = limits;
        this.sleeper = sleeper;
    }

    @Override
    public Response send(Request request) throws TransportException {
        Permit permit = dispatcher.acquire(route, limits.maxQuotaWait(), sleeper);
        Response response = null;
        boolean sent = true;
        try {
            response = next.send(request);
            return response.after(response.history().plus(permit.waits()));
        } catch (TransportException e) {
            sent = e.stage() != TransportException.Stage.NOT_SENT;
            throw e.after(e.history().plus(permit.waits()));
        } finally {
            if (sent) {
                dispatcher.ended(permit, response, limits.delay());
            } else {
                dispatcher.unused(permit);
            }
        }
    }

    /** Closes nothing: what is below belongs to the account. */
    @Override
    public void close() {}
}
