// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.fields;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What values a field takes: a row each, as a test of a value and as JSON Schema, which say the same. The vendor's own words
 * for types are an open set; of one that is not known here, nothing but an object is refused. Nothing at all, null or an
 * empty text, clears a field of any kind.
 */
enum FieldKind {
    TEXT(
            "text",
            (field, value) -> !(value instanceof Map || value instanceof List),
            field -> Map.of("type", List.of("string", "number", "boolean"))),
    NUMBER(
            "a number, with a point before its decimals",
            (field, value) -> value instanceof Number || matches(Patterns.NUMBER, value),
            field -> anyOf(Map.of("type", "number"), pattern(Patterns.NUMBER))),
    DATE(
            "a date such as 2026-03-05, or a time such as 2026-03-05T10:00:00Z",
            (field, value) -> matches(Patterns.DATE, value),
            field -> pattern(Patterns.DATE)),
    FLAG(
            "true or false",
            (field, value) -> value instanceof Boolean
                    || Set.of("true", "false", "1", "0").contains(value.toString()),
            field -> oneOf(List.of(true, false, "true", "false", "1", "0", 1, 0))),
    CHOICE("one of its choices", FieldKind::isChoice, FieldKind::choice),
    CHOICES("a list of its choices, or these with semicolons between", FieldKind::areChoices, FieldKind::choices),
    ID("an id, or a name with resolveNames=true", FieldKind::isId, FieldKind::id),
    ANY(
            "text, a number, true or false, or a list of these",
            (field, value) -> !(value instanceof Map),
            field -> Map.of("type", List.of("string", "number", "boolean", "array"))),
    STRUCTURE("anything", (field, value) -> true, field -> Map.of());

    /** The forms of text that Java and JSON Schema both read. */
    private static final class Patterns {

        private static final String DAY = "(?:[1-9]\\d{3}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])"
                + "|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8]))"
                + "|(?:[1-9]\\d(?:0[48]|[2468][048]|[13579][26])|(?:[2468][048]|[13579][26])00)-02-29)";
        private static final String TIME = "(?:[01]\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d(?:\\.\\d{1,9})?)?";
        private static final String OFFSET = "(?:Z|[+-](?:0\\d|1[0-7]):[0-5]\\d)";

        static final Pattern DATE = Pattern.compile("^" + DAY + "(?:[T ]" + TIME + OFFSET + "?)?$");
        static final Pattern NUMBER =
                Pattern.compile("^[+-]?(?:\\d{1,60}(?:\\.\\d{0,30})?|\\.\\d{1,30})(?:[eE][+-]?\\d{1,3})?$");
        static final Pattern ID = Pattern.compile("^\\d{1,18}$");
    }

    private final String said;
    private final BiPredicate<Field, Object> takes;
    private final Function<Field, Map<String, Object>> schema;

    FieldKind(String said, BiPredicate<Field, Object> takes, Function<Field, Map<String, Object>> schema) {
        this.said = said;
        this.takes = takes;
        this.schema = schema;
    }

    /** The kind of a field of the metadata. A built-in drop-down whose name ends in {@code _id} takes ids. */
    static FieldKind of(String type, String name, boolean multiple) {
        if (Attributes.isStructured(name)) {
            return STRUCTURE;
        }
        return switch (type.toLowerCase(Locale.ROOT)) {
            case "text", "textarea" -> TEXT;
            case "number", "decimal" -> NUMBER;
            case "date", "date_time", "datetime" -> DATE;
            case "checkbox" -> FLAG;
            case "multi_select_dropdown" -> CHOICES;
            case "dropdown", "radio" -> choiceOrId(name, multiple);
            default -> ANY;
        };
    }

    private static FieldKind choiceOrId(String name, boolean multiple) {
        if (!name.startsWith(Field.CUSTOM) && name.endsWith("_id")) {
            return ID;
        }
        return multiple ? CHOICES : CHOICE;
    }

