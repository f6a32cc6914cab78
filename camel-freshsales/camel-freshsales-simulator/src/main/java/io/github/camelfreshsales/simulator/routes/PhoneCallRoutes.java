// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.routes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelfreshsales.simulator.Switch;
import io.github.camelfreshsales.simulator.store.CrmAccount;
import io.github.camelfreshsales.simulator.store.ResourceType;
import io.github.camelfreshsales.simulator.store.Sideloads;
import io.github.camelfreshsales.simulator.store.StoredRecord;
import io.github.camelfreshsales.simulator.web.ApiResponse;
import io.github.camelfreshsales.simulator.web.Call;
import io.github.camelfreshsales.simulator.web.Json;
import java.util.List;
import java.util.Set;

/** Logs calls, whose answer looks like no other: a list of one, and everything around it. */
final class PhoneCallRoutes {

    private static final List<String> ALWAYS_THERE = List.of(
            "contacts",
            "users",
            "notes",
            "targetables",
            "deals",
            "tasks",
            "appointments",
            "sales_accounts",
            "currencies",
            "deal_stages",
            "deal_pipelines");

    private final CrmAccount account;

    PhoneCallRoutes(CrmAccount account) {
        this.account = account;
    }

    ApiResponse create(Call call) {
        ResourceType type = account.type("phone_calls").orElseThrow();
        StoredRecord record = account.writer().create(type, RecordRoutes.recordIn(type, call.request()), Set.of());
        ObjectNode answer = Json.object();
        ObjectNode rendered = account.view().render(type, record, Set.of());
        if (account.has(Switch.PHONE_CALL_AS_OBJECT)) {
            answer.set(type.singular(), rendered);
        } else {
            answer.putArray(type.plural()).add(rendered);
        }
        Sideloads target = new Sideloads(account);
        target.add(type, record, Set.of("targetable"), Json.object());
        target.appendTo(answer);
        addNote(record, answer);
        ALWAYS_THERE.stream().filter(key -> !answer.has(key)).forEach(answer::putArray);
        return ApiResponse.json(account.has(Switch.CREATE_ANSWERS_200) ? 200 : 201, answer);
    }

    private void addNote(StoredRecord call, ObjectNode answer) {
        JsonNode text = call.get("note").path("description");
        if (!text.isTextual()) {
            return;
        }
        ObjectNode note = Json.object()
                .<ObjectNode>set("description", text)
                .<ObjectNode>set("targetable_type", call.get("targetable_type"))
                .set("targetable_id", call.get("targetable_id"));
        ResourceType notes = account.type("notes").orElseThrow();
        StoredRecord stored = account.writer().create(notes, note, Set.of());
        answer.putArray("notes").add(account.view().render(notes, stored, Set.of()));
    }
}
