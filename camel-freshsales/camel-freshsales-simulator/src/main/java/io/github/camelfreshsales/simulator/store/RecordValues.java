// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.POJONode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The values of a record by the names that sorting, search and filters use. */
public final class RecordValues {

    private final CrmAccount account;

    RecordValues(CrmAccount account) {
        this.account = account;
    }

    public boolean knows(ResourceType type, String name) {
        return name.startsWith("cf_")
                || type.attributes().containsKey(name)
                || (isPerson(type)
                        && List.of("name", "contact_email.email", "company_name", "sales_account_id")
                                .contains(name))
                || name.equals("deleted");
    }

    /**
     * No value, one, or several, as for the addresses of a person. Times that every record has are instants, so that a
     * search need not read them.
     */
    public List<JsonNode> of(ResourceType type, StoredRecord record, String name) {
        return switch (name) {
            case "id" -> List.of(LongNode.valueOf(record.id()));
            case "created_at" -> List.of(new POJONode(record.createdAt()));
            case "updated_at" -> List.of(new POJONode(record.updatedAt()));
            case "deleted", "is_deleted" -> List.of(BooleanNode.valueOf(record.deleted()));
            case "contact_email.email", "emails" -> texts(EmailAddresses.keys(record.get("emails")));
            case "email" ->
                texts(EmailAddresses.primary(record.get("emails")).stream().toList());
            case "display_name" -> texts(List.of(displayName(record)));
            case "name" -> isPerson(type) ? texts(List.of(displayName(record))) : stored(type, record, name);
            case "company_name" -> companyNames(record);
            case "contact_ids" -> elements(record.get(name));
            case "sales_account_id" -> isPerson(type) ? accountIds(record) : stored(type, record, name);
            default -> stored(type, record, name);
        };
    }

    /** When a time attribute or a text that looks like one points to. */
    static Optional<Instant> time(JsonNode value) {
        if (value instanceof POJONode node && node.getPojo() instanceof Instant time) {
            return Optional.of(time);
        }
        return value.isTextual() ? Timestamps.parse(value.textValue()) : Optional.empty();
    }

    /** First and last name; who has none is known by an address or a number. */
    static String displayName(StoredRecord record) {
        String name = (record.get("first_name").asText("") + " "
                        + record.get("last_name").asText(""))
                .strip();
        if (!name.isEmpty()) {
            return name;
        }
        return EmailAddresses.primary(record.get("emails"))
                .orElse(record.get("mobile_number").asText(record.get("name").asText("")));
    }

    private static boolean isPerson(ResourceType type) {
        return type.rules() instanceof PersonRules;
    }

    private static List<JsonNode> stored(ResourceType type, StoredRecord record, String name) {
        JsonNode value = name.startsWith("cf_") ? record.get("custom_field").path(name) : record.get(name);
        if (value.isNull() || value.isMissingNode()) {
            Attribute attribute = type.attributes().get(name);
            boolean none = attribute == null || attribute.unset().isNull();
            return none ? List.of() : List.of(attribute.unset());
        }
        return List.of(value);
    }

    private static List<JsonNode> texts(List<String> texts) {
        return texts.stream().<JsonNode>map(TextNode::valueOf).toList();
    }

    private static List<JsonNode> elements(JsonNode list) {
        List<JsonNode> elements = new ArrayList<>();
        list.forEach(elements::add);
        return elements;
    }

    private static List<JsonNode> accountIds(StoredRecord person) {
        List<JsonNode> ids = new ArrayList<>();
        person.get("sales_accounts").forEach(link -> ids.add(link.get("id")));
        return ids;
    }

    private List<JsonNode> companyNames(StoredRecord person) {
        return accountIds(person).stream()
                .flatMap(id -> account.store("sales_accounts").find(id.asLong()).stream())
                .map(company -> company.get("name"))
                .toList();
    }
}
