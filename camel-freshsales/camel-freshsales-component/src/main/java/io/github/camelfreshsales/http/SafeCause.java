// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.http;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Causes that may be shown. The exceptions of an HTTP parser quote what they could not parse, which may be a record or the
 * key; such a cause is replaced by one that has its name and its trace.
 */
final class SafeCause extends IOException {

    private static final long serialVersionUID = 1L;

    /** Exceptions of HttpClient whose messages contain only hosts and numbers. */
    private static final Set<String> QUOTELESS = Set.of(
            "org.apache.hc.client5.http.ConnectTimeoutException",
            "org.apache.hc.client5.http.HttpHostConnectException",
            "org.apache.hc.core5.http.ConnectionClosedException",
            "org.apache.hc.core5.http.ConnectionRequestTimeoutException",
            "org.apache.hc.core5.http.NoHttpResponseException",
            "org.apache.hc.core5.http.TruncatedChunkException");

    private SafeCause(Throwable original) {
        super(original.getClass().getName());
        setStackTrace(original.getStackTrace());
    }

    /** The exception itself when nothing in it can be a quotation, else its name and trace. */
    static Throwable of(Throwable e) {
        return isSafe(e, Collections.newSetFromMap(new IdentityHashMap<>())) ? e : nameOf(e);
    }

    /** The name and the trace of an exception. */
    static Throwable nameOf(Throwable e) {
        return new SafeCause(e);
    }

    private static boolean isSafe(Throwable e, Set<Throwable> seen) {
        if (e == null || !seen.add(e)) {
            return true;
        }
        String name = e.getClass().getName();
        boolean known = name.startsWith("java") || name.startsWith("sun.") || QUOTELESS.contains(name);
        return e instanceof RequestEntity.BrokenBody
                || e instanceof RequestGuard.Refused
                || known
                        && Stream.concat(Stream.of(e.getCause()), Arrays.stream(e.getSuppressed()))
                                .allMatch(other -> isSafe(other, seen));
    }
}
