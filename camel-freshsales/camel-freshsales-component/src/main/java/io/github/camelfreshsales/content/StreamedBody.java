// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.content;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A body that is written while its source is read, and never held whole. The source is closed after the writing. */
final class StreamedBody implements RequestBody {

    private final String contentType;
    private final long length;
    private final boolean repeatable;
    private final Object source;
    private final Encoding encoding;
    private boolean written;
    private boolean closed;

    private StreamedBody(String contentType, long length, boolean repeatable, Object source, Encoding encoding) {
        this.contentType = contentType;
        this.length = length;
        this.repeatable = repeatable;
        this.source = source;
        this.encoding = encoding;
    }

    /** Writes all there is. An IOException means that the target failed. */
    @FunctionalInterface
    interface Encoding {
        void writeTo(OutputStream out) throws IOException;
    }

    /** From a source that can be read once. */
    static StreamedBody once(String contentType, Object source, Encoding encoding) {
        return new StreamedBody(contentType, -1, false, source, encoding);
    }

    /** From sources that say how long they are (-1: unknown) and whether they can be read again. */
    static StreamedBody of(
            String contentType, long length, boolean repeatable, AutoCloseable source, Encoding encoding) {
        return new StreamedBody(contentType, length, repeatable, source, encoding);
    }

    /** From a file, which is opened each time it is written. */
    static StreamedBody of(String contentType, Path file) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new IllegalArgumentException("The file to send is missing, is no ordinary file or may not be read");
        }
        return new StreamedBody(contentType, size(file), true, null, out -> {
            try (InputStream in = open(file)) {
                Transfer.bytes(in, out);
            }
        });
    }

    /** Elements that are in memory anyway are written to memory, so that the request can be retried. */
    static RequestBody of(String contentType, Elements elements, Encoding encoding) {
        return elements.held() ? held(contentType, encoding) : once(contentType, elements, encoding);
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

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(Path file) {
        try {
            return Files.newInputStream(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The file to send cannot be opened any more", e);
        }
    }

    @Override
    public String contentType() {
        return contentType;
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public boolean repeatable() {
        return repeatable;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        if (written && !repeatable) {
            throw new IllegalStateException("The body came from a stream and has been sent already");
        }
        written = true;
        try {
            writeCounted(out);
        } catch (IOException | RuntimeException | Error e) {
            Closing.closeAfter(e, this);
            throw e;
        }
        close();
    }

    private void writeCounted(OutputStream out) throws IOException {
        if (length < 0) {
            encoding.writeTo(out);
        } else {
            AnnouncedLength announced = new AnnouncedLength(out, length);
            encoding.writeTo(announced);
            announced.end();
        }
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            Closing.close(source);
        }
    }

    /** Without the name of a file. */
    @Override
    public String toString() {
        return contentType + (length < 0 ? ", streamed" : ", " + length + " bytes, streamed");
    }
}
