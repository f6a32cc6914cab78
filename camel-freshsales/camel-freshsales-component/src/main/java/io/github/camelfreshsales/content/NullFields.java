// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.content;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Leaves out the null fields of a plain record and of objects inside it; elements of lists stay. */
final class NullFields {

    private NullFields() {}

    static Map<String, Object> removed(Map<?, ?> record) {
        Map<String, Object> copy = new LinkedHashMap<>();
        record.forEach((key, value) -> {
            if (value != null) {
                copy.put((String) key, inside(value));
            }
        });
        return copy;
    }

    private static Object inside(Object value) {
        if (value instanceof Map<?, ?> map) {
            return removed(map);
        }
        if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>();
            list.forEach(element -> copy.add(inside(element)));
            return copy;
        }
        return value;
    }
}
