// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Filters and sorts the records of one resource. Equal ones come by age. */
record SortedIds(ResourceType type, RecordStore store, RecordValues values, Sort sort) {

    private static final Set<String> BY_NUMBER = Set.of("id", "created_at", "updated_at");

    /** Ids with what they are sorted by. */
    private record Run(long[] keys, long[] ids) {}

    private record Row(long id, Object value) {}

    long[] of(RecordFilter filter) {
        boolean byTime = sort.attribute().equals("updated_at");
        List<StoredRecord> stored = store.stored(filter, byTime);
        List<long[]> generated = new ArrayList<>();
        for (GeneratedRecords block : store.generated()) {
            generated.add(ids(block, store.generated(block, filter)));
        }
        if (!values.knows(type, sort.attribute())) {
            return byNumber(stored, generated, Sort.BY_ID);
        }
        return BY_NUMBER.contains(sort.attribute()) ? byNumber(stored, generated, sort) : byValue(stored, generated);
    }

    private static long[] ids(GeneratedRecords block, BitSet matches) {
        long[] ids = new long[matches.cardinality()];
        int next = 0;
        for (int at = matches.nextSetBit(0); at >= 0; at = matches.nextSetBit(at + 1)) {
            ids[next++] = block.firstId() + at;
        }
        return ids;
    }

    private long[] byNumber(List<StoredRecord> stored, List<long[]> generated, Sort order) {
        ToLongFunction<StoredRecord> key = key(order);
        Comparator<StoredRecord> byKey = Comparator.comparingLong(key);
        stored.sort((order.descending() ? byKey.reversed() : byKey).thenComparingLong(StoredRecord::id));
        Run all = new Run(
                stored.stream().mapToLong(key).toArray(),
                stored.stream().mapToLong(StoredRecord::id).toArray());
        for (int at = 0; at < generated.size(); at++) {
            Run run = run(store.generated().get(at), generated.get(at), order);
            all = merged(all, run, order.descending());
        }
        return all.ids();
    }

    private static ToLongFunction<StoredRecord> key(Sort order) {
        return switch (order.attribute()) {
            case "updated_at" -> record -> record.updatedAt().toEpochMilli();
            case "created_at" -> record -> record.createdAt().toEpochMilli();
            default -> StoredRecord::id;
        };
    }

    /** The records of a block have ids and times in the same order. */
    private static Run run(GeneratedRecords block, long[] ids, Sort order) {
        long[] sorted = order.descending() ? reversed(ids) : ids;
        boolean byId = order.attribute().equals("id");
        long first = block.firstCreatedAt().toEpochMilli();
        long[] keys = byId
                ? sorted
                : LongStream.of(sorted)
                        .map(id -> first + (id - block.firstId() + 1) * 1_000)
                        .toArray();
        return new Run(keys, sorted);
    }

    private static long[] reversed(long[] ids) {
        long[] reversed = new long[ids.length];
        for (int at = 0; at < ids.length; at++) {
            reversed[at] = ids[ids.length - 1 - at];
        }
        return reversed;
    }

    private static Run merged(Run one, Run other, boolean descending) {
        if (one.ids().length == 0 || other.ids().length == 0) {
            return one.ids().length == 0 ? other : one;
        }
        int length = one.ids().length + other.ids().length;
        Run merged = new Run(new long[length], new long[length]);
        int first = 0;
        int second = 0;
        for (int at = 0; at < length; at++) {
            boolean takeFirst = second == other.ids().length
                    || (first < one.ids().length && comesFirst(one, first, other, second, descending));
            Run from = takeFirst ? one : other;
            int place = takeFirst ? first++ : second++;
            merged.keys()[at] = from.keys()[place];
            merged.ids()[at] = from.ids()[place];
        }
        return merged;
    }

    private static boolean comesFirst(Run one, int first, Run other, int second, boolean descending) {
        int order = Long.compare(one.keys()[first], other.keys()[second]);
        if (order == 0) {
            return one.ids()[first] < other.ids()[second];
        }
        return descending == order > 0;
    }

    private long[] byValue(List<StoredRecord> stored, List<long[]> generated) {
        boolean onlyOneBlock = stored.isEmpty() && generated.size() == 1;
        if (onlyOneBlock && !sort.attribute().equals("amount")) {
            boolean constant = store.generated().get(0).isConstant(sort.attribute());
            return constant || !sort.descending() ? generated.get(0) : reversed(generated.get(0));
        }
        Comparator<Row> order = Comparator.comparing(Row::value, SortedIds::compare);
        return Stream.concat(
                        stored.stream().sorted(Comparator.comparingLong(StoredRecord::id)),
                        generated.stream().flatMapToLong(Arrays::stream).mapToObj(store::get))
                .map(record -> new Row(record.id(), value(record)))
                .sorted((sort.descending() ? order.reversed() : order).thenComparingLong(Row::id))
                .mapToLong(Row::id)
                .toArray();
    }

    private Object value(StoredRecord record) {
        List<JsonNode> all = values.of(type, record, sort.attribute());
        return all.isEmpty() ? "" : comparable(all.get(0));
    }

    private static Object comparable(JsonNode value) {
        return value.isNumber() ? value.decimalValue() : value.asText("").toLowerCase(Locale.ROOT);
    }

    /** Numbers come before texts. */
    private static int compare(Object one, Object other) {
        if (one instanceof BigDecimal number && other instanceof BigDecimal otherNumber) {
            return number.compareTo(otherNumber);
        }
        return one.getClass() == other.getClass()
                ? one.toString().compareTo(other.toString())
                : Boolean.compare(one instanceof String, other instanceof String);
    }
}
