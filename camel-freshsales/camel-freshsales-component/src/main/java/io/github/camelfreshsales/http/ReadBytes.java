// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * What was read of a stream.
 *
 * @param bytes   all of it, or what came before the limit or the failure
 * @param tooLong whether there is more than the limit
 * @param failure what broke it off, or null
 */
record ReadBytes(byte[] bytes, boolean tooLong, IOException failure) {

    private static final int FIRST = 4 * 1024;
    private static final int MOST_ON_TRUST = 64 * 1024;

    static final ReadBytes NONE = whole(new byte[0]);

    static ReadBytes whole(byte[] bytes) {
        return new ReadBytes(bytes, false, null);
    }

    /**
     * Reads a stream to its end, to the limit or to a failure. Memory is taken as bytes come, not as they are announced.
     *
     * @param announced how many bytes are said to come, or -1
     */
    static ReadBytes of(InputStream in, long announced, int most) {
        byte[] buffer = new byte[(int) Math.min(most, announced < 0 ? FIRST : Math.min(announced, MOST_ON_TRUST))];
        int size = 0;
        try {
            while (true) {
                if (size < buffer.length) {
                    int count = in.read(buffer, size, buffer.length - size);
                    if (count < 0) {
                        return new ReadBytes(Arrays.copyOf(buffer, size), false, null);
                    }
                    size += count;
                } else {
                    int next = in.read();
                    if (next < 0 || size == most) {
                        return new ReadBytes(buffer, next >= 0, null);
                    }
                    long last = announced > size ? Math.min(announced, most) : most;
                    buffer = Arrays.copyOf(buffer, (int) Math.min(last, Math.max(FIRST, 2L * size)));
                    buffer[size++] = (byte) next;
                }
            }
        } catch (IOException e) {
            return new ReadBytes(Arrays.copyOf(buffer, size), false, e);
        }
    }

    boolean isWhole() {
        return !tooLong && failure == null;
    }
}
