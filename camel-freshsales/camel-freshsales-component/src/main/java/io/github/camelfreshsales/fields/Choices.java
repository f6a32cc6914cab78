// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.fields;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The choices of a field, in the order of the account. */
final class Choices {

    static final Choices NONE = of(List.of());

    private final Set<String> values = new LinkedHashSet<>();
    private final Map<String, Object> ids = new HashMap<>();
    private final Map<String, List<String>> spellings = new HashMap<>();

    private Choices() {}

    /** @param rows the choices as the metadata has them: objects with {@code id} and {@code value}, or texts */
    static Choices of(List<?> rows) {
        Choices choices = new Choices();
        for (Object row : rows) {
            Object value = row instanceof Map<?, ?> choice ? choice.get("value") : row;
            Object id = row instanceof Map<?, ?> choice ? choice.get("id") : null;
            if (value != null) {
                choices.values.add(value.toString());
                choices.spellings
                        .computeIfAbsent(Words.plain(value.toString()), any -> new ArrayList<>())
                        .add(value.toString());
            }
            if (id != null) {
                choices.ids.put(id.toString(), id);
            }
        }
        return choices;
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    boolean hasIds() {
        return !ids.isEmpty();
    }

    Set<String> values() {
        return values;
    }

    /** The ids as the metadata has them, each under its text. */
    Map<String, Object> ids() {
        return ids;
    }

    boolean has(Object value) {
        return value instanceof String && values.contains(value);
    }

    boolean hasId(Object id) {
        return (id instanceof String || id instanceof Number) && ids.containsKey(id.toString());
    }

    /** The choice that a text means, in its own spelling; the text itself when none or several are meant. */
    String spelled(String text) {
        if (values.contains(text)) {
            return text;
        }
        List<String> meant = spellings.getOrDefault(Words.plain(text), List.of());
        return meant.size() == 1 ? meant.get(0) : text;
    }
}
