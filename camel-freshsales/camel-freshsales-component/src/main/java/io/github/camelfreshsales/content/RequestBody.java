// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.content;

import java.io.IOException;
import java.io.OutputStream;

/**
 * The bytes of a request. A body in memory can be written again for a retry; one that streams is gone once it has been
 * written.
 */
public interface RequestBody extends AutoCloseable {

    /** The value of the Content-Type header. */
    String contentType();

    /**
     * The number of bytes, or -1 when it shows only while writing. Writing fails when there are more or fewer in the
     * end, because a file has changed.
     */
    long length();

    /**
     * Whether a second {@link #writeTo} writes the same bytes again. That says nothing of what the bytes were made from:
     * {@link RecordReader#canBeReadAgain} does.
     */
    boolean repeatable();

    void writeTo(OutputStream out) throws IOException;

    /** Gives up a body that may never have been written; what it reads from is closed. */
    @Override
    default void close() {}

    /** A body held in memory. The array is not copied and must not change afterwards. */
    static RequestBody of(byte[] bytes, String contentType) {
        return new BytesBody(bytes, contentType);
    }
}
