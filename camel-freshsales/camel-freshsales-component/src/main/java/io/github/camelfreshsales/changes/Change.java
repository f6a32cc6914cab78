// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.changes;

import io.github.camelfreshsales.content.ContentDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;

/**
 * A record that was created, changed or deleted.
 *
 * @param id    its id as the row has it, or null
 * @param at    when it changed, by the clock of the service, in whole seconds; null if the row does not contain it
 * @param state distinguishes two states of a record within that second; the same in every process
 * @param type  what happened to it
 * @param row   the record as it was read; whoever gets it may change it
 */
public record Change(Object id, Instant at, String state, ChangeType type, Map<?, ?> row) {

    private static final int LAST_YEAR = 9999;

    /** Reads a row, whatever it lacks. */
    static Change of(Map<?, ?> row) {
        return new Change(row.get("id"), changedAt(row), ContentDigest.of(row), ChangeType.updated, row);
    }

    /** Identifies the record: its id, or its content if it has none. */
    String key() {
        return id == null ? "content " + state : id.toString();
    }

    Change as(ChangeType newType) {
        return new Change(id, at, state, newType, row);
    }

    Change withoutTime() {
        return new Change(id, null, state, type, row);
    }

    /** The name of the field without which a record cannot be followed, or null when it has all. */
    String missingField() {
        if (id == null) {
            return "id";
        }
        return at == null ? "updated_at" : null;
    }

    /** Whether it has its place in the order of changes. */
    boolean isFollowed() {
        return id != null && at != null;
    }

    /** When the record was created, or null if the row does not contain it. */
    Instant createdAt() {
        return time(row.get("created_at"));
    }

    /** When a row says that its record changed, or null if it does not. */
    public static Instant changedAt(Map<?, ?> row) {
        return time(row.get("updated_at"));
    }

    private static Instant time(Object text) {
        try {
            OffsetDateTime time = text == null ? null : OffsetDateTime.parse(text.toString());
            return time == null || time.getYear() < 1 || time.getYear() > LAST_YEAR ? null : time.toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
