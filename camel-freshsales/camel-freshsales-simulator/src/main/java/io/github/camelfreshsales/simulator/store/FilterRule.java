// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.camelfreshsales.simulator.web.ApiError;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * One rule of a filtered search. An attribute with several values matches when one of them does.
 *
 * @param boundIncluded whether {@code is_after} holds for the moment itself too
 */
public record FilterRule(String attribute, String operator, List<JsonNode> values, boolean boundIncluded) {

    private static final Map<String, BiPredicate<JsonNode, JsonNode>> OPERATORS = Map.ofEntries(
            Map.entry("is", FilterRule::same),
            Map.entry("is_in", FilterRule::same),
            Map.entry("contains", (is, wanted) -> text(is).contains(text(wanted))),
            Map.entry("starts_with", (is, wanted) -> text(is).startsWith(text(wanted))),
            Map.entry("ends_with", (is, wanted) -> text(is).endsWith(text(wanted))),
            Map.entry("greater_than", (is, wanted) -> order(is, wanted) > 0),
            Map.entry("less_than", (is, wanted) -> order(is, wanted) < 0),
            Map.entry("greater_than_or_equal_to", (is, wanted) -> order(is, wanted) >= 0),
            Map.entry("less_than_or_equal_to", (is, wanted) -> order(is, wanted) <= 0));

    /** Operators that are true when another one is not. */
    private static final Map<String, String> NEGATIONS =
            Map.of("is_not", "is", "is_not_in", "is_in", "not_contains", "contains", "does_not_contain", "contains");

    private static final Set<String> TIME_OPERATORS = Set.of("is_after", "is_before");

    private static final int MOST_VALUES = 1_000;

    private static final Set<String> EMPTY_OPERATORS = Set.of("is_empty", "is_not_empty");

    public static FilterRule read(JsonNode rule, ResourceType type, RecordValues known, boolean boundIncluded) {
        String attribute = rule.path("attribute").asText("");
        String operator = rule.path("operator").asText("");
        if (!known.knows(type, attribute)) {
            throw ApiError.badRequest("The attribute " + attribute + " is not valid");
        }
        if (!isKnown(operator)) {
            throw ApiError.badRequest("The operator " + operator + " is not valid");
        }
        boolean isTime = attribute.equals("updated_at") || attribute.equals("created_at");
        if (isTime && operator.endsWith("_in")) {
            throw ApiError.badRequest("The operator " + operator + " is not valid for " + attribute);
        }
        List<JsonNode> values = new ArrayList<>();
        JsonNode value = rule.path("value");
        if (value.isArray()) {
            if (value.size() > MOST_VALUES) {
                throw ApiError.badRequest("Only " + MOST_VALUES + " values are allowed in one rule");
            }
            value.forEach(values::add);
        } else {
            values.add(value);
        }
        return new FilterRule(attribute, operator, List.copyOf(values), boundIncluded);
    }

    /** A rule that an attribute has a value. */
    public static FilterRule is(String attribute, String value) {
        return new FilterRule(attribute, "is", List.of(TextNode.valueOf(value)), false);
    }

    boolean isEquality() {
        return operator.equals("is") || operator.equals("is_in");
    }

    boolean isNegation() {
        return NEGATIONS.containsKey(operator);
    }

    String positiveOperator() {
        return NEGATIONS.getOrDefault(operator, operator);
    }

    /** The wanted values in lower case. */
    List<String> texts() {
        return values.stream().map(FilterRule::text).toList();
    }

    List<Instant> bounds() {
        return values.stream().map(FilterRule::moment).toList();
    }

    /** The time before which no record fulfils the rule, if there is one. */
    Optional<Instant> earliest() {
        return operator.equals("is_after") ? bounds().stream().min(Instant::compareTo) : Optional.empty();
    }

    static boolean mayBeBoolean(JsonNode value) {
        return Set.of("true", "false", "0", "1", "").contains(text(value));
    }

    /** Whether the rule is about the Recycle Bin. */
    public boolean isAboutDeletion() {
        return attribute.equals("deleted") || attribute.equals("is_deleted");
    }

    /** A test of the values that a record has in the attribute; it is made once and asked for each record. */
    public Predicate<List<JsonNode>> test() {
        if (EMPTY_OPERATORS.contains(operator)) {
            return operator.equals("is_empty") ? List::isEmpty : present -> !present.isEmpty();
        }
        if (TIME_OPERATORS.contains(operator)) {
            return anyOf(timeTest());
        }
        BiPredicate<JsonNode, JsonNode> test = OPERATORS.get(positiveOperator());
        Predicate<List<JsonNode>> any = anyOf(is -> values.stream().anyMatch(wanted -> test.test(is, wanted)));
        return isNegation() ? any.negate() : any;
    }

    /**
     * The bounds are read beforehand, because a search may look at very many records. A record whose value is no time is
     * not found.
     */
    private Predicate<JsonNode> timeTest() {
        List<Instant> bounds = bounds();
        BiPredicate<Instant, Instant> test = timeTestOfOne();
        return is -> RecordValues.time(is)
                .filter(time -> bounds.stream().anyMatch(bound -> test.test(time, bound)))
                .isPresent();
    }

    private BiPredicate<Instant, Instant> timeTestOfOne() {
        if (operator.equals("is_before")) {
            return Instant::isBefore;
        }
        return boundIncluded ? (time, bound) -> !time.isBefore(bound) : Instant::isAfter;
    }

    private static Predicate<List<JsonNode>> anyOf(Predicate<JsonNode> one) {
        return present -> present.stream().anyMatch(one);
    }

    private static boolean isKnown(String operator) {
        return OPERATORS.containsKey(operator)
                || NEGATIONS.containsKey(operator)
                || TIME_OPERATORS.contains(operator)
                || EMPTY_OPERATORS.contains(operator);
    }

    private static boolean same(JsonNode is, JsonNode wanted) {
        if (is.isBoolean()) {
            return is.asBoolean() == List.of("true", "1").contains(wanted.asText(""));
        }
        return text(is).equals(text(wanted))
                || (isNumber(is) && isNumber(wanted) && order(is, wanted) == 0)
                || sameMoment(is, wanted);
    }

    private static boolean sameMoment(JsonNode is, JsonNode wanted) {
        Optional<Instant> moment = RecordValues.time(is);
        return moment.isPresent() && moment.equals(RecordValues.time(wanted));
    }

    private static String text(JsonNode value) {
        return value.asText("").toLowerCase(Locale.ROOT);
    }

    private static Instant moment(JsonNode value) {
        return RecordValues.time(value)
                .orElseThrow(() -> ApiError.badRequest(value.asText("") + " is not a valid date"));
    }

    private static boolean isNumber(JsonNode value) {
        return number(value).isPresent();
    }

    private static Optional<BigDecimal> number(JsonNode value) {
        return Optional.ofNullable(Kind.NUMBER.read(value))
                .filter(JsonNode::isNumber)
                .map(JsonNode::decimalValue);
    }

    private static int order(JsonNode is, JsonNode wanted) {
        Optional<BigDecimal> one = number(is);
        Optional<BigDecimal> other = number(wanted);
        return one.isPresent() && other.isPresent()
                ? one.get().compareTo(other.get())
                : text(is).compareTo(text(wanted));
    }
}
