// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.camelfreshsales.simulator.Switch;
import io.github.camelfreshsales.simulator.web.Json;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** What a client sees of a record: every attribute of its resource, in order, unset ones too. */
public final class RecordView {

    /** Links that are more than their name. */
    private static final Map<String, String> LINK_ENDS = Map.of(
            "conversations",
            "conversations/all?include=email_conversation_recipients%2Ctargetable%2Cphone_number%2Cphone_caller%2C"
                    + "note%2Cuser&per_page=3",
            "notes",
            "notes?include=creater",
            "tasks",
            "tasks?include=creater,owner,updater,targetable,users,task_type",
            "appointments",
            "appointments?include=creater,owner,updater,targetable,appointment_attendees",
            "reminders",
            "reminders?include=creater,owner,updater,targetable");

    private static final long FIRST_MCR_ID = 7_100_000_000_000_000_000L;
    private static final long MOST_MCR_IDS = 1_000_000_000_000L;

    private final CrmAccount account;

    RecordView(CrmAccount account) {
        this.account = account;
    }

    public ObjectNode render(ResourceType type, StoredRecord record, Set<String> include) {
        boolean foreignKeys = account.has(Switch.SHOW_FOREIGN_KEYS);
        ObjectNode node = Json.object();
        for (Attribute attribute : type.attributes().values()) {
            if (attribute.alwaysShown() || isIncluded(attribute, include, foreignKeys)) {
                node.set(attribute.name(), value(type, record, attribute));
            }
        }
        return node;
    }

    /** Everything that is known about a record, for the eyes of a test. */
    public ObjectNode renderAll(ResourceType type, StoredRecord record) {
        ObjectNode node = Json.object();
        for (Attribute attribute : type.attributes().values()) {
            node.set(attribute.name(), value(type, record, attribute));
        }
        return node.put("is_deleted", record.deleted());
    }

    /** A row of filtered search: without custom fields and foreign keys. */
    public ObjectNode thin(ResourceType type, StoredRecord record) {
        ObjectNode node = Json.object();
        for (Attribute attribute : type.attributes().values()) {
            boolean isReference =
                    attribute.name().endsWith("_id") || attribute.name().equals("custom_field");
            if (attribute.alwaysShown() && !isReference) {
                node.set(attribute.name(), value(type, record, attribute));
            }
        }
        return node;
    }

    /** The short form in which other records show an account or a contact. */
    public ObjectNode partial(ResourceType type, StoredRecord record) {
        return Json.object()
                .put("partial", true)
                .put("id", record.id())
                .put("name", RecordValues.displayName(record))
                .putNull("avatar")
                .<ObjectNode>set("website", record.get("website"))
                .<ObjectNode>set("last_contacted", NullNode.getInstance())
                .set("record_type_id", type.attributes().get("record_type_id").unset());
    }

    /** The number that records of all modules share; lists and searches tell it. */
    public static long mcrId(StoredRecord record) {
        return FIRST_MCR_ID + record.id() % MOST_MCR_IDS;
    }

    public String time(Instant instant) {
        return Timestamps.format(instant, account.has(Switch.ZULU_TIMESTAMPS));
    }

    private static boolean isIncluded(Attribute attribute, Set<String> include, boolean foreignKeys) {
        boolean isReference = attribute.kind() == Kind.ID;
        return attribute.include() != null && (include.contains(attribute.include()) || (foreignKeys && isReference));
    }

    private JsonNode value(ResourceType type, StoredRecord record, Attribute attribute) {
        if (attribute.kind() == Kind.SPECIAL) {
            return special(type, record, attribute);
        }
        JsonNode stored = record.values().get(attribute.name());
        if (stored == null) {
            return attribute.unset();
        }
        return switch (attribute.kind()) {
            case MONEY -> TextNode.valueOf(money(stored.decimalValue()));
            case TIME -> TextNode.valueOf(time(Instant.parse(stored.textValue())));
            default -> stored;
        };
    }

