// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.content;

import io.github.camelfreshsales.ContentFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Shortcuts to what a body is on the wire. */
final class Written {

    private static final ContentWriters WRITERS = new ContentWriters(new RecordReader(Samples.MAPPER));

    private Written() {}

    static RequestBody body(ContentFormat format, Object content) {
        return WRITERS.write(format, new Document(content, null, null, null), null);
    }

    static RequestBody contact(ContentFormat format, Object content) {
        return WRITERS.write(format, new Document(content, null, "contact", "contacts"), null);
    }

    static RequestBody wrapped(ContentFormat format, Object content) {
        return WRITERS.write(format, new Document(content, "contact", "contact", "contacts"), null);
    }

    static RequestBody typed(ContentFormat format, Object content, String contentType) {
        return WRITERS.write(format, new Document(content, null, null, null), contentType);
    }

    static String text(RequestBody body) {
        return new String(bytes(body), StandardCharsets.UTF_8);
    }

    static byte[] bytes(RequestBody body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            body.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
