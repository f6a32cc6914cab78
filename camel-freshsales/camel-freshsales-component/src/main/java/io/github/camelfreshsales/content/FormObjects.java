// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.content;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Watches the objects of one list. In a form nothing stands between {@code people[][name]=A} and
 * {@code people[][name]=B} but the name that comes again, and a service that finds a new name first would take it for a
 * field of the object before. Two records would silently become one, so that is refused.
 */
final class FormObjects {

    private Set<String> before;

    void next(String list, Object item) {
        if (!(item instanceof Map<?, ?> object)) {
            return;
        }
        List<String> names = new ArrayList<>();
        FormFields.each(null, object, (name, value) -> names.add(name));
        boolean clear = !names.isEmpty() && !names.get(0).contains("[]");
        if (!clear || before != null && !before.contains(names.get(0))) {
            throw new IllegalArgumentException("A form cannot keep the objects of the list '" + list
                    + "' apart: each must begin with a plain field that the one before has as well. Use"
                    + " contentFormat=json, or give all of them the same fields in the same order");
        }
        before = new HashSet<>(names);
    }
}
