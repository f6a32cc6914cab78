package io.github.camelfreshsales.operation;

import io.github.camelfreshsales.content.Records;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Finds ids in what a message brings. However Java dresses one up, {@code 70041234567} is what is sent. */
final class RecordIds {

    private static final Pattern DECIMAL = Pattern.compile("[+-]?\\d{1,40}(\\.\\d{0,40})?([eE][+-]?\\d{1,2})?");

    private RecordIds() {}

    /** Whether something is an id by itself: a number, or text that is not JSON. */
    static boolean isId(Object value) {
        if (value instanceof CharSequence text) {
            String trimmed = text.toString().trim();
            return !trimmed.isEmpty() && !trimmed.startsWith("[") && !trimmed.startsWith("{");
        }
        return value instanceof Number;
    }

    /**
     * An id as text.
     *
     * @param what what it is, for the message of the error: {@code recordId}
     * @throws IllegalArgumentException when it is a number with a fraction
     */
    static String text(String what, Object id) {
        String text = id.toString().trim();
        boolean isWhole = id instanceof Long || id instanceof Integer || id instanceof BigInteger;
        boolean mayBeDressed = id instanceof Number || text.indexOf('.') > 0;
        if (isWhole || !mayBeDressed || !DECIMAL.matcher(text).matches()) {
            return text;
        }
        try {
            return new BigDecimal(text).toBigIntegerExact().toString();
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(
                    "The " + what + " is a number with a fraction; an id is a whole one, such as 70041234567");
        }
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
        return text("id", id);
    }

    /** The id as it stands in JSON: digits are a number. */
    static Object asJson(String what, Object id) {
        String text = text(what, id);
        return text.matches("\\d{1,18}") ? (Object) Long.valueOf(text) : text;
    }

    /** All ids of the body, as they stand in JSON. */
    static List<Object> all(OperationCall call, Session session) {
        Object body = call.body().content();
        if (isId(body)) {
            return List.of(asJson("id", body));
        }
        Records records = session.account().reader().read(body);
        if (records instanceof Records.One one) {
            return List.of(asJson("id", required(one.record())));
        }
        if (records instanceof Records.Many many) {
            try (many) {
                List<Object> ids = new ArrayList<>();
                many.elements().forEachRemaining(element -> ids.add(asJson("id", required(element))));
                return ids;
            }
        }
        throw new IllegalArgumentException("The operation " + call.operation() + " needs ids as the body"
                + (call.operation().name().endsWith("List") ? ", or allMembers=true" : ""));
    }
}
