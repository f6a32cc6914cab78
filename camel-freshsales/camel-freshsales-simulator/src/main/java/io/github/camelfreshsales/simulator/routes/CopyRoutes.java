// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.routes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelfreshsales.simulator.store.CrmAccount;
import io.github.camelfreshsales.simulator.store.ResourceType;
import io.github.camelfreshsales.simulator.store.StoredRecord;
import io.github.camelfreshsales.simulator.web.ApiResponse;
import io.github.camelfreshsales.simulator.web.Call;
import io.github.camelfreshsales.simulator.web.Json;
import java.util.Set;

/** Makes new records of old ones: clones, and the contact, account and deal that a lead turns into. */
final class CopyRoutes {

    private final CrmAccount account;
    private final RecordRoutes records;
    private final Replies replies;

    CopyRoutes(CrmAccount account, Replies replies, RecordRoutes records) {
        this.account = account;
        this.replies = replies;
        this.records = records;
    }

    /** What must be unique is not copied: addresses are left out, and an account needs a name of its own. */
    ApiResponse clone(ResourceType type, Call call) {
        StoredRecord original = account.store(type.name()).getLive(call.id());
        ObjectNode copy = copyOf(original);
        copy.remove("emails");
        if (type.name().equals("sales_accounts")) {
            copy.remove("name");
        }
        copy.setAll(RecordRoutes.recordIn(type, call.request()));
        Set<String> include = call.request().include();
        return records.created(type, account.writer().create(type, copy, include), include);
    }

    /** The lead goes; what it becomes is answered, the contact first. */
    ApiResponse convert(ResourceType leads, Call call) {
        StoredRecord lead = account.store(leads.name()).getLive(call.id());
        ObjectNode copy = copyOf(lead);
        copy.setAll(RecordRoutes.recordIn(leads, call.request()));
        ResourceType contacts = account.type("contacts").orElseThrow();
        ArrayNode accounts = linkAccount(copy);
        StoredRecord contact = account.writer().create(contacts, copy, Set.of());
        account.store(leads.name()).remove(lead.id());

        ObjectNode answer = replies.one(contacts, contact, Set.of());
        answer.set("sales_accounts", accounts);
        answer.set("deals", createDeal(copy.path("deal"), contact));
        return ApiResponse.ok(answer);
    }

    private ArrayNode linkAccount(ObjectNode copy) {
        String name = copy.path("company").path("name").asText("");
        ArrayNode accounts = Json.array();
        if (!name.isBlank()) {
            StoredRecord company = account.writer().salesAccountNamed(name);
            copy.putArray("sales_accounts").addObject().put("id", company.id()).put("is_primary", true);
            accounts.add(account.view().render(account.type("sales_accounts").orElseThrow(), company, Set.of()));
        }
        return accounts;
    }

    private ArrayNode createDeal(JsonNode wish, StoredRecord contact) {
        ArrayNode deals = Json.array();
        if (wish.path("name").isTextual()) {
            ObjectNode body = wish.deepCopy();
            body.putArray("contacts_added_list").add(contact.id());
            contact.get("sales_accounts").forEach(link -> body.set("sales_account_id", link.get("id")));
            ResourceType type = account.type("deals").orElseThrow();
            deals.add(account.view().render(type, account.writer().create(type, body, Set.of()), Set.of()));
        }
        return deals;
    }

    private static ObjectNode copyOf(StoredRecord record) {
        ObjectNode copy = Json.object();
        record.values().forEach((name, value) -> copy.set(name, value.deepCopy()));
        return copy;
    }
}
