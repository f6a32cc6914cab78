// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.fields;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares a record with the fields of the account. */
final class Validation {

    private static final String CUSTOM_FIELD = "custom_field";

    private final FieldCatalog fields;
    private final RecordRules rules;
    private final Set<String> references;
    private final List<Problem> problems = new ArrayList<>();

    private Validation(FieldCatalog fields, RecordRules rules, Set<String> references) {
        this.fields = fields;
        this.rules = rules;
        this.references = references;
    }

    /** What is wrong with a record. */
    static List<Problem> problems(Names.Named named, FieldCatalog fields, RecordRules rules) {
        Validation validation = new Validation(fields, rules, named.references());
        Map<String, Object> record = named.record();
        record.forEach(validation::check);
        if (rules.isCreate()) {
            fields.required().stream()
                    .filter(field -> !Required.isGiven(field, record))
                    .forEach(field -> validation.add(field, "is required"));
        }
        return validation.problems;
    }

    private void check(String name, Object value) {
        Field field = fields.field(name);
        if (field != null) {
            checkPlace(field);
            check(field, value);
        } else if (name.equals(CUSTOM_FIELD)) {
            checkCustom(value);
        } else if (!fields.isAttribute(name)) {
            addUnknown(name);
        }
    }

    private void checkPlace(Field field) {
        if (field.custom() && !rules.nestsCustomFields()) {
            add(field, "stands at the top of the record, and Freshsales wants it under custom_field");
        }
    }

    private void checkCustom(Object value) {
        if (value instanceof Map<?, ?> custom) {
            custom.forEach((name, inner) -> {
                Field field = fields.field(String.valueOf(name));
                if (field != null && field.custom()) {
                    check(field, inner);
                } else {
                    addUnknown(String.valueOf(name));
                }
            });
        } else if (value != null) {
            problems.add(Problem.of(CUSTOM_FIELD, "The field custom_field must be an object of cf_ fields."));
        }
    }

    private void check(Field field, Object value) {
        if (field.readOnly()) {
            add(field, "is read-only");
        } else if (field.hidden()) {
            add(field, "is hidden in this account, so Freshsales ignores it");
        } else if (field.required() && !rules.isCreate() && Required.isBlank(value)) {
            add(field, "needs a value");
        } else if (!references.contains(field.name()) && !field.kind().takes(field, value)) {
            addUnfit(field, value);
        }
    }

    private void addUnfit(Field field, Object value) {
        boolean isChoice =
                switch (field.kind()) {
                    case CHOICE, CHOICES, ID -> !field.choices().isEmpty() && !(value instanceof Map);
                    default -> false;
                };
        if (!isChoice) {
            add(field, "takes " + field.kind().said());
            return;
        }
        String message = field.said() + " has no choice " + Words.quoted(value) + "."
                + Words.didYouMean(value.toString(), field.choices().values()) + " It has: "
                + Words.listed(field.choices().values()) + ".";
        problems.add(new Problem(field.name(), message, true));
    }

    private void addUnknown(String name) {
        String message =
                "There is no field " + Words.quoted(name) + " in " + fields.resource() + "." + fields.didYouMean(name);
        problems.add(new Problem(name, message, true));
    }

    private void add(Field field, String what) {
        problems.add(Problem.of(field.name(), field.said() + " " + what + "."));
    }
}
