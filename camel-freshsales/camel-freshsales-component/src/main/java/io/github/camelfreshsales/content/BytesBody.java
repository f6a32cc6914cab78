// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.content;

import java.io.IOException;
import java.io.OutputStream;

/** A body in memory. */
record BytesBody(byte[] bytes, String contentType) implements RequestBody {

    @Override
    public long length() {
        return bytes.length;
    }

    @Override
    public boolean repeatable() {
        return true;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        out.write(bytes);
    }

    /** Without the bytes: a body must not appear in a log. */
    @Override
    public String toString() {
        return contentType + ", " + bytes.length + " bytes";
    }
}
