// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelfreshsales.simulator.web.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;

/**
 * What administrators set up: users, stages, currencies and the like, as {@code selectors.json} has it, and what a test adds.
 * Ids in that file are short; the account's first id is added to each.
 */
public final class Selectors {

    /** Which selector the value of an attribute is from. */
    static final Map<String, String> REFERENCES = Map.ofEntries(
            Map.entry("owner_id", "owners"),
            Map.entry("creater_id", "owners"),
            Map.entry("updater_id", "owners"),
            Map.entry("territory_id", "territories"),
            Map.entry("lead_source_id", "lead_sources"),
            Map.entry("campaign_id", "campaigns"),
            Map.entry("contact_status_id", "contact_statuses"),
            Map.entry("lifecycle_stage_id", "lifecycle_stages"),
            Map.entry("industry_type_id", "industry_types"),
            Map.entry("business_type_id", "business_types"),
            Map.entry("deal_pipeline_id", "deal_pipelines"),
            Map.entry("deal_stage_id", "deal_stages"),
            Map.entry("deal_type_id", "deal_types"),
            Map.entry("deal_reason_id", "deal_reasons"),
            Map.entry("deal_product_id", "deal_products"),
            Map.entry("deal_payment_status_id", "deal_payment_statuses"),
            Map.entry("currency_id", "currencies"),
            Map.entry("sales_activity_type_id", "sales_activity_types"),
            Map.entry("sales_activity_outcome_id", "sales_activity_outcomes"),
            Map.entry("lead_stage_id", "lead_stages"),
            Map.entry("lead_reason_id", "lead_reasons"));

    private static final int FIRST_ADDED = 5_001;

    private static final JsonNode TABLE = read();

    private final Map<String, Map<Long, ObjectNode>> byName = new ConcurrentHashMap<>();
    private final AtomicLong ids;
    private final long firstId;

    Selectors(long firstId) {
        this.firstId = firstId;
        this.ids = new AtomicLong(firstId + FIRST_ADDED);
        TABLE.fields().forEachRemaining(entry -> {
            Map<Long, ObjectNode> items = new LinkedHashMap<>();
            entry.getValue().deepCopy().forEach(item -> {
                moveIds((ObjectNode) item, firstId);
                items.put(item.get("id").asLong(), (ObjectNode) item);
            });
            byName.put(entry.getKey(), items);
        });
    }

    /** The items of a selector such as {@code deal_stages}. */
    public Optional<ArrayNode> items(String name) {
        return Optional.ofNullable(byName.get(name)).map(items -> {
            ArrayNode all = Json.array();
            items.values().forEach(item -> all.add(complete(name, item)));
            return all;
        });
    }

    public Optional<JsonNode> find(String name, long id) {
        return Optional.ofNullable(named(name).get(id)).map(item -> complete(name, item));
    }

    /** The first item of a name. */
    public Optional<JsonNode> named(String selector, String name) {
        return named(selector).values().stream()
                .filter(item -> nameOf(item).equals(name))
                .map(JsonNode.class::cast)
                .findFirst();
    }

    public long firstId(String name) {
        return named(name).keySet().iterator().next();
    }

    /** Items whose attribute has the value, such as the stages of one pipeline. */
    public ArrayNode where(String name, String attribute, long value) {
        ArrayNode found = Json.array();
        named(name).values().stream()
                .filter(item -> item.path(attribute).asLong() == value)
                .forEach(found::add);
        return found;
    }

    /** What people know an item by. */
    public static String nameOf(JsonNode item) {
        return item.path("name")
                .asText(item.path("display_name")
                        .asText(item.path("currency_code").asText("")));
    }

    /**
     * Adds an item at the end. Attributes that are not given are as in the first item of the selector.
     *
     * @return its id
     */
    public long add(String selector, ObjectNode attributes) {
        long id = ids.getAndIncrement();
        change(selector, items -> {
            Map<Long, ObjectNode> more = new LinkedHashMap<>(items);
            ObjectNode item = items.values().iterator().next().deepCopy();
            item.put("id", id);
            if (item.has("position")) {
                item.put("position", items.size() + 1);
            }
            item.setAll(attributes);
            more.put(id, item);
            return more;
        });
        return id;
    }

    public void remove(String selector, long id) {
        change(selector, items -> {
            Map<Long, ObjectNode> fewer = new LinkedHashMap<>(items);
            fewer.remove(id);
            return fewer;
        });
    }

    /** Selectors that are not as {@code selectors.json} has them, with all their items. */
    public Map<String, List<ObjectNode>> changed() {
        Selectors usual = new Selectors(firstId);
        Map<String, List<ObjectNode>> changed = new TreeMap<>();
        byName.forEach((name, items) -> {
            if (!items.equals(usual.named(name))) {
                changed.put(name, List.copyOf(items.values()));
            }
        });
        return changed;
    }

    /** Puts the items of a selector in place. */
    public void restore(String selector, List<ObjectNode> items) {
        change(selector, before -> {
            Map<Long, ObjectNode> restored = new LinkedHashMap<>();
            items.forEach(item -> restored.put(item.path("id").asLong(), item));
            return restored;
        });
        items.forEach(item -> ids.accumulateAndGet(item.path("id").asLong() + 1, Math::max));
    }

    private Map<Long, ObjectNode> named(String name) {
        Map<Long, ObjectNode> items = byName.get(name);
        if (items == null) {
            throw new NoSuchElementException("No selector " + name);
        }
        return items;
    }

    /** A lifecycle stage names its statuses, which may have been added since. */
    private ObjectNode complete(String name, ObjectNode item) {
        if (!name.equals("lifecycle_stages")) {
            return item;
        }
        ObjectNode stage = item.deepCopy();
        ArrayNode statuses = stage.putArray("contact_status_ids");
        where("contact_statuses", "lifecycle_stage_id", item.get("id").asLong())
                .forEach(status -> statuses.add(status.get("id")));
        return stage;
    }

    private synchronized void change(String selector, UnaryOperator<Map<Long, ObjectNode>> change) {
        byName.put(selector, change.apply(named(selector)));
    }

    private static void moveIds(ObjectNode item, long by) {
        item.fields().forEachRemaining(field -> {
            JsonNode value = field.getValue();
            if (field.getKey().matches("id|\\w+_id") && value.isIntegralNumber()) {
                field.setValue(Json.NODES.numberNode(value.longValue() + by));
            }
        });
    }

    private static JsonNode read() {
        try (InputStream table =
                Selectors.class.getResourceAsStream("/io/github/camelfreshsales/simulator/selectors.json")) {
            return Json.read(table.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
