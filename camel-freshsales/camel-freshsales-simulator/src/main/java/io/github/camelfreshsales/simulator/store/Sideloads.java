// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelfreshsales.simulator.web.Json;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What {@code include} brings beside a record: arrays at the top of the answer, and for dependent records their ids in the
 * record. Words that mean nothing for a resource bring nothing.
 */
public final class Sideloads {

    /** An include that follows one foreign key into a selector. */
    private record Lookup(String foreignKey, String key, String selector) {}

    private static final Map<String, Lookup> LOOKUPS = lookups();

    private final CrmAccount account;
    private final Map<String, Map<Long, JsonNode>> arrays = new LinkedHashMap<>();

    public Sideloads(CrmAccount account) {
        this.account = account;
    }

    /** Adds what belongs to one record; {@code rendered} gets the ids of dependent records. */
    public void add(ResourceType type, StoredRecord record, Set<String> include, ObjectNode rendered) {
        for (String word : include) {
            Lookup lookup = LOOKUPS.get(word);
            if (lookup != null && type.attributes().containsKey(lookup.foreignKey())) {
                addLookup(lookup, record);
            } else if (lookup == null) {
                addDependent(word, type, record, rendered);
            }
        }
    }

    /** Puts the gathered arrays behind what the answer holds already. */
    public void appendTo(ObjectNode answer) {
        arrays.forEach((key, items) -> {
            ArrayNode array = answer.putArray(key);
            items.values().forEach(array::add);
        });
    }

    private void addLookup(Lookup lookup, StoredRecord record) {
        Map<Long, JsonNode> items = items(lookup.key());
        account.selectors()
                .find(lookup.selector(), record.reference(lookup.foreignKey()))
                .ifPresent(item -> items.put(item.get("id").asLong(), item));
    }

    private void addDependent(String word, ResourceType type, StoredRecord record, ObjectNode rendered) {
        switch (word) {
            case "tasks", "notes" -> addRecords(word, rendered, hangingOn(word, type, record));
            case "appointments" -> {
                addRecords(word, rendered, hangingOn(word, type, record));
                items("outcomes");
            }
            case "contacts" -> addRecords(word, rendered, contactsOf(type, record));
            case "deals" -> addRecords(word, rendered, dealsOf(type, record));
            case "child_sales_accounts" -> addChildren(record, rendered);
            case "sales_account" -> addReferenced("sales_accounts", record.reference("sales_account_id"));
            case "lists" -> addLists(record, rendered);
            case "users" -> record.get("user_ids").forEach(id -> addUser(id.asLong()));
            case "targetable" ->
                account.model(record.get("targetable_type").asText())
                        .ifPresent(target -> addReferenced(target.name(), record.reference("targetable_id")));
            case "appointment_attendees" -> addAttendees(record);
            default -> {}
        }
    }

    private void addAttendees(StoredRecord appointment) {
        Map<Long, JsonNode> items = items("appointment_attendees");
        appointment
                .get("appointment_attendees")
                .forEach(one -> items.put(one.get("id").asLong(), one));
    }

    private void addUser(long id) {
        account.selectors().find("owners", id).ifPresent(user -> items("users").put(id, user));
    }

    private void addLists(StoredRecord contact, ObjectNode rendered) {
        List<StoredRecord> lists = account.memberships().listsOf(contact.id()).stream()
                .flatMap(id -> account.store("lists").find(id).stream())
                .toList();
        addRecords("lists", rendered, lists);
    }

    private void addChildren(StoredRecord parent, ObjectNode rendered) {
        ResourceType accounts = account.type("sales_accounts").orElseThrow();
        ArrayNode ids = rendered.putArray("child_sales_account_ids");
        for (StoredRecord child : referring("sales_accounts", "parent_sales_account_id", parent)) {
            items("child_sales_accounts").put(child.id(), account.view().render(accounts, child, Set.of()));
            ids.add(child.id());
        }
    }

    private void addReferenced(String resource, long id) {
        items(resource);
        account.store(resource).find(id).ifPresent(record -> addRecord(resource, record));
    }

    private void addRecords(String resource, ObjectNode rendered, List<StoredRecord> records) {
        ArrayNode ids = Json.array();
        items(resource);
        records.forEach(record -> {
            addRecord(resource, record);
            ids.add(record.id());
        });
        account.type(resource).ifPresent(type -> rendered.set(type.singular() + "_ids", ids));
    }

    private void addRecord(String resource, StoredRecord record) {
        account.type(resource).ifPresent(type -> items(resource)
                .put(record.id(), account.view().render(type, record, Set.of())));
    }

    private Map<Long, JsonNode> items(String key) {
        return arrays.computeIfAbsent(key, any -> new LinkedHashMap<>());
    }

    /** Tasks, notes and the like whose target the record is. */
    public List<StoredRecord> hangingOn(String resource, ResourceType type, StoredRecord record) {
        return referring(resource, "targetable_id", record).stream()
                .filter(one -> one.get("targetable_type").asText().equals(type.model()))
                .toList();
    }

    /** The contacts of a deal or of an account. */
    public List<StoredRecord> contactsOf(ResourceType type, StoredRecord record) {
        if (type.name().equals("deals")) {
            List<StoredRecord> contacts = new ArrayList<>();
            record.get("contact_ids")
                    .forEach(id -> account.store("contacts").find(id.asLong()).ifPresent(contacts::add));
            return contacts;
        }
        return referring("contacts", "sales_account_id", record);
    }

    private List<StoredRecord> dealsOf(ResourceType type, StoredRecord record) {
        return referring("deals", type.name().equals("sales_accounts") ? "sales_account_id" : "contact_ids", record);
    }

    /** The live records that name another one in an attribute; generated ones never do. */
    private List<StoredRecord> referring(String resource, String attribute, StoredRecord to) {
        RecordStore store = account.store(resource);
        return Arrays.stream(store.idsWith(attribute, LongNode.valueOf(to.id())))
                .mapToObj(store::find)
                .flatMap(Optional::stream)
                .filter(record -> !record.deleted())
                .toList();
    }

    private static Map<String, Lookup> lookups() {
        Map<String, Lookup> table = new LinkedHashMap<>();
        table.put("owner", new Lookup("owner_id", "users", "owners"));
        table.put("creater", new Lookup("creater_id", "users", "owners"));
        table.put("updater", new Lookup("updater_id", "users", "owners"));
        table.put("source", new Lookup("lead_source_id", "lead_sources", "lead_sources"));
        // the one key that was captured in the singular
        table.put("contact_status", new Lookup("contact_status_id", "contact_status", "contact_statuses"));
        for (String[] plural : new String[][] {
            {"campaign", "campaigns"},
            {"lifecycle_stage", "lifecycle_stages"},
            {"territory", "territories"},
            {"business_type", "business_types"},
            {"industry_type", "industry_types"},
            {"deal_stage", "deal_stages"},
            {"deal_type", "deal_types"},
            {"deal_reason", "deal_reasons"},
            {"deal_payment_status", "deal_payment_statuses"},
            {"deal_product", "deal_products"},
            {"currency", "currencies"},
            {"lead_stage", "lead_stages"},
            {"lead_reason", "lead_reasons"}
        }) {
            table.put(plural[0], new Lookup(plural[0] + "_id", plural[1], plural[1]));
        }
        return Map.copyOf(table);
    }
}
