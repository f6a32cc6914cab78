package io.github.camelfreshsales.operation;

import io.github.camelfreshsales.resource.Resource;
import java.util.List;
import java.util.Map;

/** Finds the value that a record is matched by. */
final class Identifiers {

    private static final String EMAILS = "emails";

    private Identifiers() {}

    /** The field to match on: the one that was asked for, else the resource's own. */
    static String field(OperationCall call, Resource resource) {
        String asked = call.get(Option.UNIQUE_IDENTIFIER);
        if (asked != null && !asked.isBlank()) {
            return asked.trim();
        }
        if (resource.identifier() == null) {
            throw new IllegalArgumentException("The operation " + call.operation() + " of " + resource.name()
                    + " needs the option uniqueIdentifier, the name of the field to match on");
        }
        return resource.identifier();
    }

    /** The value in a record, or null. It keeps its type. */
    static Object find(String field, Map<String, Object> record) {
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
        boolean usable = value instanceof Number
                || value instanceof CharSequence text && !text.toString().isBlank();
        if (!usable) {
            throw new IllegalArgumentException("The record has no " + field
                    + " to match on, as text or a number; give it one, or name another field in uniqueIdentifier");
        }
        return value;
    }

    private static Object email(Map<String, Object> record) {
        Object emails = record.get(EMAILS);
        if (emails instanceof CharSequence) {
            return emails;
        }
        Object ofList = emails instanceof List<?> list ? primary(list) : null;
        return ofList == null ? record.get("email") : ofList;
    }

    private static Object primary(List<?> emails) {
        Object first = null;
        for (Object email : emails) {
            Object value = email instanceof Map<?, ?> map ? map.get("value") : email;
            if (email instanceof Map<?, ?> map && Boolean.TRUE.equals(map.get("is_primary"))) {
                return value;
            }
            first = first == null ? value : first;
        }
        return first;
    }
}
