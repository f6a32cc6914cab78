// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.routes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelfreshsales.simulator.Switch;
import io.github.camelfreshsales.simulator.store.CrmAccount;
import io.github.camelfreshsales.simulator.store.RecordStore;
import io.github.camelfreshsales.simulator.store.ResourceType;
import io.github.camelfreshsales.simulator.store.Sideloads;
import io.github.camelfreshsales.simulator.store.StoredRecord;
import io.github.camelfreshsales.simulator.web.ApiRequest;
import io.github.camelfreshsales.simulator.web.ApiResponse;
import io.github.camelfreshsales.simulator.web.Json;
import java.util.Set;
import java.util.function.Function;

/** Wraps records the way answers carry them: under their key, sideloads behind them. */
final class Replies {

    private final CrmAccount account;

    Replies(CrmAccount account) {
        this.account = account;
    }

    ObjectNode one(ResourceType type, StoredRecord record, Set<String> include) {
        ObjectNode rendered = account.view().render(type, record, include);
        Sideloads sideloads = new Sideloads(account);
        sideloads.add(type, record, include, rendered);
        boolean isAppointment = type.name().equals("appointments");
        if (isAppointment) {
            sideloads.add(type, record, Set.of("appointment_attendees"), rendered);
        }
        ObjectNode answer = Json.object();
        answer.set(type.singular(), rendered);
        sideloads.appendTo(answer);
        return isAppointment
                ? answer.<ObjectNode>set("conferences", Json.array()).set("notes", Json.array())
                : answer;
    }

    /** Adds who owns and who made the record. */
    void addUsers(ResourceType type, StoredRecord record, ObjectNode answer) {
        Sideloads users = new Sideloads(account);
        users.add(type, record, Set.of("owner", "creater"), Json.object());
        users.appendTo(answer);
    }

    /** One page of a list, with its {@code meta} at the end. */
    ApiResponse page(ResourceType type, long[] ids, ApiRequest request, MetaForm meta) {
        return page(type, ids, Page.of(request), request.include(), meta, record -> account.view()
                .render(type, record, request.include()));
    }

    ApiResponse page(
            ResourceType type,
            long[] ids,
            Page page,
            Set<String> include,
            MetaForm meta,
            Function<StoredRecord, ObjectNode> rendering) {
        RecordStore store = account.store(type.name());
        Sideloads sideloads = new Sideloads(account);
        ObjectNode answer = Json.object();
        ArrayNode rows = answer.putArray(type.plural());
        for (long id : page.slice(ids, account)) {
            store.find(id).ifPresent(record -> {
                ObjectNode row = rendering.apply(record);
                sideloads.add(type, record, include, row);
                rows.add(row);
            });
        }
        sideloads.appendTo(answer);
        JsonNode metaNode = meta.node(page, ids.length, account);
        if (!account.has(Switch.META_ABSENT)) {
            answer.set("meta", metaNode);
        }
        return ApiResponse.ok(answer);
    }
}
