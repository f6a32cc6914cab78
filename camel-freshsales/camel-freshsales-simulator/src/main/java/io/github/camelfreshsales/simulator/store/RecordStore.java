package io.github.camelfreshsales.simulator.store;

import io.github.camelfreshsales.simulator.web.ApiError;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;

/**
 * The records of one resource. Reads never wait; writes of one resource happen one after the other, so that a unique
 * value is checked and taken in one step. Generated records exist only as a range of ids until they are written to.
 */
public final class RecordStore {

    private final RecordRules rules;
    private final ConcurrentSkipListMap<Long, StoredRecord> records = new ConcurrentSkipListMap<>();
    private final Map<String, Long> taken = new HashMap<>();
    private final Map<String, ValueIndex> indexes = new HashMap<>();
    private final List<GeneratedRecords> generated = new CopyOnWriteArrayList<>();
    private final Set<Long> removed = ConcurrentHashMap.newKeySet();
    private final AtomicLong version = new AtomicLong();

    RecordStore(RecordRules rules) {
        this.rules = rules;
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

    /**
     * A live record that has a value in an attribute, in whatever case.
     *
     * @param values gives the values that a record has in the attribute
     */
    public synchronized Optional<StoredRecord> withValue(
            String attribute, String value, Function<StoredRecord, Collection<String>> values) {
        ValueIndex index = indexes.computeIfAbsent(attribute, any -> newIndex(values));
        return index.oldest(value)
                .or(() -> generatedWith(value, values))
                .flatMap(this::find)
                .filter(record -> !record.deleted());
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
        version.incrementAndGet();
        return after;
    }

    public synchronized void remove(long id) {
        StoredRecord record = get(id);
        keys(record).forEach(key -> taken.remove(key, id));
        records.remove(id);
        indexes.values().forEach(index -> index.remove(record));
        if (generated.stream().anyMatch(block -> block.contains(id))) {
            removed.add(id);
        }
        version.incrementAndGet();
    }

    public synchronized void add(GeneratedRecords block) {
        generated.add(block);
        version.incrementAndGet();
    }

    /** The records that exist only as a range of ids, but for those that were written to since. */
    public List<GeneratedRecords> generated() {
        return List.copyOf(generated);
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

    private ValueIndex newIndex(Function<StoredRecord, Collection<String>> values) {
        ValueIndex index = new ValueIndex(values);
        records.values().forEach(index::add);
        return index;
    }

    private Optional<Long> generatedWith(String value, Function<StoredRecord, Collection<String>> values) {
        return generated.stream()
                .map(block -> block.idWithin(value))
                .filter(Objects::nonNull)
                .filter(id -> !records.containsKey(id))
                .filter(id -> generatedRecord(id)
                        .filter(record -> values.apply(record).stream().anyMatch(value::equalsIgnoreCase))
                        .isPresent())
                .findFirst();
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
