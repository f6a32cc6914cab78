package io.github.camelfreshsales.simulator.store;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/** Finds the oldest live record that has a value in one attribute, without going through all of them. */
final class ValueIndex {

    private record Entry(String value, long id) {}

    private final TreeSet<Entry> entries =
            new TreeSet<>(Comparator.comparing(Entry::value).thenComparingLong(Entry::id));
    private final Function<StoredRecord, Collection<String>> values;

    ValueIndex(Function<StoredRecord, Collection<String>> values) {
        this.values = values;
    }

    void add(StoredRecord record) {
        if (!record.deleted()) {
            values.apply(record).forEach(value -> entries.add(new Entry(key(value), record.id())));
        }
    }

    void remove(StoredRecord record) {
        values.apply(record).forEach(value -> entries.remove(new Entry(key(value), record.id())));
    }

    Optional<Long> oldest(String value) {
        return Optional.ofNullable(entries.ceiling(new Entry(key(value), Long.MIN_VALUE)))
                .filter(entry -> entry.value().equals(key(value)))
                .map(Entry::id);
    }

    private static String key(String value) {
        return value.toLowerCase(Locale.ROOT);
    }
}
