package io.github.camelfreshsales.content;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;

/** A body that is written while its source is read: once, and the source is closed afterwards. */
final class StreamedBody implements RequestBody {

    private final String contentType;
    private final Object source;
    private final Encoding encoding;
    private boolean written;

    StreamedBody(String contentType, Object source, Encoding encoding) {
        this.contentType = contentType;
        this.source = source;
        this.encoding = encoding;
    }

    /** Writes all there is. An IOException means that the target failed. */
    @FunctionalInterface
    interface Encoding {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Elements that are in memory anyway are written to memory, so that the body can be repeated. */
    static RequestBody of(String contentType, Iterator<Object> elements, Encoding encoding) {
        return elements instanceof HeldElements
                ? held(contentType, encoding)
                : new StreamedBody(contentType, elements, encoding);
    }

    static RequestBody held(String contentType, Encoding encoding) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            encoding.writeTo(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return RequestBody.of(bytes.toByteArray(), contentType);
    }

    @Override
    public String contentType() {
        return contentType;
    }

    @Override
    public long length() {
        return -1;
    }

    @Override
    public boolean repeatable() {
        return false;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        if (written) {
            throw new IllegalStateException("The body came from a stream and has been sent already");
        }
        written = true;
        try {
            encoding.writeTo(out);
        } catch (IOException | RuntimeException | Error e) {
            Closing.closeAfter(e, source);
            throw e;
        }
        close();
    }

    @Override
    public void close() {
        Closing.close(source);
    }
}
