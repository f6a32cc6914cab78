// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.content;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/** The kinds of body that hold JSON text, and how each of them is opened. */
final class JsonInput {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private JsonInput() {}

    /** JSON that is in memory already, so that it can be read whole before anything is sent. */
    static boolean isHeld(Object body) {
        return body instanceof CharSequence
                || body instanceof byte[]
                || body instanceof ByteBuffer
                || body instanceof EncodedContent encoded && isHeld(encoded.bytes());
    }

    static boolean accepts(Object body) {
        return isHeld(body)
                || body instanceof InputStream
                || body instanceof Reader
                || body instanceof File
                || body instanceof Path
                || body instanceof EncodedContent;
    }

    /** A parser that closes its source with itself. The source is closed as well when it cannot be opened. */
    static JsonParser open(JsonFactory factory, Object body) throws IOException {
        Object source = body instanceof EncodedContent encoded ? decoded(encoded) : opened(body);
        try {
            JsonParser parser = parser(factory, source);
            parser.enable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
            return parser;
        } catch (IOException | RuntimeException e) {
            Closing.closeAfter(e, source);
            throw e;
        }
    }

    private static Object opened(Object body) throws IOException {
        Object path = body instanceof File file ? file.toPath() : body;
        return path instanceof Path file ? Files.newInputStream(file) : body;
    }

    /** The decoder refuses what is not of its charset; Java's readers would put question marks. */
    private static Reader decoded(EncodedContent encoded) throws IOException {
        Object source = opened(encoded.bytes());
        InputStream bytes = source instanceof byte[] held ? new ByteArrayInputStream(held) : (InputStream) source;
        return new InputStreamReader(bytes, encoded.charset().newDecoder());
    }

    private static JsonParser parser(JsonFactory factory, Object source) throws IOException {
        if (source instanceof byte[] bytes) {
            return factory.createParser(bytes);
        }
        if (source instanceof ByteBuffer buffer) {
            return factory.createParser(ByteBodies.bytes(buffer));
        }
        if (source instanceof InputStream stream) {
            return factory.createParser(stream);
        }
        if (source instanceof Reader reader) {
            return factory.createParser(withoutMark(reader));
        }
        String text = source.toString();
        return factory.createParser(text.indexOf(BYTE_ORDER_MARK) == 0 ? text.substring(1) : text);
    }

    /** Jackson skips a byte order mark in bytes, but not in characters. */
    private static Reader withoutMark(Reader reader) throws IOException {
        PushbackReader pushback = new PushbackReader(reader);
        int first = pushback.read();
        if (first >= 0 && first != BYTE_ORDER_MARK) {
            pushback.unread(first);
        }
        return pushback;
    }
}