    /** What a message says that it takes. */
    String said() {
        return said;
    }

    boolean takes(Field field, Object value) {
        return isNothing(value) || takes.test(field, value);
    }

    static boolean isNothing(Object value) {
        return value == null || value.equals("");
    }

    /** The values that it takes, as JSON Schema. */
    Map<String, Object> schema(Field field) {
        return anyOf(schema.apply(field), oneOf(Arrays.asList(null, "")));
    }

    private static boolean matches(Pattern pattern, Object value) {
        return value instanceof String text && pattern.matcher(text).matches();
    }

    /** The account's own drop-downs take the text of a choice and nothing else; those of the service an id too. */
    private static boolean isChoice(Field field, Object value) {
        if (field.choices().isEmpty()) {
            return value instanceof String;
        }
        return field.choices().has(value) || !field.custom() && field.choices().hasId(value);
    }

    private static boolean areChoices(Field field, Object value) {
        if (value instanceof List<?> list) {
            return list.stream().allMatch(one -> isOneOfMany(field, one));
        }
        return value instanceof String text
                && Arrays.stream(text.split(";")).map(String::strip).allMatch(one -> isOneOfMany(field, one));
    }

    private static boolean isOneOfMany(Field field, Object one) {
        return field.choices().isEmpty()
                ? one instanceof String
                : field.choices().has(one);
    }

    private static boolean isId(Field field, Object value) {
        if (field.choices().hasIds()) {
            return field.choices().hasId(value);
        }
        return value instanceof Long
                || value instanceof Integer
                || value instanceof BigInteger
                || matches(Patterns.ID, value);
    }

    private static Map<String, Object> choice(Field field) {
        if (field.choices().isEmpty()) {
            return Map.of("type", "string");
        }
        List<Object> all = new ArrayList<>(field.choices().values());
        if (!field.custom()) {
            all.addAll(ids(field));
        }
        return oneOf(all);
    }

    private static Map<String, Object> choices(Field field) {
        if (field.choices().isEmpty()) {
            return anyOf(Map.of("type", "string"), pair("type", "array", "items", Map.of("type", "string")));
        }
        List<String> values = List.copyOf(field.choices().values());
        String one = values.stream().map(FieldKind::literally).collect(Collectors.joining("|", "\\s*(?:", ")\\s*"));
        return anyOf(
                pair("type", "array", "items", oneOf(values)),
                pair("type", "string", "pattern", "^" + one + "(?:;" + one + ")*;*$"));
    }

    /** A text as a regular expression that means nothing but it, also in JavaScript. */
    private static String literally(String text) {
        return text.replaceAll("[\\\\^$.*+?()\\[\\]{}|/]", "\\\\$0");
    }

    private static Map<String, Object> id(Field field) {
        return field.choices().hasIds() ? oneOf(ids(field)) : anyOf(Map.of("type", "integer"), pattern(Patterns.ID));
    }

    private static List<Object> ids(Field field) {
        Map<String, Object> byText = new TreeMap<>(field.choices().ids());
        List<Object> ids = new ArrayList<>(byText.values());
        byText.keySet().stream().filter(text -> !ids.contains(text)).forEach(ids::add);
        return ids;
    }

    private static Map<String, Object> pattern(Pattern pattern) {
        return pair("type", "string", "pattern", pattern.pattern());
    }

    /** In that order, so that a schema is the same text each time. */
    static Map<String, Object> pair(String one, Object value, String other, Object second) {
        Map<String, Object> pair = new LinkedHashMap<>();
        pair.put(one, value);
        pair.put(other, second);
        return pair;
    }

    private static Map<String, Object> oneOf(List<?> values) {
        return Map.of("enum", values);
    }

    @SafeVarargs
    private static Map<String, Object> anyOf(Map<String, Object>... schemas) {
        return Map.of("anyOf", List.of(schemas));
    }
}
