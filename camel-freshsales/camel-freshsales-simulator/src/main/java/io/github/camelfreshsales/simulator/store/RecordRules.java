// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;

/** What a resource does with written attributes beyond taking each one by its kind. */
public interface RecordRules {

    RecordRules NONE = new RecordRules() {};

    /** Completes or refuses a draft whose plain attributes were taken already. */
    default void apply(Draft draft) {}

    /** Values that no other live record of the resource may have. */
    default Set<String> uniqueKeys(Map<String, JsonNode> values) {
        return Set.of();
    }

    /** What a client is told when such a value is taken. */
    default String duplicateMessage() {
        return "Name has already been taken";
    }
}
