package io.github.camelfreshsales.content;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Copies a record into maps, lists and scalars. Values that can be sent as files stay what they are, which is why this
 * does not simply go through JSON.
 */
final class RecordCopy {

    private final ExactJson json;
    private final boolean nulls;

    RecordCopy(ExactJson json, boolean nulls) {
        this.json = json;
        this.nulls = nulls;
    }

    Object of(Object value) {
        if (value == null || isScalar(value) || FilePart.of(value) != null) {
            return value;
        }
        if (value instanceof Map<?, ?> map) {
            return fields(map);
        }
        Iterator<Object> elements = value instanceof JsonNode ? null : Elements.of(value);
        return elements == null ? of(json.plain(value)) : list(elements);
    }

    private static boolean isScalar(Object value) {
        return value instanceof String || value instanceof Number || value instanceof Boolean;
    }

    private Map<String, Object> fields(Map<?, ?> map) {
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((key, value) -> {
            Object copied = of(value);
            if (nulls || copied != null) {
                copy.put(String.valueOf(key), copied);
            }
        });
        return copy;
    }

    private List<Object> list(Iterator<Object> elements) {
        List<Object> copy = new ArrayList<>();
        elements.forEachRemaining(element -> copy.add(of(element)));
        return copy;
    }
}
