package io.github.camelfreshsales.operation;

import java.util.Map;

/** Finds ids in what a message brings. */
final class RecordIds {

    private RecordIds() {}

    /** Whether something is an id by itself: a number, or text that is not JSON. */
    static boolean isId(Object value) {
        if (value instanceof CharSequence text) {
            String trimmed = text.toString().trim();
            return !trimmed.isEmpty() && !trimmed.startsWith("[") && !trimmed.startsWith("{");
        }
        return value instanceof Long || value instanceof Integer || value instanceof java.math.BigInteger;
    }

    /** The id that one element of the body is or has, or null. */
    static Object ofElement(Object element) {
        if (isId(element)) {
            return element;
        }
        return element instanceof Map<?, ?> map && isId(map.get("id")) ? map.get("id") : null;
    }

    static String required(Object element) {
        Object id = ofElement(element);
        if (id == null) {
            throw new IllegalArgumentException("An id is missing: give a number, text, or a record with the field id");
        }
        return id.toString().trim();
    }

    /** The id as it stands in JSON: digits are a number. */
    static Object asJson(Object id) {
        String text = id.toString().trim();
        return text.matches("\\d{1,18}") ? (Object) Long.valueOf(text) : text;
    }
}
