// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.content;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Closes what a body came from, where it can be closed. */
final class Closing {

    private Closing() {}

    static void close(Object source) {
        if (!(source instanceof AutoCloseable closeable)) {
            return;
        }
        try {
            closeable.close();
        } catch (RuntimeException e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new IllegalStateException("The source of the body could not be closed", e);
        }
    }

    /** Closes after a failure, which stays the one that is reported. */
    static void closeAfter(Throwable failure, Object source) {
        try {
            close(source);
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }
}
