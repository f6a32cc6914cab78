// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.http;

import io.github.camelfreshsales.content.RequestBody;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.apache.hc.core5.http.io.entity.AbstractHttpEntity;

/**
 * Passes a body to HttpClient, and remembers whether any of it was written: if not, the service has nothing to carry out. When
 * the source of a body fails, it closes the connection at once, or HttpClient would end the body as if it were complete. It counts
 * the bytes, since a service would read the next request as the rest of a body that is shorter than announced.
 */
final class RequestEntity extends AbstractHttpEntity {

    private final RequestBody body;
    private final OutgoingRequest request;
    private volatile boolean writingBegan;

    RequestEntity(RequestBody body, OutgoingRequest request) {
        super(body.contentType(), null, body.length() < 0);
        this.body = body;
        this.request = request;
    }

    boolean writingBegan() {
        return writingBegan;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        Counted counted = new Counted(out);
        try {
            body.writeTo(counted);
            counted.checkEnd();
            writingBegan = true; // also of a body without any bytes
        } catch (IOException | RuntimeException e) {
            if (counted.failure != null) {
                throw counted.failure; // the connection's, whatever the body made of it
            }
            request.end(OutgoingRequest.End.DROPPED);
            throw new BrokenBody(e);
        }
    }

    @Override
    public long getContentLength() {
        return body.length();
    }

    @Override
    public boolean isRepeatable() {
        return body.repeatable();
    }

    @Override
    public boolean isStreaming() {
        return !body.repeatable();
    }

    @Override
    public InputStream getContent() {
        throw new UnsupportedOperationException("A request body is written, not read");
    }

    @Override
    public void close() {
        // nothing is open before it is written, and a body closes what it reads from when it has been written
    }

    /** What the body is made from failed when part of it was on its way. */
    static final class BrokenBody extends IOException {

        private static final long serialVersionUID = 1L;

        BrokenBody(Exception e) {
            super(
                    isInOurWords(e)
                            ? e.getMessage()
                            : "an unforeseen " + e.getClass().getName(),
                    isInOurWords(e) ? e : SafeCause.nameOf(e));
        }

        /** The words of an exception that nobody foresaw may quote a record. */
        private static boolean isInOurWords(Exception e) {
            String name = e.getClass().getName();
            return e instanceof IllegalArgumentException
                    || e instanceof UncheckedIOException
                    || e instanceof IOException && name.startsWith("java.")
                    || name.startsWith("io.github.camelfreshsales.");
        }
    }

    /** Holds a body to its announced length, and distinguishes a failure of the connection from one of the body. */
    private final class Counted extends FilterOutputStream {

        private long written;
        private IOException failure;

        Counted(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int oneByte) throws IOException {
            write(new byte[] {(byte) oneByte}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int start, int length) throws IOException {
            if (body.length() >= 0 && written + length > body.length()) {
                // before the last announced byte has gone, so that the service gets no whole body
                throw new IOException("it has more than the " + body.length() + " bytes that it had before");
            }
            written += length;
            writingBegan |= length > 0;
            try {
                out.write(bytes, start, length);
            } catch (IOException e) {
                failure = e;
                throw e;
            }
        }

        @Override
        public void flush() throws IOException {
            try {
                out.flush();
            } catch (IOException e) {
                failure = e;
                throw e;
            }
        }

        void checkEnd() throws IOException {
            if (body.length() >= 0 && written < body.length()) {
                throw new IOException("it has " + written + " bytes, and had " + body.length() + " before");
            }
        }
    }
}
