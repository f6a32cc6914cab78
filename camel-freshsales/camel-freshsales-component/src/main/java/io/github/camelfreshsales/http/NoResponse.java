// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.http;

import io.github.camelfreshsales.http.TransportException.Stage;
import java.io.EOFException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;

/**
 * Says why a request got no response and how far it got.
 *
 * @param failure what HttpClient threw
 * @param request the request, which knows whether it was ended from outside
 * @param entity  its body, or null
 * @param ours    whether the client informs the request when it is being sent
 * @param closed  whether the client has been closed
 * @param root    where it went
 */
record NoResponse(
        Exception failure, OutgoingRequest request, RequestEntity entity, boolean ours, boolean closed, ApiRoot root) {

    private static final String TOO_SILENT = "no response within responseTimeout";

    TransportException asException(KeyMask mask) {
        return new TransportException(stage(), 0, mayPass(), mask.mask(what()), SafeCause.of(failure));
    }

    private Stage stage() {
        boolean bodyUntouched = entity != null && !entity.writingBegan();
        boolean untouched = ours && !request.sendingBegan();
        return neverConnected() || bodyUntouched || untouched ? Stage.NOT_SENT : Stage.SENT;
    }

    private boolean neverConnected() {
        return failure instanceof UnknownHostException
                || failure instanceof ConnectException
                || failure instanceof ConnectTimeoutException
                || failure instanceof NoRouteToHostException
                || failure instanceof ConnectionRequestTimeoutException
                || isTls();
    }

    private boolean isTls() {
        return failure instanceof SSLHandshakeException
                || failure instanceof SSLPeerUnverifiedException
                || failure instanceof SSLException && ours && !request.sendingBegan();
    }

    /** A lost connection may pass, also one that was lost while TLS was agreed on; a certificate does not. */
    private boolean mayPass() {
        if (failure instanceof RuntimeException) {
            return request.isCancelled() || closed;
        }
        if (failure instanceof RequestGuard.Refused) {
            return false;
        }
        return !isTls() || isLostConnection() || request.isCancelled() || isInterrupted();
    }

    private boolean isLostConnection() {
        return Stream.iterate((Throwable) failure, e -> e != null, Throwable::getCause)
                .limit(10)
                .anyMatch(e -> e instanceof EOFException
                        || e instanceof SocketException
                        || e instanceof SocketTimeoutException);
    }

    private static boolean isInterrupted() {
        return Thread.currentThread().isInterrupted();
    }

    private String what() {
        if (request.ended() == OutgoingRequest.End.TIMEOUT) {
            return "no complete response within callTimeout";
        }
        if (request.ended() == OutgoingRequest.End.SILENCE) {
            return TOO_SILENT;
        }
        if (request.ended() == OutgoingRequest.End.STOPPED || closed) {
            return "the route stopped before a response arrived";
        }
        if (isInterrupted()) {
            return "the thread was interrupted before a response arrived";
        }
        if (failure instanceof RequestEntity.BrokenBody) {
            return "the body broke while it was being sent: " + failure.getMessage();
        }
        if (failure instanceof RequestGuard.Refused) {
            return failure.getMessage();
        }
        return isTls() ? whatOfTls() : whatOfConnection();
    }

    private String whatOfTls() {
        return isLostConnection()
                ? "the connection to " + root.origin() + " broke during the TLS handshake"
                : "the TLS certificate of " + root.origin() + " is not trusted, or the TLS handshake failed; set"
                        + " what to trust in sslContextParameters";
    }

    private String whatOfConnection() {
        if (failure instanceof UnknownHostException) {
            return "the host " + root.host() + " does not resolve; check the option domain and the network's DNS";
        }
        if (failure instanceof ConnectTimeoutException) {
            return "no connection to " + root.origin() + " within connectTimeout";
        }
        if (failure instanceof ConnectionRequestTimeoutException) {
            return "no connection became free; raise maxConnections or call from fewer threads";
        }
        if (failure instanceof ConnectException || failure instanceof NoRouteToHostException) {
            return "the connection to " + root.origin() + " was refused; check the option domain and any proxy";
        }
        if (failure instanceof SocketTimeoutException) {
            return TOO_SILENT;
        }
        String name = failure.getClass().getSimpleName();
        return failure instanceof RuntimeException
                ? "the HTTP client failed (" + name + ")"
                : "the connection broke before a response arrived (" + name + ")";
    }
}
