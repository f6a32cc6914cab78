// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.content;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/** JSON text of what a message holds, and back: with exact numbers, and with dates as ISO 8601 text. */
public final class JsonText {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final ExactJson JSON = new ExactJson(MAPPER);

    private JsonText() {}

    /**
     * @param unwrap takes off what is around a value, and leaves anything else as it is
     * @throws IllegalArgumentException if something in the value has no form in JSON; the message shows no content
     */
    public static String of(Object value, UnaryOperator<Object> unwrap) {
        Object plain = new PlainValues(JSON, unwrap, false).of(value);
        return new String(JSON.write(plain), StandardCharsets.UTF_8);
    }

    /** The maps, lists and scalars that a text holds. */
    public static Object read(String text) throws UnreadableJsonException {
        return new RecordReader(MAPPER).readJson(text.getBytes(StandardCharsets.UTF_8));
    }
}
