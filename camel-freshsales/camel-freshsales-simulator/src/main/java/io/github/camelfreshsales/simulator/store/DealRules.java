// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.camelfreshsales.simulator.web.Json;
import java.util.LinkedHashSet;
import java.util.Set;

/** Deals: contacts are linked by additions and removals, an account by its name, products as a set. */
final class DealRules implements RecordRules {

    @Override
    public void apply(Draft draft) {
        linkAccount(draft);
        linkContacts(draft);
        takeProducts(draft);
        takeStage(draft);
        if (draft.sent("amount").isTextual() && Kind.MONEY.read(draft.sent("amount")) == null) {
            draft.refuse("Amount is not a number");
        }
    }

    private static void linkAccount(Draft draft) {
        String name = draft.sent("sales_account").path("name").asText("");
        if (!name.isBlank()) {
            StoredRecord account = draft.account().writer().salesAccountNamed(name);
            draft.set("sales_account_id", Json.NODES.numberNode(account.id()));
        }
    }

    private static void linkContacts(Draft draft) {
        if (!draft.has("contacts_added_list") && !draft.has("contacts_removed_list")) {
            return;
        }
        Set<Long> ids = new LinkedHashSet<>();
        draft.value("contact_ids").forEach(id -> ids.add(id.asLong()));
        ids.addAll(Kind.ids(draft.sent("contacts_added_list")));
        Kind.ids(draft.sent("contacts_removed_list")).forEach(ids::remove);
        ArrayNode list = Json.array();
        ids.forEach(list::add);
        draft.set("contact_ids", list.isEmpty() ? null : list);
    }

    private static void takeProducts(Draft draft) {
        JsonNode sent = draft.sent("products");
        if (!sent.isArray()) {
            return;
        }
        ArrayNode products = Json.array();
        for (JsonNode one : sent) {
            if (Kind.idOf(one.path("id")) != 0 && !one.path("_destroy").asBoolean()) {
                products.add(product(draft.account(), one));
            }
        }
        draft.set("products", products.isEmpty() ? null : products);
    }

    private static ObjectNode product(CrmAccount account, JsonNode sent) {
        ObjectNode product = Json.object().put("id", Kind.idOf(sent.path("id")));
        account.store("products").find(product.get("id").asLong()).ifPresent(known -> {
            product.set("name", known.get("name"));
            product.set("unit_price", known.get("unit_price"));
        });
        JsonNode quantity = Kind.NUMBER.read(sent.path("quantity"));
        product.set("quantity", quantity == null || quantity.isNull() ? Json.NODES.numberNode(1) : quantity);
        JsonNode price = Kind.NUMBER.read(sent.path("unit_price"));
        if (price != null) {
            product.set("unit_price", price);
        }
        return product;
    }

    /**
     * A new deal stands in the first stage of its pipeline, and so does one that changes its pipeline only; a new stage
     * brings its pipeline and its probability.
     */
    private static void takeStage(Draft draft) {
        Selectors selectors = draft.account().selectors();
        boolean wantsStage =
                draft.has("deal_stage_id") && !draft.value("deal_stage_id").isMissingNode();
        if (!wantsStage && draft.has("deal_pipeline_id")) {
            long pipeline = draft.value("deal_pipeline_id").asLong();
            JsonNode first =
                    selectors.where("deal_stages", "deal_pipeline_id", pipeline).path(0);
            draft.set("deal_stage_id", first.isMissingNode() ? draft.value("deal_stage_id") : first.get("id"));
        }
        if (draft.isNew() && draft.value("deal_stage_id").isMissingNode()) {
            draft.set("deal_stage_id", Json.NODES.numberNode(selectors.firstId("deal_stages")));
        } else if (!wantsStage && !draft.has("deal_pipeline_id")) {
            return;
        }
        draft.set("stage_updated_time", TextNode.valueOf(draft.account().now().toString()));
        selectors.find("deal_stages", draft.value("deal_stage_id").asLong()).ifPresent(stage -> {
            draft.set("deal_pipeline_id", stage.get("deal_pipeline_id"));
            if (!draft.has("probability")) {
                draft.set("probability", stage.get("probability"));
            }
        });
    }
}