    private JsonNode special(ResourceType type, StoredRecord record, Attribute attribute) {
        return switch (attribute.name()) {
            case "id" -> LongNode.valueOf(record.id());
            case "created_at" -> TextNode.valueOf(time(record.createdAt()));
            case "updated_at" -> TextNode.valueOf(time(record.updatedAt()));
            case "is_deleted" -> BooleanNode.valueOf(record.deleted());
            case "display_name" -> TextNode.valueOf(RecordValues.displayName(record));
            case "links" -> links(type, record);
            case "custom_field" -> customFields(type, record);
            case "email" ->
                EmailAddresses.primary(record.get("emails"))
                        .<JsonNode>map(TextNode::valueOf)
                        .orElse(NullNode.getInstance());
            case "sales_accounts" -> partialAccounts(record);
            case "base_currency_amount" -> moneyOrNull(record.get("amount"), BigDecimal.ONE);
            case "expected_deal_value" ->
                moneyOrNull(
                        record.get("amount"),
                        new BigDecimal(record.get("probability").asText("0")).movePointLeft(2));
            case "age" ->
                LongNode.valueOf(
                        Duration.between(record.createdAt(), account.now()).toDays());
            case "has_products" -> BooleanNode.valueOf(!record.get("products").isEmpty());
            case "document_number" -> TextNode.valueOf("DOC-" + record.id());
            case "html_content" -> record.get("description");
            case "targetable" -> target(record);
            case "targetables", "targetables_with_email" -> targets(record);
            case "appointment_attendee_ids" -> ids(record.get("appointment_attendees"));
            default -> record.values().getOrDefault(attribute.name(), attribute.unset());
        };
    }

    private ObjectNode links(ResourceType type, StoredRecord record) {
        ObjectNode links = Json.object();
        String root = account.settings().uiRoot() + "/" + type.path() + "/" + record.id() + "/";
        type.links().forEach(name -> links.put(name, root + LINK_ENDS.getOrDefault(name, name)));
        return links;
    }

    /** Defined fields stand there even when unset. */
    private JsonNode customFields(ResourceType type, StoredRecord record) {
        ObjectNode fields = Json.object();
        account.fields().customOf(type.name()).forEach(field -> fields.putNull(field.name()));
        record.get("custom_field").fields().forEachRemaining(field -> fields.set(field.getKey(), field.getValue()));
        return fields;
    }

    private ArrayNode partialAccounts(StoredRecord record) {
        ArrayNode accounts = Json.array();
        ResourceType type = account.type("sales_accounts").orElseThrow();
        for (JsonNode link : record.get("sales_accounts")) {
            account.store("sales_accounts")
                    .find(link.path("id").asLong())
                    .ifPresent(found -> accounts.add(partial(type, found).set("is_primary", link.path("is_primary"))));
        }
        return accounts;
    }

    private static JsonNode target(StoredRecord record) {
        if (record.get("targetable_id").isNull()) {
            return NullNode.getInstance();
        }
        return Json.object()
                .<ObjectNode>set("id", record.get("targetable_id"))
                .set("type", record.get("targetable_type"));
    }

    private static ArrayNode targets(StoredRecord record) {
        JsonNode target = target(record);
        return target.isNull() ? Json.array() : Json.array().add(target);
    }

    private static ArrayNode ids(JsonNode items) {
        ArrayNode ids = Json.array();
        items.forEach(item -> ids.add(item.get("id")));
        return ids;
    }

    private static JsonNode moneyOrNull(JsonNode amount, BigDecimal factor) {
        return amount.isNull()
                ? NullNode.getInstance()
                : TextNode.valueOf(money(amount.decimalValue().multiply(factor)));
    }

    /** {@code 1500} reads {@code "1500.0"}, as the service writes it. */
    static String money(BigDecimal amount) {
        BigDecimal plain = amount.stripTrailingZeros();
        return (plain.scale() < 1 ? plain.setScale(1) : plain).toPlainString();
    }
}
