// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelfreshsales.simulator.Switch;
import io.github.camelfreshsales.simulator.web.Json;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Contacts and leads: unique e-mail addresses, linked accounts, and the quirk of {@code contact_status_id}. */
final class PersonRules implements RecordRules {

    @Override
    public void apply(Draft draft) {
        takeEmails(draft);
        takeAccounts(draft);
        if (!draft.isTrusted() && statusIsIgnored(draft)) {
            draft.ignore("contact_status_id");
        } else if (draft.has("contact_status_id") && !draft.has("lifecycle_stage_id")) {
            takeStageOfStatus(draft);
        }
        if (draft.isNew() && draft.account().has(Switch.IGNORE_CUSTOM_FIELDS_ON_CREATE) && !draft.isTrusted()) {
            draft.ignore("custom_field");
        }
        if (draft.isNew() && !draft.isTrusted() && isEmpty(draft)) {
            draft.refuse("At least one attribute must be given");
        }
    }

    @Override
    public Set<String> uniqueKeys(Map<String, JsonNode> values) {
        JsonNode emails = values.get("emails");
        return emails == null ? Set.of() : new TreeSet<>(EmailAddresses.keys(emails));
    }

    @Override
    public String duplicateMessage() {
        return "Email has already been taken";
    }

    /** A status belongs to a lifecycle stage. */
    private static void takeStageOfStatus(Draft draft) {
        draft.account()
                .selectors()
                .find("contact_statuses", draft.value("contact_status_id").asLong())
                .ifPresent(status -> draft.set("lifecycle_stage_id", status.get("lifecycle_stage_id")));
    }

    private static boolean isEmpty(Draft draft) {
        return draft.values().keySet().stream().allMatch("creater_id"::equals);
    }

    private static void takeEmails(Draft draft) {
        if (!draft.has("emails") && !draft.has("email")) {
            return;
        }
        EmailAddresses addresses = new EmailAddresses(draft.value("emails"), draft.account()::nextId);
        if (draft.has("emails")) {
            addresses.write(draft.sent("emails"));
        }
        if (draft.has("email")) {
            addresses.writePrimary(draft.sent("email"));
        }
        ArrayNode stored = addresses.stored();
        draft.set("emails", stored.isEmpty() ? null : stored);
    }

    /** A written set of accounts replaces the one that was; {@code sales_account_id} is a set of one. */
    private static void takeAccounts(Draft draft) {
        JsonNode sent = draft.sent("sales_accounts");
        if (sent.isArray()) {
            draft.set("sales_accounts", links(sent));
        } else if (draft.has("sales_account_id")) {
            JsonNode id = Kind.ID.read(draft.sent("sales_account_id"));
            ArrayNode only = Json.array();
            if (id != null && !id.isNull()) {
                only.add(Json.object().put("id", id.asLong()).put("is_primary", true));
            }
            draft.set("sales_accounts", only);
        }
    }

    private static ArrayNode links(JsonNode sent) {
        ArrayNode links = Json.array();
        boolean hasPrimary = false;
        for (JsonNode one : sent) {
            long id = Kind.idOf(one.path("id"));
            boolean primary = one.path("is_primary").asBoolean();
            if (id != 0 && !one.path("_destroy").asBoolean()) {
                links.add(Json.object().put("id", id).put("is_primary", primary && !hasPrimary));
                hasPrimary |= primary;
            }
        }
        if (!hasPrimary && !links.isEmpty()) {
            ((ObjectNode) links.get(0)).put("is_primary", true);
        }
        return links;
    }

    /** Seen live: ignored on create, and on update unless the answer is asked to show it. */
    private static boolean statusIsIgnored(Draft draft) {
        return !draft.account().has(Switch.ACCEPT_CONTACT_STATUS)
                && (draft.isNew() || !draft.includes("contact_status"));
    }
}
