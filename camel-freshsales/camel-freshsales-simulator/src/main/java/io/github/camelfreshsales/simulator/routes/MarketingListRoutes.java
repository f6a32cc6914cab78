// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.routes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelfreshsales.simulator.store.CrmAccount;
import io.github.camelfreshsales.simulator.store.Kind;
import io.github.camelfreshsales.simulator.web.ApiError;
import io.github.camelfreshsales.simulator.web.ApiResponse;
import io.github.camelfreshsales.simulator.web.Call;
import io.github.camelfreshsales.simulator.web.Json;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Puts contacts on marketing lists, takes them off and moves them. Ids of no contact are left out. */
final class MarketingListRoutes {

    private final CrmAccount account;

    MarketingListRoutes(CrmAccount account) {
        this.account = account;
    }

    ApiResponse add(Call call) {
        Set<Long> contacts = ids(call.request().json());
        account.store("lists").get(call.id());
        account.memberships().add(call.id(), contacts);
        return message("Contacts are being added to the list");
    }

    ApiResponse remove(Call call) {
        account.store("lists").get(call.id());
        account.memberships().remove(call.id(), idsOrAll(call.request().json(), call.id()));
        return message("Contacts are being removed from the list");
    }

    ApiResponse move(Call call) {
        ObjectNode body = call.request().json();
        long from = Kind.idOf(body.path("from_list_id"));
        if (from == 0) {
            throw ApiError.badRequest("From list can't be empty");
        }
        account.store("lists").get(from);
        account.store("lists").get(call.id());
        Set<Long> contacts = idsOrAll(body, from);
        account.memberships().add(call.id(), contacts);
        account.memberships().remove(from, contacts);
        return message("Contacts are being moved to the list");
    }

    private Set<Long> idsOrAll(ObjectNode body, long list) {
        List<Long> members = account.memberships().contacts(list);
        return body.path("all").asBoolean() ? new LinkedHashSet<>(members) : ids(body);
    }

    private Set<Long> ids(ObjectNode body) {
        if (!body.path("ids").isArray()) {
            throw ApiError.badRequest("Ids can't be empty");
        }
        Set<Long> ids = new LinkedHashSet<>();
        Kind.ids(body.get("ids")).forEach(id -> account.store("contacts")
                .find(id)
                .filter(contact -> !contact.deleted())
                .ifPresent(contact -> ids.add(contact.id())));
        return ids;
    }

    private static ApiResponse message(String text) {
        return ApiResponse.ok(Json.object().put("message", text));
    }
}
