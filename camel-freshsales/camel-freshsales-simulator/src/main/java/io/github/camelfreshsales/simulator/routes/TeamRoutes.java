// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.routes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelfreshsales.simulator.store.CrmAccount;
import io.github.camelfreshsales.simulator.store.Kind;
import io.github.camelfreshsales.simulator.store.ResourceType;
import io.github.camelfreshsales.simulator.store.StoredRecord;
import io.github.camelfreshsales.simulator.store.Teams;
import io.github.camelfreshsales.simulator.web.ApiError;
import io.github.camelfreshsales.simulator.web.ApiResponse;
import io.github.camelfreshsales.simulator.web.Call;
import io.github.camelfreshsales.simulator.web.Json;

/** Who works on a record. */
final class TeamRoutes {

    private final CrmAccount account;

    TeamRoutes(CrmAccount account) {
        this.account = account;
    }

    ApiResponse manage(ResourceType type, Call call) {
        StoredRecord record = account.store(type.name()).getLive(call.id());
        JsonNode wanted = call.request().json().path("team_users");
        if (!wanted.isArray()) {
            throw ApiError.badRequest("Team users can't be empty");
        }
        wanted.forEach(member -> change(record.id(), member));
        ObjectNode answer = Json.object();
        ArrayNode users = answer.putArray("team_users");
        account.teams().of(record.id()).forEach(member -> users.add(node(record.id(), member)));
        return ApiResponse.ok(answer);
    }

    private void change(long record, JsonNode member) {
        long user = Kind.idOf(member.path("user_id"));
        if (user == 0) {
            throw ApiError.badRequest("User can't be empty");
        }
        if (member.path("_destroy").asBoolean()) {
            account.teams().remove(record, user);
        } else {
            account.teams().put(record, user, Kind.idOf(member.path("designation_id")), account.now());
        }
    }

    private ObjectNode node(long record, Teams.Member member) {
        return Json.object()
                .put("user_id", member.userId())
                .put("designation_id", member.designationId())
                .put("entity_id", record)
                .put("created_at", account.view().time(member.createdAt()))
                .put("updated_at", account.view().time(member.updatedAt()));
    }
}
