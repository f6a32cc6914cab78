// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.content;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Remembers whether it was closed, and can fail at its end. */
final class WatchedStream extends InputStream {

    private final InputStream in;
    private final boolean failing;
    int closed;

    private WatchedStream(String text, boolean failing) {
        this.in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        this.failing = failing;
    }

    static WatchedStream of(String text) {
        return new WatchedStream(text, false);
    }

    static WatchedStream failingAfter(String text) {
        return new WatchedStream(text, true);
    }

    @Override
    public int read() throws IOException {
        return checked(in.read());
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        return checked(in.read(buffer, offset, length));
    }

    private int checked(int result) throws IOException {
        if (result < 0 && failing) {
            throw new IOException("disk on fire");
        }
        return result;
    }

    @Override
    public void close() {
        closed++;
    }
}
