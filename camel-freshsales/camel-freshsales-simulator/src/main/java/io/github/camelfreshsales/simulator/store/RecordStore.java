// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.camelfreshsales.simulator.web.ApiError;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The records of one resource. Reads never wait; writes of one resource happen one after the other, so that a unique
 * value is checked and taken in one step. Generated records exist only as a range of ids until they are written to.
 */
public final class RecordStore {

    /** Gives the values that a record has in an attribute. */
    interface Values {
        List<JsonNode> of(StoredRecord record, String attribute);
    }

    private final RecordRules rules;
    private final Values values;
    private final ConcurrentSkipListMap<Long, StoredRecord> records = new ConcurrentSkipListMap<>();
    private final Map<String, Long> taken = new HashMap<>();
    private final Map<String, ValueIndex> indexes = new HashMap<>();
    private final List<GeneratedRecords> generated = new CopyOnWriteArrayList<>();
    private final Set<Long> removed = ConcurrentHashMap.newKeySet();
    private final TimeIndex times = new TimeIndex();
    private final AtomicLong version = new AtomicLong();

    RecordStore(RecordRules rules, Values values) {
        this.rules = rules;
        this.values = values;
        if (rules instanceof PersonRules) {
            indexes.put("name", indexOf("name"));
        }
    }

    public Optional<StoredRecord> find(long id) {
        StoredRecord record = records.get(id);
        return record != null ? Optional.of(record) : generatedRecord(id);
    }

    /** The record, or 404. */
    public StoredRecord get(long id) {
        return find(id).orElseThrow(ApiError::notFound);
    }

    /** The record when it is not in the Recycle Bin, or 404. */
    public StoredRecord getLive(long id) {
        return find(id).filter(record -> !record.deleted()).orElseThrow(ApiError::notFound);
    }

    /** The live record that holds a unique value. */
    public synchronized Optional<StoredRecord> holder(String uniqueKey) {
        Long id = taken.get(uniqueKey);
        return id != null ? find(id) : generatedHolder(uniqueKey);
    }

    /** The oldest live record that has a text in an attribute, in whatever case. */
    public Optional<StoredRecord> withValue(String attribute, String text) {
        JsonNode wanted = TextNode.valueOf(text);
        Optional<StoredRecord> stored = Arrays.stream(idsWith(attribute, wanted))
                .mapToObj(records::get)
                .filter(record -> record != null && !record.deleted() && hasText(record, attribute, text))
                .findFirst();
        return stored.or(() -> generated.stream()
                .flatMap(block -> block.text(attribute).stream()
                        .map(own -> own.equalTo(text.toLowerCase(Locale.ROOT), block))
                        .flatMap(found -> found.stream().mapToObj(at -> block.firstId() + at)))
                .filter(id -> !records.containsKey(id))
                .findFirst()
                .flatMap(this::generatedRecord));
    }

    /** Ids of stored records that may have a value in an attribute, in ascending order. */
    synchronized long[] idsWith(String attribute, JsonNode value) {
        return indexes.computeIfAbsent(attribute, this::filledIndex).with(value);
    }

    /** Ids of stored records that changed at a time or later, in that order. */
    synchronized long[] idsSince(Instant time) {
        return times.since(time);
    }

    /** The id of the stored record that holds a unique value. */
    synchronized long[] idsOfHolder(String uniqueKey) {
        Long id = taken.get(uniqueKey);
        return id == null ? new long[0] : new long[] {id};
    }

    /** The stored records that a filter chooses, best in the order of their last change when {@code byTime}. */
    List<StoredRecord> stored(RecordFilter filter, boolean byTime) {
        Optional<long[]> candidates = filter.candidates(this).or(() -> byTime ? allByTime() : Optional.empty());
        Stream<StoredRecord> among = candidates.isPresent()
                ? Arrays.stream(candidates.get()).mapToObj(records::get).filter(Objects::nonNull)
                : records.values().stream();
        return among.filter(filter).collect(Collectors.toCollection(ArrayList::new));
    }

    private Optional<long[]> allByTime() {
        return Optional.of(idsSince(Instant.MIN));
    }

    /** The records that exist only as a range of ids, but for those that were written to since. */
    public List<GeneratedRecords> generated() {
        return generated;
    }

    /** The records that are kept one by one, oldest first, the Recycle Bin included. */
    public Collection<StoredRecord> stored() {
        return Collections.unmodifiableCollection(records.values());
    }

