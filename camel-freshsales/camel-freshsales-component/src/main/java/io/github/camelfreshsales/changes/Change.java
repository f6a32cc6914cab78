package io.github.camelfreshsales.changes;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;

/**
 * A record that was created, changed or deleted.
 *
 * @param id    its id as text
 * @param at    when it changed, by the clock of the service, which tells seconds only
 * @param state tells two states of a record within that second apart; the same in every process
 * @param row   the record as it was read; whoever gets it may change it
 */
public record Change(String id, Instant at, String state, Map<?, ?> row) {

    /**
     * Reads a row.
     *
     * @throws IllegalArgumentException when the row has no id or no time, without which nothing can be followed
     */
    public static Change of(Object row) {
        if (!(row instanceof Map<?, ?> map) || map.get("id") == null) {
            throw new IllegalArgumentException("A record that was read has no id, so its changes cannot be followed");
        }
        Instant at = changedAt(map);
        if (at == null) {
            throw new IllegalArgumentException("The record " + map.get("id")
                    + " has no updated_at that is a time, so its changes cannot be followed");
        }
        // a hash of text, exact numbers, booleans and nulls, which Java defines for all of its versions
        return new Change(map.get("id").toString(), at, Integer.toHexString(map.hashCode()), map);
    }

    /** When the record was created, or null when the row does not tell. */
    public Instant createdAt() {
        return time(row.get("created_at"));
    }

    /** When a row says that its record changed, or null when it does not tell. */
    public static Instant changedAt(Map<?, ?> row) {
        return time(row.get("updated_at"));
    }

    private static Instant time(Object text) {
        try {
            return text == null ? null : OffsetDateTime.parse(text.toString()).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
