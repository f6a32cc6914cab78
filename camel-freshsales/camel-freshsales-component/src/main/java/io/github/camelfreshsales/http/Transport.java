// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.http;

import java.io.Closeable;
import java.util.List;

/**
 * Sends a request to the service and returns its response. Each implementation does one thing, sends, redirects, paces or
 * retries, and leaves the rest to the one below it. Safe for use by many threads.
 */
public interface Transport extends Closeable {

    /**
     * Returns the response, with any status.
     *
     * @throws TransportException if there is no readable response
     */
    Response send(Request request) throws TransportException;

    /** The same way, for calls that end when one of these signals is raised. It is not closed. */
    default Transport abortedBy(List<AbortSignal> signals) {
        return this;
    }

    @Override
    default void close() {}
}
