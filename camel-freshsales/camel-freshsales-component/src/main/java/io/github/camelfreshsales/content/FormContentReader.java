// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.content;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hc.core5.http.NameValuePair;
import org.apache.hc.core5.net.WWWFormCodec;

/**
 * Makes an object of a form, the reverse of {@link FormFields}: {@code contact[emails][][value]} nests. A name that comes
 * again makes a list.
 */
final class FormContentReader {

    private static final int MOST_LEVELS = 32;
    private static final String LIST = "";

    private FormContentReader() {}

    static Map<String, Object> read(String form, Charset charset) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (NameValuePair field :
                WWWFormCodec.parse(form.strip(), charset == null ? StandardCharsets.UTF_8 : charset)) {
            put(object, levels(field.getName()), 0, field.getValue());
        }
        return checked(object);
    }

    /** The same of fields with their values; several values of a name are an Iterable. */
    static Map<String, Object> nested(Map<?, ?> fields) {
        Map<String, Object> object = new LinkedHashMap<>();
        fields.forEach((name, value) -> {
            List<String> levels = levels(String.valueOf(name));
            if (value instanceof Iterable<?> values) {
                values.forEach(one -> put(object, levels, 0, one));
            } else {
                put(object, levels, 0, value);
            }
        });
        return checked(object);
    }

    private static Map<String, Object> checked(Map<String, Object> object) {
        if (object.isEmpty()) {
            throw new IllegalArgumentException("The form is empty");
        }
        return object;
    }

    /** The names of a field from the outside to the inside; a name without proper brackets is one level. */
    private static List<String> levels(String name) {
        List<String> levels = new ArrayList<>();
        int open = name.indexOf('[');
        if (open <= 0 || !name.endsWith("]")) {
            return List.of(name);
        }
        levels.add(name.substring(0, open));
        while (open < name.length()) {
            int close = name.indexOf(']', open);
            if (name.charAt(open) != '[' || close < 0) {
                return List.of(name);
            }
            levels.add(name.substring(open + 1, close));
            open = close + 1;
            if (levels.size() > MOST_LEVELS) {
                throw new IllegalArgumentException("A field of the form is nested too deep");
            }
        }
        return levels;
    }

    private static void put(Map<String, Object> object, List<String> levels, int at, Object value) {
        String name = levels.get(at);
        if (name.equals(LIST)) {
            throw new IllegalArgumentException("A form cannot hold a list directly in a list");
        }
        if (at == levels.size() - 1) {
            object.merge(name, value == null ? "" : value, FormContentReader::both);
        } else if (!levels.get(at + 1).equals(LIST)) {
            put(objectIn(object, name), levels, at + 1, value);
        } else if (at + 1 == levels.size() - 1) {
            listIn(object, name).add(value);
        } else {
            put(elementFor(listIn(object, name), levels, at + 2), levels, at + 2, value);
        }
    }

    private static Object both(Object before, Object value) {
        if (before instanceof Map) {
            throw mixed();
        }
        List<Object> values = before instanceof List<?> list ? new ArrayList<>(list) : new ArrayList<>(List.of(before));
        values.add(value);
        return values;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> objectIn(Map<String, Object> object, String name) {
        Object inner = object.computeIfAbsent(name, any -> new LinkedHashMap<String, Object>());
        if (inner instanceof Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
        throw mixed();
    }

    @SuppressWarnings("unchecked")
    private static List<Object> listIn(Map<String, Object> object, String name) {
        Object inner = object.computeIfAbsent(name, any -> new ArrayList<>());
        if (inner instanceof List<?> list) {
            return (List<Object>) list;
        }
        throw mixed();
    }

    /** The last object of a list, or a new one when that has the field already. */
    @SuppressWarnings("unchecked")
    private static Map<String, Object> elementFor(List<Object> list, List<String> levels, int at) {
        Object last = list.isEmpty() ? null : list.get(list.size() - 1);
        if (last instanceof Map<?, ?> map && !has(map, levels, at)) {
            return (Map<String, Object>) map;
        }
        Map<String, Object> element = new LinkedHashMap<>();
        list.add(element);
        return element;
    }

    private static boolean has(Map<?, ?> object, List<String> levels, int at) {
        Object inner = object.get(levels.get(at));
        if (at == levels.size() - 1) {
            return inner != null;
        }
        return inner instanceof Map<?, ?> map && has(map, levels, at + 1);
    }

    private static IllegalArgumentException mixed() {
        return new IllegalArgumentException("A name of the form is used for a value and for an object or a list");
    }
}
