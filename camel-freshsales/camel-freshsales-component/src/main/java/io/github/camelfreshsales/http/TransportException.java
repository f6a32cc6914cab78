// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.http;

import java.io.IOException;
import java.time.Duration;

/** No readable response arrived. It says how far the request got, which decides whether it may be retried. */
public final class TransportException extends IOException {

    private static final long serialVersionUID = 1L;

    /** How far a request got before it failed. */
    public enum Stage {
        /** The service cannot have seen the request. */
        NOT_SENT,
        /** The request was on its way, at least in part; nobody knows whether the service acted on it. */
        SENT,
        /** The response was a success, but not readable. */
        RESPONDED
    }

    private final Stage stage;
    private final int status;
    private final boolean mayPass;

    private final transient History history;
    private final Duration retryAfter;

    /** @param mayPass whether the same request may fare better later */
    public TransportException(Stage stage, int status, boolean mayPass, String message, Throwable cause) {
        this(stage, status, mayPass, message, cause, History.FIRST, null);
    }

    private TransportException(
            Stage stage,
            int status,
            boolean mayPass,
            String message,
            Throwable cause,
            History history,
            Duration retryAfter) {
        super(message, cause);
        this.history = history;
        this.retryAfter = retryAfter;
        this.stage = stage;
        this.status = status;
        this.mayPass = mayPass;
    }

    TransportException after(History newHistory) {
        return newHistory == history
                ? this
                : new TransportException(stage, status, mayPass, getMessage(), getCause(), newHistory, retryAfter);
    }

    /** The quota leaves no room for the call now; it is not worth a try before the time has passed. */
    static TransportException noQuota(String message, Duration retryAfter) {
        return new TransportException(Stage.NOT_SENT, 0, true, message, null, History.FIRST, retryAfter);
    }

    /** How long to wait before the call has a chance, or null when that is not known. */
    public Duration retryAfter() {
        return retryAfter;
    }

    /** How many requests it took. */
    public History history() {
        return history;
    }

    public Stage stage() {
        return stage;
    }

    /** Whether the same request may fare better later: a lost connection yes, a certificate no. */
    public boolean mayPass() {
        return mayPass;
    }

    /** The status of the response that was not readable, or 0. */
    public int status() {
        return status;
    }
}
