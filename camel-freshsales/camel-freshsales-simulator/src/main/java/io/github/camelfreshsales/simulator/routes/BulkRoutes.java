// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.routes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelfreshsales.simulator.store.CrmAccount;
import io.github.camelfreshsales.simulator.store.Kind;
import io.github.camelfreshsales.simulator.store.RecordStore;
import io.github.camelfreshsales.simulator.store.ResourceType;
import io.github.camelfreshsales.simulator.store.StoredRecord;
import io.github.camelfreshsales.simulator.web.ApiError;
import io.github.camelfreshsales.simulator.web.ApiResponse;
import io.github.camelfreshsales.simulator.web.Call;
import io.github.camelfreshsales.simulator.web.Json;
import io.github.camelfreshsales.simulator.web.Router;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Does one thing to many records that are named by their ids. Ids of no record are left out. */
final class BulkRoutes {

    private static final Predicate<StoredRecord> LIVE = record -> !record.deleted();
    private static final String SELECTED = "selected_ids";

    private final CrmAccount account;

    BulkRoutes(CrmAccount account) {
        this.account = account;
    }

    /** Products and quotes have bulk calls of their own names. */
    void addCpqRoutes(Router router, ResourceType type) {
        String root = type.path() + "/" + type.plural();
        router.add("POST", root + "_bulk_assign", call -> assignOwner(type, call))
                .add("POST", root + "_bulk_delete", call -> destroy(type, call))
                .add("POST", root + "_bulk_restore", call -> restore(type, call))
                .add("PUT", root + "_bulk_update", call -> update(type, call));
    }

    ApiResponse destroy(ResourceType type, Call call) {
        chosen(type, call.request().json(), SELECTED, LIVE)
                .forEach(record -> account.writer().delete(type, record.id()));
        return message(type, "deleted");
    }

    ApiResponse assignOwner(ResourceType type, Call call) {
        ObjectNode body = call.request().json();
        List<StoredRecord> chosen = chosen(type, body, SELECTED, LIVE);
        JsonNode owner = Kind.ID.read(body.path("owner_id"));
        if (owner == null || owner.isNull()) {
            throw ApiError.badRequest("Owner can't be empty");
        }
        ObjectNode change = Json.object().set("owner_id", owner);
        chosen.forEach(record -> account.writer().update(type, record.id(), change, Set.of()));
        return message(type, "assigned");
    }

    private ApiResponse restore(ResourceType type, Call call) {
        chosen(type, call.request().json(), SELECTED, StoredRecord::deleted)
                .forEach(record -> account.writer().restore(type, record.id()));
        return message(type, "restored");
    }

    private ApiResponse update(ResourceType type, Call call) {
        ObjectNode body = call.request().json();
        List<StoredRecord> chosen = chosen(type, body, "ids", LIVE);
        if (!(body.get(type.singular()) instanceof ObjectNode change)) {
            throw ApiError.badRequest(type.singular() + " can't be empty");
        }
        chosen.forEach(record -> account.writer().update(type, record.id(), change, Set.of()));
        return message(type, "updated");
    }

    private List<StoredRecord> chosen(ResourceType type, ObjectNode body, String key, Predicate<StoredRecord> filter) {
        JsonNode ids = body.path(key);
        if (!ids.isArray() || ids.isEmpty()) {
            throw ApiError.badRequest(key + " can't be empty");
        }
        List<StoredRecord> chosen = new ArrayList<>();
        RecordStore store = account.store(type.name());
        Kind.ids(ids).forEach(id -> store.find(id).filter(filter).ifPresent(chosen::add));
        return chosen;
    }

    private static ApiResponse message(ResourceType type, String done) {
        return ApiResponse.ok(Json.object().put("message", "The " + type.plural() + " are being " + done));
    }
}
