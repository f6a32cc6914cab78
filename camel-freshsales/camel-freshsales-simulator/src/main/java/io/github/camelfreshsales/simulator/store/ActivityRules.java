// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.camelfreshsales.simulator.web.Json;

/** Tasks, appointments, sales activities and calls: what hangs on another record. */
final class ActivityRules implements RecordRules {

    @Override
    public void apply(Draft draft) {
        switch (draft.type().name()) {
            case "tasks" -> takeTask(draft);
            case "appointments" -> takeAttendees(draft);
            case "sales_activities" -> checkType(draft);
            case "phone_calls" -> takeCall(draft);
            default -> {}
        }
    }

    private static void takeTask(Draft draft) {
        if (draft.value("status").asInt() != 1) {
            draft.set("completed_date", null);
        } else if (draft.value("completed_date").isMissingNode()) {
            draft.set("completed_date", TextNode.valueOf(draft.account().now().toString()));
        }
        if (draft.sent("task_users_attributes").isArray()) {
            ArrayNode users = Json.array();
            draft.sent("task_users_attributes").forEach(one -> {
                long user = Kind.idOf(one.path("user_id"));
                if (user != 0) {
                    users.add(user);
                }
            });
            draft.set("user_ids", users);
        }
    }

    private static void takeAttendees(Draft draft) {
        JsonNode sent = draft.sent("appointment_attendees_attributes");
        if (!sent.isArray()) {
            return;
        }
        ArrayNode attendees = Json.array();
        for (JsonNode one : sent) {
            long attendee = Kind.idOf(one.path("attendee_id"));
            if (attendee != 0) {
                attendees.add(Json.object()
                        .put("id", draft.account().nextId())
                        .put("attendee_type", one.path("attendee_type").asText(""))
                        .put("attendee_id", attendee));
            }
        }
        draft.set("appointment_attendees", attendees);
    }

    private static void checkType(Draft draft) {
        long type = draft.value("sales_activity_type_id").asLong();
        boolean sent = draft.has("sales_activity_type_id") && !draft.isTrusted();
        if (sent
                && type != 0
                && draft.account()
                        .selectors()
                        .find("sales_activity_types", type)
                        .isEmpty()) {
            draft.refuse("This sales activity type no longer exists");
        }
    }

    private static void takeCall(Draft draft) {
        JsonNode target = draft.sent("targetable");
        if (target.isObject()) {
            draft.set("targetable_id", Kind.ID.read(target.path("id")));
        }
    }
}
