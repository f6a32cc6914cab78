// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.state;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.camelfreshsales.simulator.store.GeneratedRecords;
import io.github.camelfreshsales.simulator.store.RecordStore;
import io.github.camelfreshsales.simulator.store.ResourceType;
import java.time.Instant;
import java.util.List;

/**
 * Generated records as a state keeps them: how to make them again.
 *
 * @param gone ids of those that were removed
 */
record Block(
        @JsonProperty(required = true) long firstId,
        @JsonProperty(required = true) int count,
        @JsonProperty(required = true) Instant firstCreatedAt,
        List<Long> gone) {

    /** Ids beyond this are no ids of the service. */
    static final long MOST = 1_000_000_000_000_000_000L;

    Block {
        gone = gone == null ? List.of() : gone;
    }

    static Block of(GeneratedRecords records, RecordStore store) {
        return new Block(records.firstId(), records.count(), records.firstCreatedAt(), store.removedFrom(records));
    }

    void restore(ResourceType type, RecordStore store) {
        boolean isBlock = firstId > 0 && firstId < MOST && count >= 0 && count <= 100_000_000 && firstCreatedAt != null;
        boolean isFree = store.generated().stream()
                .allMatch(other -> other.firstId() + other.count() <= firstId || firstId + count <= other.firstId());
        if (!isBlock || !isFree) {
            throw new IllegalArgumentException("The state has generated " + type.name() + " that there cannot be: "
                    + count + " from the id " + firstId);
        }
        store.add(new GeneratedRecords(type, firstId, count, firstCreatedAt));
        gone.forEach(store::remove);
    }
}
