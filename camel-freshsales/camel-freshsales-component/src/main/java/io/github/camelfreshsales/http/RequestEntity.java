package io.github.camelfreshsales.http;

import io.github.camelfreshsales.content.RequestBody;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.hc.core5.http.io.entity.AbstractHttpEntity;

/** Hands a body to HttpClient, and remembers whether any of it was asked for: if not, the service saw nothing. */
final class RequestEntity extends AbstractHttpEntity {

    private final RequestBody body;
    private volatile boolean writingBegan;

    RequestEntity(RequestBody body) {
        super(body.contentType(), null, body.length() < 0);
        this.body = body;
    }

    boolean writingBegan() {
        return writingBegan;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        writingBegan = true;
        try {
            body.writeTo(out);
        } catch (RuntimeException e) {
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

        BrokenBody(RuntimeException cause) {
            super(cause.getMessage(), cause);
        }
    }
}
