// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.component;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * The body of a request that a server may have read already: the bytes, or the fields of a form that the server has parsed.
 */
record PushedBody(byte[] bytes, Map<?, ?> fields) {

    /** The body is too large. */
    static final class TooLargeException extends IOException {

        private static final long serialVersionUID = 1L;
    }

    /** Reads no more than {@code most} bytes. */
    static PushedBody of(Message message, int most) throws IOException {
        check(announced(message), most);
        if (message.getBody() instanceof Map<?, ?> fields) {
            check(fields.toString().length(), most);
            return new PushedBody(null, fields);
        }
        return new PushedBody(bytes(message, most), null);
    }

    private static long announced(Message message) {
        Object length = message.getHeader(Exchange.CONTENT_LENGTH);
        return length != null && length.toString().matches("[0-9]{1,18}") ? Long.parseLong(length.toString()) : 0;
    }

    private static byte[] bytes(Message message, int most) throws IOException {
        Object body = message.getBody();
        if (body instanceof byte[] || body instanceof String) {
            byte[] bytes = body instanceof byte[] held ? held : ((String) body).getBytes(StandardCharsets.UTF_8);
            check(bytes.length, most);
            return bytes;
        }
        try (InputStream in = message.getBody(InputStream.class)) {
            byte[] bytes = in == null ? new byte[0] : in.readNBytes(most);
            if (in != null && in.read() >= 0) {
                throw new TooLargeException();
            }
            return bytes;
        }
    }

    private static void check(long size, int most) throws TooLargeException {
        if (size > most) {
            throw new TooLargeException();
        }
    }
}
