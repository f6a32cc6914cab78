package io.github.camelfreshsales.http;

import java.io.IOException;

/** No readable answer came. Tells how far the request got, since that decides whether it may be sent again. */
public final class TransportException extends IOException {

    private static final long serialVersionUID = 1L;

    /** How far a request got before it failed. */
    public enum Stage {
        /** The service cannot have seen the request. */
        NOT_SENT,
        /** The request was on its way, at least in part; nobody knows whether the service acted on it. */
        SENT,
        /** The service answered with a success, but its answer could not be read. */
        ANSWERED
    }

    private final Stage stage;
    private final int status;
    private final boolean mayPass;

    /** @param mayPass whether the same request may fare better later */
    public TransportException(Stage stage, int status, boolean mayPass, String message, Throwable cause) {
        super(message, cause);
        this.stage = stage;
        this.status = status;
        this.mayPass = mayPass;
    }

    public Stage stage() {
        return stage;
    }

    /** Whether the same request may fare better later: a lost connection yes, a certificate no. */
    public boolean mayPass() {
        return mayPass;
    }

    /** The status of the answer that could not be read, else 0. */
    public int status() {
        return status;
    }
}
