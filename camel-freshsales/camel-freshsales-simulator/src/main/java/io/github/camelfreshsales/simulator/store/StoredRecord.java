// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.time.Instant;
import java.util.Map;

/**
 * One record as it is kept: only the attributes that are set. What a client sees is made by {@link RecordView}. The JSON
 * values are never changed after they were stored.
 */
public record StoredRecord(
        long id, Instant createdAt, Instant updatedAt, boolean deleted, Map<String, JsonNode> values) {

    public StoredRecord {
        values = Map.copyOf(values);
    }

    /** The value of an attribute, JSON null when it is not set. */
    public JsonNode get(String attribute) {
        return values.getOrDefault(attribute, NullNode.getInstance());
    }

    public long reference(String attribute) {
        return get(attribute).asLong();
    }

    public StoredRecord with(Map<String, JsonNode> newValues, Instant at) {
        return new StoredRecord(id, createdAt, at, deleted, newValues);
    }

    public StoredRecord withDeleted(boolean isDeleted, Instant at) {
        return new StoredRecord(id, createdAt, at, isDeleted, values);
    }
}
