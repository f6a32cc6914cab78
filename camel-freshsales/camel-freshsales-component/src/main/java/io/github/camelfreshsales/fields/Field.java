// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.fields;

import java.util.List;
import java.util.Map;

/**
 * A field of a resource, as the account has it.
 *
 * @param kind     what values it takes
 * @param custom   whether the account made it; it then stands under {@code custom_field}
 * @param required whether a record must have it
 * @param readOnly whether only Freshsales writes it
 * @param hidden   whether nobody sees it; Freshsales then ignores what is written to it
 */
record Field(
        String name,
        String label,
        FieldKind kind,
        boolean custom,
        boolean required,
        boolean readOnly,
        boolean hidden,
        Choices choices) {

    static final String CUSTOM = "cf_";

    /** Reads a row of the metadata; null when it is not one of a field. */
    static Field of(Map<?, ?> row) {
        if (!(row.get("name") instanceof String name) || name.isBlank()) {
            return null;
        }
        boolean custom = name.startsWith(CUSTOM);
        Choices choices = row.get("choices") instanceof List<?> rows ? Choices.of(rows) : Choices.NONE;
        return new Field(
                name,
                row.get("label") instanceof String label && !label.isBlank() ? label : name,
                FieldKind.of(String.valueOf(row.get("type")), name, Boolean.TRUE.equals(row.get("multiple"))),
                custom,
                Boolean.TRUE.equals(row.get("required")),
                Boolean.FALSE.equals(row.get("actionable")),
                Boolean.FALSE.equals(row.get("visible")),
                choices);
    }

    boolean takesWrites() {
        return !readOnly && !hidden;
    }

    /** What a message calls it. */
    String said() {
        return "The field " + name + (label.equals(name) ? "" : " (" + label + ")");
    }
}
