package io.github.camelfreshsales.operation;

import io.github.camelfreshsales.content.Records;
import java.util.ArrayList;
import java.util.List;
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

    /** All ids of the body, as they stand in JSON. */
    static List<Object> all(OperationCall call) {
        Object body = call.body();
        if (isId(body)) {
            return List.of(asJson(body));
        }
        Records records = call.account().reader().read(body);
        if (records instanceof Records.One one) {
            return List.of(asJson(required(one.record())));
        }
        if (records instanceof Records.Many many) {
            try (many) {
                List<Object> ids = new ArrayList<>();
                many.elements().forEachRemaining(element -> ids.add(asJson(required(element))));
                return ids;
            }
        }
        throw new IllegalArgumentException("The operation " + call.operation() + " needs ids as the body"
                + (call.operation().name().endsWith("List") ? ", or allMembers=true" : ""));
    }
}
