// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.http;

import java.io.Closeable;
import java.util.List;

/**
 * Takes a request to the service and brings back its answer. Each implementation does one thing, sends, follows, paces
 * or repeats, and leaves the rest to the one below it. Safe for use by many threads.
 */
public interface Transport extends Closeable {

    /**
     * Returns the answer, whatever its status is.
     *
     * @throws TransportException when there is no answer that could be read
     */
    Response send(Request request) throws TransportException;

    /** The same way, for calls that end when one of these signals is raised. It is not closed. */
    default Transport abortedBy(List<AbortSignal> signals) {
        return this;
    }

    @Override
    default void close() {}
}
