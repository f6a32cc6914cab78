// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.operation;

import io.github.camelfreshsales.FreshsalesOperation;
import io.github.camelfreshsales.resource.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Finds the value that a record is matched by, and the one that a result names it by. The rule for the latter: what the
 * record is matched by (an update by its id), else its id, else its name or title; whatever of these the record has.
 */
final class Identifiers {

    private static final String EMAILS = "emails";
    private static final String EMAIL = "email";
    private static final List<String> NAMING = List.of("id", EMAILS, "name", "title", "external_id", "mobile_number");

    private Identifiers() {}

    /** The field to match on: the one that was asked for, else the resource's own. */
    static String field(OperationCall call, Resource resource) {
        String asked = asked(call);
        if (asked != null) {
            return asked;
        }
        if (resource.identifier() == null) {
            throw new IllegalArgumentException("The operation " + call.operation() + " of " + resource.name()
                    + " needs the option uniqueIdentifier, the name of the field to match on");
        }
        return resource.identifier();
    }

    private static String asked(OperationCall call) {
        String asked = call.get(Option.UNIQUE_IDENTIFIER);
        return asked == null || asked.isBlank() ? null : asked.trim();
    }

    /** What a result names a record by, or null when the record has nothing of the kind. */
    static Object naming(OperationCall call, Resource resource, Object element) {
        if (RecordIds.isId(element)) {
            return element;
        }
        if (!(element instanceof Map<?, ?> map)) {
            return null;
        }
        Map<?, ?> record = map.get(resource.key()) instanceof Map<?, ?> wrapped ? wrapped : map;
        List<String> fields = new ArrayList<>();
        if (call.operation() == FreshsalesOperation.update) {
            fields.add("id");
        }
        if (asked(call) != null) {
            fields.add(asked(call));
        } else if (resource.identifier() != null) {
            fields.add(resource.identifier());
        }
        fields.addAll(NAMING);
        return fields.stream()
                .map(field -> find(field, record))
                .filter(Identifiers::isUsable)
                .findFirst()
                .orElse(null);
    }

    /** The value in a record, or null. It keeps its type. */
    private static Object find(String field, Map<?, ?> record) {
        if (field.equals(EMAILS)) {
            return email(record);
        }
        Object atTheTop = record.get(field);
        if (atTheTop == null && record.get("custom_field") instanceof Map<?, ?> custom) {
            return custom.get(field);
        }
        return atTheTop;
    }

    static Object required(String field, Map<String, Object> record) {
        Object value = find(field, record);
        if (!isUsable(value)) {
            throw new IllegalArgumentException("The record has no " + field
                    + " to match on, as text or a number; give it one, or name another field in uniqueIdentifier");
        }
        if (!field.equals("id") || value instanceof Long || value instanceof Integer) {
            return value;
        }
        return value instanceof Number ? RecordIds.asJson("id", value) : RecordIds.text("id", value);
    }

    private static boolean isUsable(Object value) {
        return value instanceof Number
                || value instanceof CharSequence text && !text.toString().isBlank();
    }

    /** The one usable address: the primary one of a list, else its first, else the field email. */
    private static Object email(Map<?, ?> record) {
        Object emails = record.get(EMAILS);
        if (emails instanceof Iterable<?> list) {
            emails = primary(list);
        } else if (emails instanceof Object[] array) {
            emails = primary(List.of(array));
        } else if (emails instanceof Map<?, ?> one) {
            emails = one.get("value");
        }
        return isUsable(emails) ? emails : record.get(EMAIL);
    }

    private static Object primary(Iterable<?> emails) {
        Object first = null;
        for (Object email : emails) {
            Object value = email instanceof Map<?, ?> map ? map.get("value") : email;
            if (!isUsable(value) || email instanceof Map<?, ?> map && isYes(map.get("_destroy"))) {
                continue;
            }
            if (email instanceof Map<?, ?> map && isYes(map.get("is_primary"))) {
                return value;
            }
            first = first == null ? value : first;
        }
        return first;
    }

    /** A flag as files have it: true, "true", 1 or "1". */
    private static boolean isYes(Object flag) {
        return flag != null
                && (flag.toString().trim().equalsIgnoreCase("true")
                        || flag.toString().trim().equals("1"));
    }
}
