// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.http;

/**
 * The outcome of one request. Both the retries and the reports use this class; no other code compares a status.
 *
 * @param succeeded whether what was asked for is there
 * @param again     whether the same request can safely be sent again, and may succeed
 * @param acted     whether the service may have carried it out without confirming that
 */
public record Fate(boolean succeeded, boolean again, boolean acted) {

    static final int TOO_MANY_REQUESTS = 429;

    private static final Fate SUCCESS = new Fate(true, false, true);
    private static final Fate REFUSED = new Fate(false, false, false);
    private static final Fate HELD_BACK = new Fate(false, true, false);
    private static final Fate PERHAPS_DONE = new Fate(false, false, true);
    private static final Fate PERHAPS_DONE_AND_HARMLESS = new Fate(false, true, true);

    /** The fate of a request after this response. */
    public static Fate of(Request request, Response response) {
        int status = response.status();
        if (response.isSuccessStatus()) {
            return response.succeeded() ? SUCCESS : isRead(request);
        }
        if (status == TOO_MANY_REQUESTS || status == request.busyStatus()) {
            return HELD_BACK;
        }
        boolean trouble = status == 408 || status >= 500;
        return trouble ? perhaps(request) : REFUSED;
    }

    /** The fate of a request without a readable response. */
    public static Fate of(Request request, TransportException failure) {
        Fate fate =
                switch (failure.stage()) {
                    case NOT_SENT -> HELD_BACK;
                    case SENT -> perhaps(request);
                    case RESPONDED -> isRead(request);
                };
        return failure.mayPass() ? fate : new Fate(false, false, fate.acted());
    }

    /** A success without what was asked for proves nothing, so only a read is worth a retry. */
    private static Fate isRead(Request request) {
        return request.isRead() && request.idempotent() ? HELD_BACK : PERHAPS_DONE;
    }

    private static Fate perhaps(Request request) {
        if (!request.idempotent()) {
            return PERHAPS_DONE;
        }
        return request.isRead() ? HELD_BACK : PERHAPS_DONE_AND_HARMLESS;
    }

    /** Whether it is unknown if the service carried it out, and a retry could do it twice. */
    public boolean isUnknown() {
        return !succeeded && acted && !again;
    }
}
