package io.github.camelfreshsales.simulator.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * The ids of a filtered and sorted list. A list is kept until a record of its resource is written, so that walking through
 * the pages of a long one costs one pass and not one a page.
 */
public final class Listings {

    private static final int MOST_KEPT = 32;

    private record Key(String resource, String filter, Sort sort) {}

    private record Kept(long version, long[] ids) {}

    private record Row(long id, Object value) {}

    private final CrmAccount account;
    private final RecordValues values;
    private final Map<Key, Kept> kept = new ConcurrentHashMap<>();

    Listings(CrmAccount account) {
        this.account = account;
        this.values = new RecordValues(account);
    }

    public RecordValues values() {
        return values;
    }

    /**
     * @param filterKey two filters with the same key choose the same records
     */
    public long[] ids(ResourceType type, String filterKey, Predicate<StoredRecord> filter, Sort sort) {
        RecordStore store = account.store(type.name());
        Key key = new Key(type.name(), filterKey, sort);
        long version = store.version();
        Kept known = kept.get(key);
        if (known != null && known.version() == version) {
            return known.ids();
        }
        long[] ids = sorted(type, filtered(store, filter), sort);
        if (kept.size() >= MOST_KEPT) {
            kept.clear();
        }
        kept.put(key, new Kept(version, ids));
        return ids;
    }

    private static long[] filtered(RecordStore store, Predicate<StoredRecord> filter) {
        return Arrays.stream(store.ids())
                .filter(id -> store.find(id).filter(filter).isPresent())
                .toArray();
    }

    private long[] sorted(ResourceType type, long[] ids, Sort sort) {
        if (sort.equals(Sort.BY_ID) || !values.knows(type, sort.attribute())) {
            return ids;
        }
        RecordStore store = account.store(type.name());
        Comparator<Row> order = Comparator.comparing(Row::value, Listings::compare);
        return Arrays.stream(ids)
                .mapToObj(id -> new Row(
                        id,
                        store.find(id).map(record -> value(type, record, sort)).orElse("")))
                .sorted(sort.descending() ? order.reversed() : order)
                .mapToLong(Row::id)
                .toArray();
    }

    private Object value(ResourceType type, StoredRecord record, Sort sort) {
        switch (sort.attribute()) {
            case "updated_at":
                return record.updatedAt();
            case "created_at":
                return record.createdAt();
            default:
                List<JsonNode> all = values.of(type, record, sort.attribute());
                return all.isEmpty() ? "" : comparable(all.get(0));
        }
    }

    private static Object comparable(JsonNode value) {
        return value.isNumber() ? value.decimalValue() : value.asText("").toLowerCase(Locale.ROOT);
    }

    private static int compare(Object one, Object other) {
        if (one instanceof Instant time && other instanceof Instant otherTime) {
            return time.compareTo(otherTime);
        }
        if (one instanceof BigDecimal number && other instanceof BigDecimal otherNumber) {
            return number.compareTo(otherNumber);
        }
        return one.getClass() == other.getClass()
                ? one.toString().compareTo(other.toString())
                : Boolean.compare(one instanceof String, other instanceof String);
    }
}
