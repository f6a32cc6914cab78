// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * Finds the records that may have a value in one attribute, without going through all of them. Values that a filter takes for
 * equal have the same key, whether written as text, number or time.
 */
final class ValueIndex {

    private static final int LONGEST_NUMBER = 60;

    private final Map<String, IdSet> idsByKey = new HashMap<>();
    private final Function<StoredRecord, List<JsonNode>> values;

    ValueIndex(Function<StoredRecord, List<JsonNode>> values) {
        this.values = values;
    }

    void add(StoredRecord record) {
        values.apply(record).forEach(value -> idsByKey.computeIfAbsent(key(value), any -> new IdSet())
                .add(record.id()));
    }

    void remove(StoredRecord record) {
        values.apply(record)
                .forEach(value -> idsByKey.computeIfPresent(key(value), (key, ids) -> {
                    ids.remove(record.id());
                    return ids.isEmpty() ? null : ids;
                }));
    }

    /** Ids in ascending order. */
    long[] with(JsonNode value) {
        IdSet ids = idsByKey.get(key(value));
        return ids == null ? new long[0] : ids.toArray();
    }

    private static String key(JsonNode value) {
        return RecordValues.time(value).map(Instant::toString).orElseGet(() -> plainKey(value));
    }

    private static String plainKey(JsonNode value) {
        String text = value.asText("").toLowerCase(Locale.ROOT);
        return looksLikeANumber(text) ? numberKey(text) : text;
    }

    private static String numberKey(String text) {
        try {
            return new BigDecimal(text.strip()).stripTrailingZeros().toString();
        } catch (NumberFormatException e) {
            return text;
        }
    }

    /** Keeps the many texts that are no numbers from the cost of an exception each. */
    private static boolean looksLikeANumber(String text) {
        String number = text.strip();
        return !number.isEmpty()
                && number.length() < LONGEST_NUMBER
                && number.chars().allMatch(one -> Character.isDigit(one) || ".+-e".indexOf(one) >= 0);
    }
}
