// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.store;

import java.time.Instant;
import java.util.Comparator;
import java.util.Iterator;
import java.util.SortedSet;
import java.util.TreeSet;

/** Records in the order of their last change. */
final class TimeIndex {

    private record Entry(Instant time, long id) {}

    private final TreeSet<Entry> entries =
            new TreeSet<>(Comparator.comparing(Entry::time).thenComparingLong(Entry::id));

    void add(StoredRecord record) {
        entries.add(new Entry(record.updatedAt(), record.id()));
    }

    void remove(StoredRecord record) {
        entries.remove(new Entry(record.updatedAt(), record.id()));
    }

    /** Ids of what changed at a time or later, in that order. */
    long[] since(Instant time) {
        SortedSet<Entry> later = entries.tailSet(new Entry(time, Long.MIN_VALUE));
        long[] ids = new long[later.size()];
        Iterator<Entry> all = later.iterator();
        for (int at = 0; at < ids.length; at++) {
            ids[at] = all.next().id();
        }
        return ids;
    }
}
