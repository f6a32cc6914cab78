// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.operation;

import java.util.ArrayList;
import java.util.List;

/** The content of one bulk call, and the places of its records in the input. */
final class BulkChunk {

    /**
     * A record of the chunk.
     *
     * @param index      its place in the input
     * @param field      what it is matched by
     * @param identifier the value of that field
     */
    record Entry(int index, String field, Object identifier) {}

    private final List<Entry> entries = new ArrayList<>();
    private final List<Object> items = new ArrayList<>();

    void add(BulkItem item) {
        entries.add(new Entry(item.index(), item.field(), item.identifier()));
        items.add(item.content());
    }

    int size() {
        return entries.size();
    }

    List<Entry> entries() {
        return entries;
    }

    /** The records as the call holds them. */
    List<Object> items() {
        return items;
    }
}
