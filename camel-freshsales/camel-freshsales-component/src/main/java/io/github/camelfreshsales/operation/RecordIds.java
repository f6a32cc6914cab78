// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.operation;

import io.github.camelfreshsales.content.RecordId;
import io.github.camelfreshsales.content.Records;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds ids in what a message brings. However Java dresses one up, {@code 70041234567} is what is sent. */
final class RecordIds {

    private RecordIds() {}

    /** Whether something is an id by itself: a number, or text that is not JSON. */
    static boolean isId(Object value) {
        return RecordId.isId(value);
    }

    /**
     * An id as text.
     *
     * @param what what it is, for the message of the error: {@code recordId}
     * @throws IllegalArgumentException when it is a number with a fraction, or one that has lost its last digits
     */
    static String text(String what, Object id) {
        try {
            return RecordId.of(id).text();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("The " + what + " cannot be used. " + e.getMessage());
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
        return new RecordId(text(what, id)).asJson();
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
