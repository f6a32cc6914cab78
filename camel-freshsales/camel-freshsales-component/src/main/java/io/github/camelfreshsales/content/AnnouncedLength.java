// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.content;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Lets exactly as many bytes through as were announced. A file that has shrunk must not leave a gap, which the service
 * would fill with the next request, and one that has grown must not be stored in part: so the last byte waits until the
 * source has ended.
 */
final class AnnouncedLength extends OutputStream {

    private final OutputStream out;
    private final long length;
    private long count;
    private int last;

    AnnouncedLength(OutputStream out, long length) {
        this.out = out;
        this.length = length;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int size) throws IOException {
        if (size == 0) {
            return;
        }
        if (size > length - count) {
            throw changed("more");
        }
        count += size;
        if (count < length) {
            out.write(bytes, offset, size);
        } else {
            out.write(bytes, offset, size - 1);
            last = bytes[offset + size - 1];
        }
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    /** The source has ended. */
    void end() throws IOException {
        if (count < length) {
            throw changed("fewer");
        }
        if (length > 0) {
            out.write(last);
        }
    }

    private IllegalStateException changed(String difference) {
        return new IllegalStateException("A file changed while it was being sent: it has " + difference + " than the "
                + length + " bytes that were announced. Send it when it is complete");
    }
}
