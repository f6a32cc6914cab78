// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.content;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** The elements of a JSON array, read one by one, however long it is. The parser stands at the start of the array. */
final class JsonElements implements Iterator<Object> {

    private final JsonParser parser;
    private JsonToken ahead;

    JsonElements(JsonParser parser) {
        this.parser = parser;
    }

    @Override
    public boolean hasNext() {
        if (ahead == null) {
            try {
                ahead = JsonValues.next(parser);
                if (ahead == JsonToken.END_ARRAY) {
                    JsonValues.requireEnd(parser);
                }
            } catch (IOException e) {
                throw RecordReader.unreadable(RecordReader.BODY, e);
            }
        }
        return ahead != JsonToken.END_ARRAY;
    }

    @Override
    public Object next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        ahead = null;
        try {
            return JsonValues.value(parser);
        } catch (IOException e) {
            throw RecordReader.unreadable(RecordReader.BODY, e);
        }
    }
}
