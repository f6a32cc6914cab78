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

    Block {
        gone = gone == null ? List.of() : gone;
    }

    static Block of(GeneratedRecords records, RecordStore store) {
        return new Block(records.firstId(), records.count(), records.firstCreatedAt(), store.removedFrom(records));
    }

    void restore(ResourceType type, RecordStore store) {
        store.add(new GeneratedRecords(type, firstId, count, firstCreatedAt));
        gone.forEach(store::remove);
    }
}
