// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.camelfreshsales.simulator.web.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * Many records that take no memory: each one is made anew from its number whenever it is looked at. Record {@code n} is
 * always the same, is one second younger than the one before, and has values ending in {@code n}.
 */
public record GeneratedRecords(ResourceType type, long firstId, int count, Instant firstCreatedAt) {

    private static final Set<String> VARYING = Set.of("id", "created_at", "updated_at", "amount");
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
    private Long idWithin(String value) {
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

    /** The text that differs from record to record, if an attribute has one. */
    Optional<GeneratedText> text(String attribute) {
        boolean person = type.rules() instanceof PersonRules;
        return switch (attribute) {
            case "last_name" -> person ? text("Number ", "") : Optional.empty();
            case "display_name", "name" -> person ? text("Contact Number ", "") : ownText("name");
            case "email", "emails", "contact_email.email" -> person ? text("contact", MAIL_DOMAIN) : Optional.empty();
            case "title", "description" -> ownText(attribute);
            default -> Optional.empty();
        };
    }

    /** Whether an attribute has the same value in all records of the block. */
    boolean isConstant(String attribute) {
        return !VARYING.contains(attribute) && text(attribute).isEmpty();
    }

    /** How many records of the block are not younger than a time. */
    int countUntil(Instant time) {
        if (!time.isAfter(firstCreatedAt)) {
            return 0;
        }
        return time.isAfter(firstCreatedAt.plusSeconds(count))
                ? count
                : (int) Duration.between(firstCreatedAt, time).toSeconds();
    }

    /** All records of the block, or none. */
    BitSet all(boolean yes) {
        BitSet all = new BitSet();
        all.set(0, yes ? count : 0);
        return all;
    }

    /** Marks those of so many ids that are in the block. */
    void mark(BitSet marks, long from, long howMany) {
        long first = Math.max(from, firstId);
        long behind = Math.min(from + howMany, firstId + count);
        if (first < behind) {
            marks.set((int) (first - firstId), (int) (behind - firstId));
        }
    }

    private Optional<GeneratedText> ownText(String attribute) {
        return values(firstId).containsKey(attribute) ? text("Generated ", "") : Optional.empty();
    }

    private static Optional<GeneratedText> text(String beginning, String end) {
        return Optional.of(new GeneratedText(beginning, end));
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
