// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Sales accounts: a name is there once, whatever its case. */
final class SalesAccountRules implements RecordRules {

    static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public Set<String> uniqueKeys(Map<String, JsonNode> values) {
        JsonNode name = values.get("name");
        return name == null ? Set.of() : Set.of(key(name.asText()));
    }
}
