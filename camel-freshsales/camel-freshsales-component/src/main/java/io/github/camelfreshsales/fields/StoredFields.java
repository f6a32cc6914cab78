// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.fields;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Compares the record in the response with the one that was sent. It judges only fields that a response can contain. */
public final class StoredFields {

    private static final String CUSTOM_FIELD = "custom_field";

    private StoredFields() {}

    /**
     * The fields that were sent and are not there as they were sent.
     *
     * @param sent   the record, its custom fields at the top or under {@code custom_field}
     * @param stored the record of the response
     */
    public static List<String> missing(Map<String, Object> sent, Map<?, ?> stored) {
        Map<?, ?> custom = stored.get(CUSTOM_FIELD) instanceof Map<?, ?> map ? map : Map.of();
        List<String> missing = new ArrayList<>();
        sent.forEach((name, value) -> {
            if (name.equals(CUSTOM_FIELD) && value instanceof Map<?, ?> fields) {
                fields.forEach((inner, given) -> {
                    if (!isStored(given, custom.get(inner))) {
                        missing.add(String.valueOf(inner));
                    }
                });
            } else if (!isStored(name, value, stored, custom)) {
                missing.add(name);
            }
        });
        return missing;
    }

    private static boolean isStored(String name, Object value, Map<?, ?> stored, Map<?, ?> custom) {
        if (name.equals("id")) {
            return true; // the record's own, which is no field
        }
        if (stored.containsKey(name)) {
            return isStored(value, stored.get(name)) || isAddressOf(name, value, stored);
        }
        return name.startsWith(Field.CUSTOM)
                ? isStored(value, custom.get(name))
                : Attributes.isSilent(name) || Required.isBlank(value);
    }

    private static boolean isStored(Object sent, Object stored) {
        return Required.isBlank(sent) ? Required.isBlank(stored) : StoredValue.isSame(sent, stored);
    }

    /** A further address of a person stands among its {@code emails}, whichever is the primary one. */
    private static boolean isAddressOf(String name, Object value, Map<?, ?> stored) {
        return name.equals("email") && stored.get("emails") != null && isStored(value, stored.get("emails"));
    }
}
