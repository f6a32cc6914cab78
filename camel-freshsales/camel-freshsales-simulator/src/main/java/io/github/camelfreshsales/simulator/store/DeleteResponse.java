// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import io.github.camelfreshsales.simulator.web.Json;
import java.util.function.LongFunction;

/** The body that a delete answers, which differs by resource. */
public enum DeleteResponse {
    TRUE(id -> BooleanNode.TRUE),
    SUCCESS(id -> Json.object().put("success", true)),
    MSG(id -> Json.object().set("msg", Json.object().put("id", id).put("code", "delete_success"))),
    MESSAGE(id -> Json.object().put("message", "The record was deleted"));

    private final LongFunction<JsonNode> body;

    DeleteResponse(LongFunction<JsonNode> body) {
        this.body = body;
    }

    public JsonNode body(long id) {
        return body.apply(id);
    }
}
