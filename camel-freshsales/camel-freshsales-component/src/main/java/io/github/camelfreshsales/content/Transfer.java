// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.content;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;

/**
 * Copies from the body to the connection. A failure of the source becomes an unchecked exception, so that it is not mistaken for a
 * failure of the connection, which is an IOException.
 */
final class Transfer {

    private static final int SIZE = 8192;

    private Transfer() {}

    static void bytes(InputStream in, OutputStream out) throws IOException {
        byte[] buffer = new byte[SIZE];
        for (int count = read(() -> in.read(buffer)); count >= 0; count = read(() -> in.read(buffer))) {
            out.write(buffer, 0, count);
        }
    }

    static void text(Reader in, Charset charset, OutputStream out) throws IOException {
        char[] buffer = new char[SIZE];
        // the encoder refuses what it cannot encode, and needs to be closed to write its last characters
        try (Writer writer = new OutputStreamWriter(new Unclosed(out), charset.newEncoder())) {
            for (int count = read(() -> in.read(buffer)); count >= 0; count = read(() -> in.read(buffer))) {
                writer.write(buffer, 0, count);
            }
        } catch (CharacterCodingException e) {
            throw ByteBodies.unencodable(charset);
        }
    }

    @FunctionalInterface
    private interface Source {
        int read() throws IOException;
    }

    private static int read(Source source) {
        try {
            return source.read();
        } catch (IOException e) {
            throw new UncheckedIOException("The body cannot be read to its end", e);
        }
    }

    /** The target belongs to whoever asked for the bytes. */
    private static final class Unclosed extends FilterOutputStream {

        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int count) throws IOException {
            out.write(bytes, offset, count);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
