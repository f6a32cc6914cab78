package io.github.camelfreshsales.simulator.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.camelfreshsales.simulator.web.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * Many records that take no memory: each one is made anew from its number whenever it is looked at. Record {@code n} is
 * always the same, is one second younger than the one before, and has values ending in {@code n}.
 */
public record GeneratedRecords(ResourceType type, long firstId, int count, Instant firstCreatedAt) {

    private static final String MAIL_DOMAIN = "@generated.test";

    public boolean contains(long id) {
        return id >= firstId && id < firstId + count;
    }

    public LongStream ids() {
        return LongStream.range(firstId, firstId + count);
    }

    public StoredRecord record(long id) {
        long number = id - firstId + 1;
        Instant createdAt = firstCreatedAt.plus(Duration.ofSeconds(number));
        return new StoredRecord(id, createdAt, createdAt, false, values(id));
    }

    /** The id of the record that holds a unique value, or null. */
    Long holder(String uniqueKey) {
        Long id = idWithin(uniqueKey);
        return id != null && type.rules().uniqueKeys(values(id)).contains(uniqueKey) ? id : null;
    }

    /** The id that a value of one of the records ends in, or null. */
    Long idWithin(String value) {
        String suffix = value.endsWith(MAIL_DOMAIN) ? value.substring(0, value.length() - MAIL_DOMAIN.length()) : value;
        int digits = suffix.length();
        while (digits > 0 && Character.isDigit(suffix.charAt(digits - 1))) {
            digits--;
        }
        if (digits == suffix.length() || suffix.length() - digits > 18) {
            return null;
        }
        long id = Long.parseLong(suffix.substring(digits));
        return contains(id) ? id : null;
    }

    private Map<String, JsonNode> values(long id) {
        Map<String, JsonNode> values = new HashMap<>();
        switch (type.name()) {
            case "contacts", "leads" -> {
                values.put("first_name", TextNode.valueOf("Contact"));
                values.put("last_name", TextNode.valueOf("Number " + id));
                values.put("emails", EmailAddresses.only("contact" + id + MAIL_DOMAIN, id));
            }
            case "tasks", "appointments", "sales_activities" ->
                values.put("title", TextNode.valueOf("Generated " + id));
            case "notes" -> values.put("description", TextNode.valueOf("Generated " + id));
            case "deals" -> {
                values.put("name", TextNode.valueOf("Generated " + id));
                values.put("amount", Json.NODES.numberNode(1000 + id % 1000));
            }
            default -> values.put("name", TextNode.valueOf("Generated " + id));
        }
        return values;
    }
}
