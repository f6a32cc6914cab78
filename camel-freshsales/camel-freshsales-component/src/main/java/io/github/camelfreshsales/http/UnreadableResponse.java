// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.http;

import java.io.IOException;
import java.net.SocketTimeoutException;

/** A success that could not be read. Its texts quote nothing of the response. */
final class UnreadableResponse extends IOException {

    private static final long serialVersionUID = 1L;
    private static final String TOO_SILENT = "the rest of the response did not arrive within responseTimeout";

    private final int status;
    private final boolean mayPass;

    /** @param mayPass whether the same request may fare better later */
    UnreadableResponse(int status, boolean mayPass, String message, Throwable cause) {
        super(message, cause);
        this.status = status;
        this.mayPass = mayPass;
    }

    /** Its rest did not come. */
    static UnreadableResponse cutOff(int status, Exception failure) {
        String what = failure instanceof SocketTimeoutException
                ? TOO_SILENT
                : "the connection broke in the middle of the response";
        return new UnreadableResponse(status, true, what, SafeCause.of(failure));
    }

    int status() {
        return status;
    }

    TransportException asException(OutgoingRequest request, KeyMask mask) {
        return new TransportException(
                TransportException.Stage.RESPONDED, status, mayPass, mask.mask(what(request)), getCause());
    }

    private String what(OutgoingRequest request) {
        if (request.ended() == OutgoingRequest.End.TIMEOUT) {
            return "the response was not complete within callTimeout";
        }
        if (request.ended() == OutgoingRequest.End.SILENCE) {
            return TOO_SILENT;
        }
        if (request.ended() == OutgoingRequest.End.STOPPED) {
            return "the route stopped in the middle of the response";
        }
        return getMessage();
    }
}
