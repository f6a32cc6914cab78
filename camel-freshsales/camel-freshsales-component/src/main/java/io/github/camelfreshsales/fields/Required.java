// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.fields;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Whether a record has what it must have: the field itself, or the other form in which the service takes the same. */
final class Required {

    private static final String ID = "_id";

    private Required() {}

    static boolean isGiven(Field field, Map<String, Object> record) {
        if (field.custom()
                && record.get("custom_field") instanceof Map<?, ?> custom
                && !isBlank(custom.get(field.name()))) {
            return true;
        }
        return forms(field.name()).stream().anyMatch(name -> !isBlank(record.get(name)));
    }

    /** {@code email} is given by {@code emails}, {@code sales_account_id} by {@code sales_account}. */
    static List<String> forms(String name) {
        List<String> forms = new ArrayList<>(List.of(name, name + "s", name + ID));
        if (name.endsWith("s")) {
            forms.add(name.substring(0, name.length() - 1));
        }
        if (name.endsWith(ID)) {
            forms.add(name.substring(0, name.length() - ID.length()));
        }
        return forms;
    }

    static boolean isBlank(Object value) {
        return value == null
                || value instanceof String text && text.isBlank()
                || value instanceof List<?> list && list.isEmpty();
    }
}
