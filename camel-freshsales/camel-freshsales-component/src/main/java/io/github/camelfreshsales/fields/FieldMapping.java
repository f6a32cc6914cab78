// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.fields;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Renames the fields of a record, moves them out of objects, and leaves them out. It knows nothing of types. A source with
 * dots reaches into nested objects, unless the record has a field of that very name.
 */
public final class FieldMapping {

    public static final FieldMapping NONE = new FieldMapping(new TreeMap<>());

    private final SortedMap<String, String> targets;
    private final List<List<String>> paths = new ArrayList<>();

    private FieldMapping(SortedMap<String, String> targets) {
        this.targets = targets;
        targets.keySet().stream()
                .filter(source -> source.indexOf('.') > 0)
                .map(source -> List.of(source.split("\\.")))
                .forEach(paths::add);
    }

    /** @param targets the field for each heading; an empty one leaves the field out */
    public static FieldMapping of(Map<String, String> targets) {
        return targets.isEmpty() ? NONE : new FieldMapping(new TreeMap<>(targets));
    }

    public boolean isEmpty() {
        return targets.isEmpty();
    }

    /**
     * A record with the fields that are wanted; the record that was given stays as it is.
     *
     * @throws IllegalArgumentException when two values are meant for one field
     */
    Map<String, Object> apply(Map<String, Object> record) {
        if (isEmpty()) {
            return record;
        }
        Map<String, Object> mapped = new LinkedHashMap<>();
        Map<String, Object> rest = withoutMoved(record, mapped);
        rest.forEach((name, value) -> put(mapped, name, targets.getOrDefault(name, name), value));
        return mapped;
    }

    /** Moves what stands in objects, and gives the record without it. */
    private Map<String, Object> withoutMoved(Map<String, Object> record, Map<String, Object> mapped) {
        Map<String, Object> rest = record;
        for (List<String> path : paths) {
            String source = String.join(".", path);
            if (!record.containsKey(source) && has(rest, path)) {
                put(mapped, source, targets.get(source), value(rest, path));
                rest = without(rest, path);
            }
        }
        return rest;
    }

    private static void put(Map<String, Object> mapped, String source, String target, Object value) {
        if (target.isEmpty()) {
            return;
        }
        if (mapped.containsKey(target) && !Objects.equals(mapped.get(target), value)) {
            throw new IllegalArgumentException("The mapping gives the field " + target + " two different values, one of"
                    + " them from " + Words.quoted(source) + "; map one of them to another field, or to nothing");
        }
        mapped.put(target, value);
    }

    private static boolean has(Map<?, ?> record, List<String> path) {
        Object inner = record.get(path.get(0));
        return path.size() == 1
                ? record.containsKey(path.get(0))
                : inner instanceof Map<?, ?> map && has(map, path.subList(1, path.size()));
    }

    private static Object value(Map<?, ?> record, List<String> path) {
        Object inner = record.get(path.get(0));
        return path.size() == 1 ? inner : value((Map<?, ?>) inner, path.subList(1, path.size()));
    }

    /** A copy without what stands at the path, and without the objects that are empty then. */
    @SuppressWarnings("unchecked")
    private static Map<String, Object> without(Map<String, Object> record, List<String> path) {
        Map<String, Object> copy = new LinkedHashMap<>(record);
        String name = path.get(0);
        if (path.size() == 1) {
            copy.remove(name);
            return copy;
        }
        Map<String, Object> inner = without((Map<String, Object>) record.get(name), path.subList(1, path.size()));
        if (inner.isEmpty()) {
            copy.remove(name);
        } else {
            copy.put(name, inner);
        }
        return copy;
    }
}
