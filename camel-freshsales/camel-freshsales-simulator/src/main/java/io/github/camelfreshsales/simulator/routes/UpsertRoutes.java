// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.routes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelfreshsales.simulator.store.CrmAccount;
import io.github.camelfreshsales.simulator.store.ResourceType;
import io.github.camelfreshsales.simulator.web.ApiError;
import io.github.camelfreshsales.simulator.web.ApiResponse;
import io.github.camelfreshsales.simulator.web.Call;
import java.util.Map;
import java.util.Set;

/** Upsert of one record. */
final class UpsertRoutes {

    /** What may identify a record, beside any custom field. */
    private static final Map<String, Set<String>> IDENTIFIERS = Map.of(
            "contacts", Set.of("emails", "id", "external_id", "mobile_number"),
            "leads", Set.of("emails", "id", "mobile_number"),
            "sales_accounts", Set.of("name", "id"),
            "deals", Set.of("id"));

    private final Upserts upserts;
    private final Replies replies;
    private final RecordRoutes records;

    UpsertRoutes(CrmAccount account, Replies replies, RecordRoutes records) {
        this.upserts = new Upserts(account);
        this.replies = replies;
        this.records = records;
    }

    ApiResponse upsert(ResourceType type, Call call) {
        Identifier identifier = identifierIn(type, call.request().json());
        ObjectNode sent = RecordRoutes.recordIn(type, call.request());
        Set<String> include = call.request().include();
        Upserts.Outcome outcome = upserts.upsert(type, identifier, sent, include);
        return outcome.created()
                ? records.created(type, outcome.record(), include)
                : ApiResponse.ok(replies.one(type, outcome.record(), include));
    }

    static Set<String> identifiers(ResourceType type) {
        return IDENTIFIERS.get(type.name());
    }

    private static Identifier identifierIn(ResourceType type, ObjectNode body) {
        JsonNode identifiers = body.path("unique_identifier");
        if (!identifiers.isObject() || identifiers.size() != 1) {
            throw ApiError.badRequest("unique_identifier must hold exactly one attribute");
        }
        Map.Entry<String, JsonNode> one = identifiers.fields().next();
        return Identifier.of(one.getKey(), one.getValue(), identifiers(type));
    }
}
