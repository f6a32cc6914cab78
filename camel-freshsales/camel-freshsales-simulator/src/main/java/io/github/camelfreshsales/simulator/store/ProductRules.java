// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelfreshsales.simulator.web.Json;

/** Products and quotes: a price may come under two names, prices of further currencies one by one. */
final class ProductRules implements RecordRules {

    @Override
    public void apply(Draft draft) {
        if (draft.has("currency_value") && !draft.has("unit_price")) {
            draft.set("unit_price", Kind.NUMBER.read(draft.sent("currency_value")));
        }
        draft.sent("product_pricings").forEach(price -> {
            if (price.isObject()) {
                takePrice(draft, price);
            }
        });
        if (draft.sent("products").isArray()) {
            takeItems(draft, draft.sent("products"));
        }
    }

    private static void takePrice(Draft draft, JsonNode sent) {
        ArrayNode prices = Json.array();
        ObjectNode price = Json.object().put("id", draft.account().nextId());
        for (JsonNode old : draft.value("product_pricings")) {
            boolean same = sent.has("id")
                    ? old.path("id").asLong() == sent.path("id").asLong()
                    : old.path("currency_code").equals(sent.path("currency_code"));
            if (same) {
                price = old.deepCopy();
            } else {
                prices.add(old);
            }
        }
        if (!sent.path("_destroy").asBoolean()) {
            for (String key : new String[] {"currency_code", "unit_price", "setup_fee"}) {
                copy(key, sent, price);
            }
            prices.add(price);
        }
        draft.set("product_pricings", prices);
    }

    private static void takeItems(Draft draft, JsonNode sent) {
        ArrayNode items = Json.array();
        for (JsonNode one : sent) {
            if (one.isObject() && !one.path("_destroy").asBoolean()) {
                items.add(item(draft.account(), one));
            }
        }
        draft.set("products", items);
    }

    private static ObjectNode item(CrmAccount account, JsonNode sent) {
        long productId = Kind.idOf(sent.has("product_id") ? sent.get("product_id") : sent.path("id"));
        ObjectNode item = Json.object()
                .put("association_id", account.nextId())
                .put("item_id", productId)
                .put("product_id", productId)
                .putNull("name");
        account.store("products").find(productId).ifPresent(product -> {
            item.set("name", product.get("name"));
            item.set("unit_price", product.get("unit_price"));
        });
        for (String key : new String[] {
            "quantity",
            "unit_price",
            "setup_fee",
            "discount",
            "discount_type",
            "billing_type",
            "pricing_type",
            "currency_code"
        }) {
            copy(key, sent, item);
            if (!item.has(key)) {
                item.putNull(key);
            }
        }
        return item;
    }

    /** Numbers are taken as numbers, the rest as text; what is neither is left out. */
    private static void copy(String key, JsonNode sent, ObjectNode target) {
        boolean isText = key.endsWith("_type") || key.endsWith("_code");
        JsonNode value = (isText ? Kind.TEXT : Kind.NUMBER).read(sent.path(key));
        if (value != null && sent.has(key)) {
            target.set(key, value);
        }
    }
}
