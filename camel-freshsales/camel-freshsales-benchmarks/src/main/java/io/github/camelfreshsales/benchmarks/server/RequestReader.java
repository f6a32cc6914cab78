// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.benchmarks.server;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** Reads the requests of a connection, one after the other. Just enough of HTTP/1.1 for well-behaved clients. */
final class RequestReader {

    private final InputStream in;
    private byte[] buffer = new byte[64 * 1024];
    private int filled;
    private int position;
    private String method;
    private String target;
    private byte[] body;

    RequestReader(InputStream in) {
        this.in = in;
    }

    String method() {
        return method;
    }

    /** Path and query. */
    String target() {
        return target;
    }

    byte[] body() {
        return body;
    }

    /** Reads the next request whole; false when the caller has closed the connection. */
    boolean next() throws IOException {
        String first = line();
        if (first == null) {
            return false;
        }
        int space = first.indexOf(' ');
        method = first.substring(0, space);
        target = first.substring(space + 1, first.lastIndexOf(' '));
        int length = 0;
        boolean chunked = false;
        for (String header = required(); !header.isEmpty(); header = required()) {
            if (startsWith(header, "content-length:")) {
                length = Integer.parseInt(header.substring(15).trim());
            } else if (startsWith(header, "transfer-encoding:")) {
                chunked = header.toLowerCase(Locale.ROOT).contains("chunked");
            }
        }
        body = chunked ? chunks() : take(length);
        return true;
    }

    private static boolean startsWith(String header, String name) {
        return header.regionMatches(true, 0, name, 0, name.length());
    }

    private byte[] chunks() throws IOException {
        byte[] all = new byte[0];
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            byte[] chunk = take(size);
            required();
            all = Arrays.copyOf(all, all.length + size);
            System.arraycopy(chunk, 0, all, all.length - size, size);
        }
        while (!required().isEmpty()) {
            // trailers say nothing here
        }
        return all;
    }

    private int chunkSize() throws IOException {
        return Integer.parseInt(required().split(";")[0].trim(), 16);
    }

    private String required() throws IOException {
        String line = line();
        if (line == null) {
            throw new EOFException();
        }
        return line;
    }

    private String line() throws IOException {
        int from = position;
        while (true) {
            for (int at = from; at < filled; at++) {
                if (buffer[at] == '\n') {
                    String line = new String(buffer, position, at - position, StandardCharsets.ISO_8859_1);
                    position = at + 1;
                    return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
                }
            }
            int unread = filled - position;
            if (!fill()) {
                return null;
            }
            from = position + unread;
        }
    }

    private byte[] take(int length) throws IOException {
        while (filled - position < length) {
            if (!fill()) {
                throw new EOFException();
            }
        }
        byte[] taken = Arrays.copyOfRange(buffer, position, position + length);
        position += length;
        return taken;
    }

    private boolean fill() throws IOException {
        if (position > 0) {
            System.arraycopy(buffer, position, buffer, 0, filled - position);
            filled -= position;
            position = 0;
        }
        if (filled == buffer.length) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        int read = in.read(buffer, filled, buffer.length - filled);
        filled += Math.max(0, read);
        return read >= 0;
    }
}
