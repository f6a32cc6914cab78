// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.content;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Names the fields of a form the way Rails and PHP read them: {@code contact[emails][][value]}. */
final class FormFields {

    private FormFields() {}

    /** Hands every single value to {@code field}; the name may be null at the top. */
    static void each(String name, Object value, BiConsumer<String, Object> field) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, nested) -> each(name == null ? key.toString() : name + "[" + key + "]", nested, field));
        } else if (value instanceof List<?> list) {
            FormObjects objects = new FormObjects();
            for (Object item : list) {
                objects.next(name, item);
                each(name + "[]", item, field);
            }
        } else {
            field.accept(name, value);
        }
    }
}
