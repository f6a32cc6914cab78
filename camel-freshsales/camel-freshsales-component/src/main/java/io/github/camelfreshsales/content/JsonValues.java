// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.content;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonParser.NumberType;
import com.fasterxml.jackson.core.JsonParser.NumberTypeFP;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import java.io.CharConversionException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns JSON into maps, lists and scalars. Integers become Long, or BigInteger beyond its range; decimals become
 * BigDecimal with the digits they have. Jackson's own untyped reading cannot be asked for both of these at once, and it
 * would depend on how the mapper is set.
 */
final class JsonValues {

    /** Records of Freshsales have some fifty fields; a map that grows to that is moved three times. */
    private static final int ROOM_FOR_A_RECORD = 80;

    private static final int ROOM_FOR_A_ROW = 48;
    private static final int ROOM_FOR_OTHERS = 16;

    private JsonValues() {}

    /** The next token, or null at the end. */
    static JsonToken next(JsonParser parser) throws IOException {
        try {
            return parser.nextToken();
        } catch (JsonProcessingException e) {
            throw UnreadableJsonException.of(e);
        } catch (CharConversionException | CharacterCodingException e) {
            throw UnreadableJsonException.ofEncoding(e);
        }
    }

    /** The value that begins at the current token. */
    static Object value(JsonParser parser) throws IOException {
        try {
            return read(parser);
        } catch (JsonProcessingException e) {
            throw UnreadableJsonException.of(e);
        } catch (CharConversionException | CharacterCodingException e) {
            throw UnreadableJsonException.ofEncoding(e);
        }
    }

    static void requireEnd(JsonParser parser) throws IOException {
        JsonToken next;
        try {
            next = parser.nextToken();
        } catch (JsonProcessingException e) {
            throw UnreadableJsonException.goesOn(e.getLocation());
        }
        if (next != null) {
            throw UnreadableJsonException.goesOn(parser.currentTokenLocation());
        }
    }

    private static Object read(JsonParser parser) throws IOException {
        switch (parser.currentToken()) {
            case START_OBJECT:
                return object(parser);
            case START_ARRAY:
                return array(parser);
            case VALUE_STRING:
                return parser.getText();
            case VALUE_NUMBER_INT:
                return parser.getNumberType() == NumberType.BIG_INTEGER
                        ? parser.getBigIntegerValue()
                        : (Object) parser.getLongValue();
            case VALUE_NUMBER_FLOAT:
                // a number from Java keeps its type: a float would change its digits on the way through a double
                return parser.isNaN() || parser.getNumberTypeFP() != NumberTypeFP.UNKNOWN
                        ? parser.getNumberValue()
                        : parser.getDecimalValue();
            case VALUE_TRUE:
                return true;
            case VALUE_FALSE:
                return false;
            case VALUE_EMBEDDED_OBJECT:
                return parser.getEmbeddedObject();
            default:
                return null;
        }
    }

    private static Map<String, Object> object(JsonParser parser) throws IOException {
        Map<String, Object> fields = new LinkedHashMap<>(roomFor(parser.getParsingContext()));
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            fields.put(name, read(parser));
        }
        return fields;
    }

    /** A record stands under the key of the response, a row in the list that stands there. */
    private static int roomFor(JsonStreamContext object) {
        JsonStreamContext around = object.getParent();
        boolean isRow = around.inArray();
        JsonStreamContext whole = isRow ? around.getParent() : around;
        if (!whole.inObject() || !whole.getParent().inRoot()) {
            return ROOM_FOR_OTHERS;
        }
        return isRow ? ROOM_FOR_A_ROW : ROOM_FOR_A_RECORD;
    }

    private static List<Object> array(JsonParser parser) throws IOException {
        List<Object> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(read(parser));
        }
        return elements;
    }
}
