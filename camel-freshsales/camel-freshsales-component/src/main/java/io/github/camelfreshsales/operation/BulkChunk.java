package io.github.camelfreshsales.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Records that go in one bulk call, and where they stand in the input. */
final class BulkChunk {

    /** A record of the chunk: its place in the input and the value it is matched by. */
    record Entry(int index, Object identifier) {}

    private final List<Entry> entries = new ArrayList<>();
    private final List<Map<String, Object>> items = new ArrayList<>();

    void add(int index, Object identifier, Map<String, Object> item) {
        entries.add(new Entry(index, identifier));
        items.add(item);
    }

    int size() {
        return entries.size();
    }

    List<Entry> entries() {
        return entries;
    }

    List<Map<String, Object>> items() {
        return items;
    }
}
