// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.routes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelfreshsales.simulator.Switch;
import io.github.camelfreshsales.simulator.store.CrmAccount;
import io.github.camelfreshsales.simulator.store.ResourceType;
import io.github.camelfreshsales.simulator.store.StoredRecord;
import io.github.camelfreshsales.simulator.web.ApiRequest;
import io.github.camelfreshsales.simulator.web.ApiResponse;
import io.github.camelfreshsales.simulator.web.Call;
import io.github.camelfreshsales.simulator.web.Json;
import java.util.Set;

/** Create, get, update, delete, forget and restore of one record. */
final class RecordRoutes {

    private final CrmAccount account;
    private final Replies replies;

    RecordRoutes(CrmAccount account, Replies replies) {
        this.account = account;
        this.replies = replies;
    }

    ApiResponse create(ResourceType type, Call call) {
        Set<String> include = call.request().include();
        StoredRecord record = account.writer().create(type, recordIn(type, call.request()), include);
        return created(type, record, include);
    }

    ApiResponse get(ResourceType type, Call call) {
        StoredRecord record = account.store(type.name()).get(call.id());
        return ApiResponse.ok(replies.one(type, record, call.request().include()));
    }

    ApiResponse update(ResourceType type, Call call) {
        Set<String> include = call.request().include();
        StoredRecord record = account.writer().update(type, call.id(), recordIn(type, call.request()), include);
        return ApiResponse.ok(replies.one(type, record, include));
    }

    /** A deleted record can still be read, and is in the Recycle Bin; deleting it again finds nothing. */
    ApiResponse delete(ResourceType type, Call call) {
        StoredRecord record = account.store(type.name()).getLive(call.id());
        account.writer().delete(type, record.id());
        return gone(type.deleteAnswer().body(record.id()));
    }

    ApiResponse forget(ResourceType type, Call call) {
        account.store(type.name()).remove(call.id());
        boolean custom = type.name().startsWith("cm_");
        return gone(custom ? Json.object().put("response", true) : BooleanNode.TRUE);
    }

    ApiResponse restore(ResourceType type, Call call) {
        StoredRecord record = account.writer().restore(type, call.id());
        return ApiResponse.ok(replies.one(type, record, call.request().include()));
    }

    /** The record that a body carries: under its key, or flat as some clients send it. */
    static ObjectNode recordIn(ResourceType type, ApiRequest request) {
        ObjectNode body = request.json();
        return body.get(type.singular()) instanceof ObjectNode wrapped ? withOuter(body, type, wrapped) : body;
    }

    /** Products of a deal are sent inside the record or beside it. */
    private static ObjectNode withOuter(ObjectNode body, ResourceType type, ObjectNode wrapped) {
        JsonNode outer = body.get("products");
        if (outer == null || wrapped.has("products") || !type.attributes().containsKey("products")) {
            return wrapped;
        }
        return wrapped.deepCopy().set("products", outer);
    }

    /** The answer to a record that is new; a deal brings its users unasked. */
    ApiResponse created(ResourceType type, StoredRecord record, Set<String> include) {
        ObjectNode body = replies.one(type, record, include);
        if (type.name().equals("deals") && !body.has("users")) {
            replies.addUsers(type, record, body);
        }
        boolean plainOk = type.name().equals("notes") || account.has(Switch.CREATE_ANSWERS_200);
        return ApiResponse.json(plainOk ? 200 : 201, body);
    }

    private ApiResponse gone(JsonNode body) {
        return account.has(Switch.DELETE_ANSWERS_204) ? ApiResponse.empty(204) : ApiResponse.ok(body);
    }
}
