// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.http;

import java.io.IOException;

/** A success that could not be read. Its texts quote nothing of the response. */
final class UnreadableResponse extends IOException {

    private static final long serialVersionUID = 1L;
    private final int status;
    private final boolean mayPass;

    /** @param mayPass whether the same request may fare better later */
    UnreadableResponse(int status, boolean mayPass, String message, Throwable cause) {
        super(message, cause);
        this.status = status;
        this.mayPass = mayPass;
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
            return "the rest of the response did not arrive within responseTimeout";
        }
        if (request.ended() == OutgoingRequest.End.STOPPED) {
            return "the route stopped in the middle of the response";
        }
        return getMessage();
    }
}
