// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.fields;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/** The things that a reference may mean, found by name. It never changes. */
public final class NameTable {

    /**
     * A thing.
     *
     * @param parent the id of what it belongs to, as text; null when it belongs to nothing
     * @param active whether it is in use; a user may have left
     */
    record Thing(Object id, List<String> names, String parent, boolean active) {

        String name() {
            return names.get(0);
        }

        boolean isWithin(String other) {
            return other == null || parent == null || parent.equals(other);
        }
    }

    private final List<Thing> things = new ArrayList<>();
    private final Map<String, List<Thing>> byName = new HashMap<>();

    private NameTable() {}

    /** @param rows the items of the selector */
    public static NameTable of(Reference reference, List<?> rows) {
        NameTable table = new NameTable();
        rows.forEach(row -> table.add(reference, row));
        table.things.sort(Comparator.comparing(thing -> !thing.active())); // stable: the account's order otherwise
        for (Thing thing : table.things) {
            thing.names().stream().map(Words::plain).distinct().forEach(name -> table.byName
                    .computeIfAbsent(name, any -> new ArrayList<>(1))
                    .add(thing));
        }
        return table;
    }

    private void add(Reference reference, Object row) {
        if (!(row instanceof Map<?, ?> item) || item.get("id") == null) {
            return;
        }
        List<String> names = reference.names().stream()
                .map(item::get)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .toList();
        if (!names.isEmpty()) {
            Object parent = reference.parent() == null
                    ? null
                    : item.get(reference.parent().key());
            things.add(new Thing(
                    item.get("id"),
                    names,
                    parent == null ? null : parent.toString(),
                    !Boolean.FALSE.equals(item.get("is_active"))));
        }
    }

    /**
     * The things that a name means: those in use win over the others, the exact spelling over another.
     *
     * @param parent only those that belong to it; null for all
     */
    List<Thing> named(String name, String parent) {
        List<Thing> called = byName.getOrDefault(Words.plain(name), List.of());
        List<Thing> found =
                called.stream().filter(thing -> thing.isWithin(parent)).toList();
        return found.size() < 2
                ? found
                : preferred(
                        preferred(found, Thing::active), thing -> thing.names().contains(name));
    }

    private static List<Thing> preferred(List<Thing> found, Predicate<Thing> better) {
        List<Thing> best = found.stream().filter(better).toList();
        return best.isEmpty() ? found : best;
    }

    /** What there is, in the account's order. */
    List<String> names(String parent) {
        return things.stream()
                .filter(thing -> thing.isWithin(parent))
                .map(Thing::name)
                .distinct()
                .toList();
    }

    /** The name of an id; null when it is not known. */
    String nameOf(String id) {
        return things.stream()
                .filter(thing -> Objects.equals(thing.id().toString(), id))
                .map(Thing::name)
                .findFirst()
                .orElse(null);
    }
}
