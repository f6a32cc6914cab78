// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.routes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelfreshsales.simulator.web.ApiError;
import java.util.Set;

/** What names a record in an upsert: one attribute and its value. */
record Identifier(String key, JsonNode value) {

    /**
     * @param known attributes that may identify a record of the resource, beside any custom field
     */
    static Identifier of(String key, JsonNode value, Set<String> known) {
        if (!known.contains(key) && !key.startsWith("cf_")) {
            throw ApiError.badRequest(key + " is not a unique attribute");
        }
        if (!value.isValueNode() || value.isNull() || value.asText("").isBlank()) {
            throw ApiError.badRequest("The value of " + key + " must be a text or a number");
        }
        return new Identifier(key, value);
    }

    String text() {
        return value.asText();
    }

    /** A client may name the value in the identifier only; a new record has it all the same. */
    ObjectNode addedTo(ObjectNode record) {
        ObjectNode complete = record.deepCopy();
        if (key.startsWith("cf_")) {
            ObjectNode fields = complete.get("custom_field") instanceof ObjectNode given
                    ? given
                    : complete.putObject("custom_field");
            fields.putIfAbsent(key, value);
        } else if (!key.equals("emails")) {
            complete.putIfAbsent(key, value);
        } else if (!complete.has("emails") && !complete.has("email")) {
            complete.set("emails", value);
        }
        return complete;
    }
}
