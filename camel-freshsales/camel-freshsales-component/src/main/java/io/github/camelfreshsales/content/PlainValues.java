// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.content;

import com.fasterxml.jackson.databind.util.RawValue;
import java.io.File;
import java.io.InputStream;
import java.io.Reader;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import java.util.function.UnaryOperator;

/**
 * Makes of any value what JSON knows: Maps with text for keys, Lists, text, numbers, booleans and null. What is plain
 * already stays the object it is, and nothing is copied.
 */
final class PlainValues {

    private static final int MOST_LEVELS = 500;

    private final ExactJson json;
    private final UnaryOperator<Object> unwrap;
    private final boolean files;

    /** @param files whether values that can be sent as files stay what they are; otherwise bytes become text in Base64 */
    PlainValues(ExactJson json, UnaryOperator<Object> unwrap, boolean files) {
        this.json = json;
        this.unwrap = unwrap;
        this.files = files;
    }

    PlainValues withoutFiles() {
        return new PlainValues(json, unwrap, false);
    }

    Map<String, Object> record(Map<?, ?> record) {
        return fields(record, 1);
    }

    Object of(Object value) {
        return of(value, 1);
    }

    private Object of(Object value, int level) {
        if (value == null || value instanceof String || value instanceof Boolean) {
            return value;
        }
        if (level > MOST_LEVELS) {
            throw Refusal.ofDepth(MOST_LEVELS);
        }
        if (Refusal.isForeignTree(value.getClass())) {
            throw Refusal.ofValue(value);
        }
        if (value instanceof Map<?, ?> map) {
            return fields(map, level);
        }
        if (value instanceof List<?> list) {
            return list(list, level);
        }
        Object form = PlainForms.of(value);
        if (form != value) {
            return of(form, level + 1);
        }
        if (value instanceof Number number) {
            NumberTexts.check(number);
            return number;
        }
        return other(value, level);
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> fields(Map<?, ?> map, int level) {
        Map<String, Object> copy = null;
        for (Map.Entry<?, ?> field : map.entrySet()) {
            Object value = field.getValue();
            Object plain = of(value, level + 1);
            if (copy == null && (plain != value || !(field.getKey() instanceof String))) {
                copy = withTextKeys(map);
            }
            if (copy != null) {
                copy.put(text(field.getKey()), plain);
            }
        }
        return copy == null ? (Map<String, Object>) map : copy;
    }

    private static Map<String, Object> withTextKeys(Map<?, ?> map) {
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((key, value) -> copy.put(text(key), value));
        return copy;
    }

    static String text(Object key) {
        if (key instanceof CharSequence text) {
            return text.toString();
        }
        throw Refusal.ofKey(key);
    }

    @SuppressWarnings("unchecked")
    private List<Object> list(List<?> list, int level) {
        List<?> indexed = list instanceof RandomAccess ? list : new ArrayList<>(list);
        List<Object> copy = null;
        for (int i = 0; i < indexed.size(); i++) {
            Object plain = of(indexed.get(i), level + 1);
            if (copy == null && plain != indexed.get(i)) {
                copy = new ArrayList<>(indexed);
            }
            if (copy != null) {
                copy.set(i, plain);
            }
        }
        return copy == null ? (List<Object>) list : copy;
    }

    private Object other(Object value, int level) {
        Object inside = unwrap.apply(value);
        if (inside != value) {
            return of(inside, level + 1);
        }
        if (FilePart.of(value) != null) {
            return file(value);
        }
        if (value.getClass().isArray()) {
            return list(listOf(value), level);
        }
        Elements elements = Elements.of(value, UnaryOperator.identity());
        return elements == null ? bean(value, level) : list(all(elements), level);
    }

    private Object file(Object value) {
        if (files) {
            return value;
        }
        if (value instanceof byte[] bytes) {
            return json.base64(bytes);
        }
        if (value instanceof ByteBuffer buffer) {
            return json.base64(ByteBodies.bytes(buffer));
        }
        throw Refusal.ofValue(value);
    }

    /** Whether it can be sent as a file and in no other way. */
    static boolean isFileOnly(Class<?> type) {
        return FilePart.class == type
                || File.class.isAssignableFrom(type)
                || Path.class.isAssignableFrom(type)
                || InputStream.class.isAssignableFrom(type)
                || Reader.class.isAssignableFrom(type);
    }

    private static List<Object> listOf(Object array) {
        List<Object> list = new ArrayList<>();
        for (int i = 0; i < Array.getLength(array); i++) {
            list.add(Array.get(array, i));
        }
        return list;
    }

    private static List<Object> all(Iterator<Object> elements) {
        List<Object> all = new ArrayList<>();
        elements.forEachRemaining(all::add);
        return all;
    }

    private Object bean(Object value, int level) {
        if (value instanceof RawValue raw) {
            return json.read(String.valueOf(raw.rawValue()));
        }
        if (Refusal.isInnerState(value)) {
            throw Refusal.ofValue(value, "it has no form in JSON");
        }
        return of(json.tree(value), level + 1);
    }
}
