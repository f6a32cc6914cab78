// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Which of a million generated records fulfil a rule, found without making them. */
record RuleOnBlock(FilterRule rule, Predicate<List<JsonNode>> test, GeneratedRecords block, RecordValues values) {

    /** Amounts repeat after so many records. */
    private static final int PERIOD_OF_AMOUNTS = 1_000;

    BitSet matches() {
        String attribute = rule.attribute();
        if (block.isConstant(attribute)) {
            return block.all(block.count() > 0 && fulfils(0));
        }
        Optional<BitSet> computed =
                block.text(attribute).isPresent() ? ofText(block.text(attribute).get()) : ofNumbers(attribute);
        return computed.orElseGet(() -> oneByOne(block.count()));
    }

    private Optional<BitSet> ofText(GeneratedText text) {
        Optional<BitSet> positive =
                switch (rule.positiveOperator()) {
                    case "is", "is_in" -> Optional.of(any(wanted -> text.equalTo(wanted, block)));
                    case "contains" -> Optional.of(any(wanted -> text.containing(wanted, block)));
                    case "starts_with" -> Optional.of(any(wanted -> text.startingWith(wanted, block)));
                    case "ends_with" -> Optional.of(any(wanted -> text.endingWith(wanted, block)));
                    case "is_empty" -> Optional.of(block.all(false));
                    case "is_not_empty" -> Optional.of(block.all(true));
                    default -> Optional.empty();
                };
        if (rule.isNegation()) {
            positive.ifPresent(matches -> matches.flip(0, block.count()));
        }
        return positive;
    }

    private Optional<BitSet> ofNumbers(String attribute) {
        if (attribute.equals("amount")) {
            return Optional.of(repeated(oneByOne(Math.min(block.count(), PERIOD_OF_AMOUNTS))));
        }
        if (attribute.equals("id") && rule.isEquality()) {
            BitSet found = new BitSet(block.count());
            rule.values().forEach(value -> block.mark(found, value.asLong(), 1));
            return Optional.of(found);
        }
        return rule.operator().equals("is_before") || rule.operator().equals("is_after") ? ofTimes() : Optional.empty();
    }

    /** The records come in the order of their times, so that a bound cuts the block in two. */
    private Optional<BitSet> ofTimes() {
        BitSet found = new BitSet(block.count());
        for (Instant bound : rule.bounds()) {
            int upToBound = block.countUntil(bound);
            boolean atBound = upToBound > 0
                    && block.record(block.firstId() + upToBound - 1).updatedAt().equals(bound);
            int before = atBound ? upToBound - 1 : upToBound;
            if (rule.operator().equals("is_before")) {
                found.set(0, before);
            } else {
                found.set(rule.boundIncluded() ? before : upToBound, block.count());
            }
        }
        return Optional.of(found);
    }

    private BitSet any(Function<String, BitSet> matches) {
        BitSet found = new BitSet();
        rule.texts().forEach(wanted -> found.or(matches.apply(wanted)));
        return found;
    }

    private BitSet oneByOne(int count) {
        BitSet found = new BitSet(block.count());
        for (int at = 0; at < count; at++) {
            found.set(at, fulfils(at));
        }
        return found;
    }

    private BitSet repeated(BitSet first) {
        for (int at = PERIOD_OF_AMOUNTS; at < block.count(); at++) {
            first.set(at, first.get(at - PERIOD_OF_AMOUNTS));
        }
        return first;
    }

    private boolean fulfils(int at) {
        return test.test(values.of(block.type(), block.record(block.firstId() + at), rule.attribute()));
    }
}