    /** The ids of a block whose records were removed for good. */
    public List<Long> removedFrom(GeneratedRecords block) {
        return removed.stream().filter(block::contains).sorted().toList();
    }

    /** The records of a block that a filter chooses, but for those that were written to since or are gone. */
    BitSet generated(GeneratedRecords block, RecordFilter filter) {
        BitSet matches = filter.matches(block);
        long end = block.firstId() + block.count();
        records.subMap(block.firstId(), end).keySet().forEach(id -> matches.clear((int) (id - block.firstId())));
        removed.stream().filter(block::contains).forEach(id -> matches.clear((int) (id - block.firstId())));
        return matches;
    }

    /** Refuses a record whose unique values another one has. */
    public synchronized void checkUnique(StoredRecord record) {
        for (String key : keys(record)) {
            if (holder(key).filter(other -> other.id() != record.id()).isPresent()) {
                throw ApiError.duplicate(rules.duplicateMessage());
            }
        }
    }

    public synchronized StoredRecord insert(StoredRecord record) {
        take(record);
        records.put(record.id(), record);
        indexes.values().forEach(index -> index.add(record));
        times.add(record);
        version.incrementAndGet();
        return record;
    }

    public synchronized StoredRecord replace(long id, UnaryOperator<StoredRecord> change) {
        StoredRecord before = get(id);
        StoredRecord after = change.apply(before);
        keys(before).forEach(key -> taken.remove(key, id));
        try {
            take(after);
        } catch (ApiError duplicate) {
            take(before);
            throw duplicate;
        }
        records.put(id, after);
        indexes.values().forEach(index -> {
            index.remove(before);
            index.add(after);
        });
        times.remove(before);
        times.add(after);
        version.incrementAndGet();
        return after;
    }

    public synchronized void remove(long id) {
        StoredRecord record = get(id);
        keys(record).forEach(key -> taken.remove(key, id));
        records.remove(id);
        indexes.values().forEach(index -> index.remove(record));
        times.remove(record);
        if (generated.stream().anyMatch(block -> block.contains(id))) {
            removed.add(id);
        }
        version.incrementAndGet();
    }

    public synchronized void add(GeneratedRecords block) {
        generated.add(block);
        version.incrementAndGet();
    }

    /** Runs several steps without another write in between. */
    public synchronized <T> T atomically(Supplier<T> steps) {
        return steps.get();
    }

    /** Changes with every write, so that what was computed from the records can be kept until then. */
    public long version() {
        return version.get();
    }

    /** All ids, the Recycle Bin included, oldest first. */
    public long[] ids() {
        LongStream stored = records.keySet().stream().mapToLong(Long::longValue);
        if (generated.isEmpty()) {
            return stored.toArray();
        }
        LongStream virtual = generated.stream()
                .flatMapToLong(GeneratedRecords::ids)
                .filter(id -> !records.containsKey(id) && !removed.contains(id));
        return LongStream.concat(stored, virtual).sorted().toArray();
    }

    private void take(StoredRecord record) {
        checkUnique(record);
        keys(record).forEach(key -> taken.put(key, record.id()));
    }

    private ValueIndex indexOf(String attribute) {
        return new ValueIndex(record -> values.of(record, attribute));
    }

    private ValueIndex filledIndex(String attribute) {
        ValueIndex index = indexOf(attribute);
        records.values().forEach(index::add);
        return index;
    }

    private boolean hasText(StoredRecord record, String attribute, String text) {
        return values.of(record, attribute).stream()
                .anyMatch(value -> value.asText("").equalsIgnoreCase(text));
    }

    private Set<String> keys(StoredRecord record) {
        return record.deleted() ? Set.of() : rules.uniqueKeys(record.values());
    }

    private Optional<StoredRecord> generatedRecord(long id) {
        if (generated.isEmpty() || removed.contains(id)) {
            return Optional.empty();
        }
        return generated.stream()
                .filter(block -> block.contains(id))
                .findFirst()
                .map(block -> block.record(id));
    }

    private Optional<StoredRecord> generatedHolder(String uniqueKey) {
        return generated.stream()
                .map(block -> block.holder(uniqueKey))
                .filter(Objects::nonNull)
                .filter(id -> !records.containsKey(id))
                .findFirst()
                .flatMap(this::generatedRecord);
    }
}
