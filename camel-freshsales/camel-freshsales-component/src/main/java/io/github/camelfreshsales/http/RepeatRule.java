package io.github.camelfreshsales.http;

import java.util.Set;

/** Whether a request may be sent again after what became of it. */
final class RepeatRule {

    static final int TOO_MANY_REQUESTS = 429;
    private static final Set<Integer> TRANSIENT = Set.of(408, 500, 502, 503, 504);

    private RepeatRule() {}

    /** A request that was not carried out for sure may always be repeated, any other only if it does no harm twice. */
    static boolean mayRepeat(Request request, Response response) {
        if (!canWriteAgain(request)) {
            return false;
        }
        return response.status() == TOO_MANY_REQUESTS
                || response.status() == request.busyStatus()
                || request.repeatable() && isTransient(response.status())
                || response.succeeded() && !request.isReadable(response);
    }

    static boolean mayRepeat(Request request, TransportException failure) {
        if (!failure.mayPass() || failure.retryAfter() != null) {
            return false;
        }
        return switch (failure.stage()) {
            case NOT_SENT -> true;
            case SENT -> request.repeatable() && canWriteAgain(request);
            case ANSWERED -> request.isRead();
        };
    }

    /** Whether the service may have done what it was asked to, although it did not say so. */
    static boolean mayHaveActed(Response response) {
        return isTransient(response.status());
    }

    private static boolean isTransient(int status) {
        return TRANSIENT.contains(status);
    }

    private static boolean canWriteAgain(Request request) {
        return request.body() == null || request.body().repeatable();
    }
}
