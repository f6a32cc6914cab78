// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.LongStream;

/** Records that fulfil all rules. Deleted ones are found only by who asks for them. */
public final class RulesFilter implements RecordFilter {

    private static final Set<String> ADDRESSES = Set.of("email", "emails", "contact_email.email");

    /** Attributes whose values no index can have: they change with other records, or with the record's fate. */
    private static final Set<String> NOT_INDEXED =
            Set.of("company_name", "deleted", "is_deleted", "created_at", "updated_at");

    private record Part(FilterRule rule, Predicate<List<JsonNode>> test) {}

    private final ResourceType type;
    private final RecordValues values;
    private final List<Part> parts;
    private final boolean asksForDeleted;
    private final Instant until;

    /** @param until what changed later is not found */
    public RulesFilter(ResourceType type, List<FilterRule> rules, RecordValues values, Instant until) {
        this.type = type;
        this.values = values;
        this.parts = rules.stream().map(rule -> new Part(rule, rule.test())).toList();
        this.asksForDeleted = rules.stream().anyMatch(FilterRule::isAboutDeletion);
        this.until = until;
    }

    @Override
    public boolean test(StoredRecord record) {
        return (asksForDeleted || !record.deleted())
                && !record.updatedAt().isAfter(until)
                && parts.stream().allMatch(part -> part.test()
                        .test(values.of(type, record, part.rule().attribute())));
    }

    @Override
    public Optional<long[]> candidates(RecordStore store) {
        return parts.stream()
                .map(Part::rule)
                .filter(this::isIndexed)
                .findFirst()
                .map(rule -> rule.values().stream()
                        .flatMapToLong(value -> LongStream.of(ids(rule.attribute(), value, store)))
                        .sorted()
                        .distinct()
                        .toArray())
                .or(() -> parts.stream()
                        .map(Part::rule)
                        .filter(rule -> rule.attribute().equals("updated_at"))
                        .flatMap(rule -> rule.earliest().stream())
                        .findFirst()
                        .map(store::idsSince));
    }

    @Override
    public BitSet matches(GeneratedRecords block) {
        int old = block.countUntil(until);
        BitSet matches = parts.isEmpty() ? block.all(true) : matches(parts.get(0), block);
        matches.clear(old, Math.max(old, matches.length()));
        for (Part part : parts.subList(Math.min(1, parts.size()), parts.size())) {
            matches.and(matches(part, block));
        }
        return matches;
    }

    private BitSet matches(Part part, GeneratedRecords block) {
        return new RuleOnBlock(part.rule(), part.test(), block, values).matches();
    }

    private boolean isIndexed(FilterRule rule) {
        return rule.isEquality()
                && !NOT_INDEXED.contains(rule.attribute())
                && !(asksForDeleted && isAddress(rule.attribute()))
                && rule.values().stream().noneMatch(FilterRule::mayBeBoolean);
    }

    private long[] ids(String attribute, JsonNode value, RecordStore store) {
        if (attribute.equals("id")) {
            return new long[] {value.asLong()};
        }
        return isAddress(attribute)
                ? store.idsOfHolder(value.asText("").toLowerCase(Locale.ROOT))
                : store.idsWith(attribute, value);
    }

    private boolean isAddress(String attribute) {
        return type.rules() instanceof PersonRules && ADDRESSES.contains(attribute);
    }
}
