// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.http;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Ends the requests of a route, or of another caller, that stops: those under way, and later ones. */
public final class AbortSignal {

    private final Set<OutgoingRequest> underWay = ConcurrentHashMap.newKeySet();
    private volatile boolean raised;

    /** Ends the requests under way. Later ones fail at once, until the signal is lowered. */
    public void raise() {
        raised = true;
        underWay.forEach(request -> request.end(OutgoingRequest.End.STOPPED));
    }

    /** Allows requests again. */
    public void lower() {
        raised = false;
    }

    void begin(OutgoingRequest request) {
        underWay.add(request);
        if (raised) {
            request.end(OutgoingRequest.End.STOPPED);
        }
    }

    void end(OutgoingRequest request) {
        underWay.remove(request);
    }
}
