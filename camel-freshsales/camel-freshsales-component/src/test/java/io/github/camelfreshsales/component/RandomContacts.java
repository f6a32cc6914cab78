// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.component;

import io.github.camelfreshsales.simulator.FreshsalesSimulator;
import io.github.camelfreshsales.simulator.Switch;
import io.github.camelfreshsales.simulator.store.FieldDefinition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;

/** Contacts with random fields, some of them wrong, of an account that drops all that it does not know. */
final class RandomContacts {

    /** A field and the values that it takes and does not take. */
    private record Kind(String name, boolean custom, Function<Random, Object> right, Function<Random, Object> wrong) {}

    private final Random random;
    private final List<Kind> kinds;
    private int number;

    RandomContacts(FreshsalesSimulator simulator, long seed) {
        random = new Random(seed);
        setUp(simulator);
        long user = simulator.selectorId("owners", "Ana Ruiz");
        long stage = simulator.selectorId("lifecycle_stages", "Customer");
        kinds = List.of(
                kind("first_name", one("Lee", "Zoë", 7, true), one(Map.of("a", 1), List.of("x"))),
                kind("city", one("Oslo", "New York", 5), one(List.of("Oslo"), Map.of())),
                kind("lead_score", one(7, "12", 1.5, "-3.25", "1e3"), one("high", "1,5", true, "12 points")),
                kind(
                        "last_seen",
                        one("2026-03-05", "2026-03-05T10:00:00Z", "2024-02-29 10:00", "2026-03-05T10:00:00+05:30"),
                        one("2026-02-30", "tomorrow", 20260305, "05.03.2026", "2025-02-29", "2026-03-05T25:00")),
                kind("owner_id", one(user, "" + user), one(5, "Ana Ruiz", user + 0.5)),
                kind("lifecycle_stage_id", one(stage, "" + stage), one(-1, "Customer")),
                kind("emails", this::emails, null),
                kind("phone_numbers", one(List.of(Map.of("value", "5550100"))), null),
                kind("tags", one(List.of("a", "b"), "a,b", "a"), one(Map.of("a", 1))),
                kind("cf_text", one("x", "00", 5, true), one(Map.of("a", 1), List.of("x"))),
                kind("cf_number", one(5, "5.0", ".5"), one("five", List.of(5, 6), false)),
                kind("cf_date", one("2026-03-05", "2026-03-05T10:00:00-05:00"), one("5 March", 5, "2026-13-01")),
                kind("cf_flag", one(true, false, "true", "0", 1), one("yes", "TRUE", 2)),
                kind("cf_region", one("North", "South"), one("north", "East", 1, List.of("North"))),
                kind(
                        "cf_likes",
                        one("Tea", "Tea;Coffee", "Coffee; Tea", List.of("Tea", "Coffee")),
                        one("Milk", "Tea;Milk", List.of("Tea", "Milk"), "tea")),
                kind("emial", one(), one("x")),
                kind("description", one(), one("x")),
                kind("updated_at", one(), one("2020-01-01T00:00:00Z")),
                kind("lead_source_id", one(), one(simulator.selectorId("lead_sources", "Web"))),
                kind("cf_secret", one(), one("x")),
                kind("cf_sum", one(), one(5)),
                kind("cf_nothing", one(), one("x")));
    }

    private static void setUp(FreshsalesSimulator simulator) {
        simulator
                .turnOn(Switch.DROP_UNDEFINED_CUSTOM_FIELDS, Switch.DROP_UNKNOWN_REFERENCES, Switch.SHOW_FOREIGN_KEYS)
                .changeField("contacts", "lead_source_id", FieldDefinition::asHidden)
                .changeField("contacts", "last_name", FieldDefinition::asRequired)
                .defineField("contacts", FieldDefinition.of("cf_text", "Text", "text"))
                .defineField("contacts", FieldDefinition.of("cf_number", "Number", "number"))
                .defineField("contacts", FieldDefinition.of("cf_date", "Date", "date"))
                .defineField("contacts", FieldDefinition.of("cf_flag", "Flag", "checkbox"))
                .defineField(
                        "contacts",
                        FieldDefinition.of("cf_region", "Region", "dropdown").withChoices("North", "South"))
                .defineField(
                        "contacts",
                        FieldDefinition.of("cf_likes", "Likes", "multi_select_dropdown")
                                .withChoices("Tea", "Coffee"))
                .defineField(
                        "contacts",
                        FieldDefinition.of("cf_secret", "Secret", "text").asHidden())
                .defineField(
                        "contacts",
                        FieldDefinition.of("cf_sum", "Sum", "number").asReadOnly());
    }

    private static Kind kind(String name, Function<Random, Object> right, Function<Random, Object> wrong) {
        return new Kind(name, name.startsWith("cf_"), right, wrong);
    }

    /** An address that nobody has yet, in one of the forms that the service takes. */
    private Object emails(Random any) {
        String address = "Lee." + number++ + "@example.test";
        return switch (any.nextInt(3)) {
            case 0 -> address;
            case 1 -> List.of(address);
            default -> List.of(Map.of("value", address, "is_primary", true));
        };
    }

    /** One of these; without any there is none. */
    private static Function<Random, Object> one(Object... values) {
        return values.length == 0 ? null : random -> values[random.nextInt(values.length)];
    }

    /** The next contact. Half of them have a mistake. */
    Map<String, Object> next() {
        Map<String, Object> contact = new LinkedHashMap<>();
        Map<String, Object> custom = new LinkedHashMap<>();
        boolean hasMistake = random.nextBoolean();
        contact.put("last_name", hasMistake && random.nextInt(8) == 0 ? " " : "Moss " + number++);
        for (Kind kind : kinds) {
            boolean isWrong = hasMistake && kind.wrong() != null && random.nextInt(8) == 0;
            Function<Random, Object> values = isWrong ? kind.wrong() : kind.right();
            if (values != null && (isWrong || random.nextInt(3) == 0)) {
                boolean isInside = kind.custom() && random.nextBoolean();
                (isInside ? custom : contact).put(kind.name(), values.apply(random));
            }
        }
        if (!custom.isEmpty()) {
            contact.put("custom_field", custom);
        }
        return contact;
    }
}
