// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.fields;

import io.github.camelfreshsales.FreshsalesException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Labels for field names, names for ids, and the spelling of choices, in one record. */
final class Names {

    private static final String CUSTOM_FIELD = "custom_field";

    private final AccountMetadata account;
    private final FieldCatalog fields;
    private final List<Problem> problems;
    private final Set<String> references = new HashSet<>();

    /**
     * A record with field names and ids.
     *
     * @param references the fields whose ids were found by name, so that nobody need doubt them
     */
    record Named(Map<String, Object> record, Set<String> references) {}

    private Names(AccountMetadata account, FieldCatalog fields, List<Problem> problems) {
        this.account = account;
        this.fields = fields;
        this.problems = problems;
    }

    /** The record with field names and ids. Names that cannot be resolved are added to the problems. */
    static Named resolve(
            Map<String, Object> record, AccountMetadata account, FieldCatalog fields, List<Problem> problems) {
        Names names = new Names(account, fields, problems);
        Map<String, Object> resolved = names.named(record);
        names.spell(resolved);
        Reference.rows().forEach(reference -> names.refer(reference, resolved));
        return new Named(resolved, names.references);
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> named(Map<String, Object> record) {
        Map<String, Object> named = new LinkedHashMap<>();
        record.forEach((heading, given) -> {
            boolean isCustom = heading.equals(CUSTOM_FIELD) && given instanceof Map;
            Object value = isCustom ? withChoices(named((Map<String, Object>) given)) : given;
            String name = name(heading);
            if (named.containsKey(name) && !Objects.equals(named.get(name), value)) {
                problems.add(Problem.of(
                        name,
                        "The record has the field " + name + " twice, once as " + Words.quoted(heading)
                                + ", with different values; give it once."));
            } else {
                named.put(name, value);
            }
        });
        return named;
    }

    private Map<String, Object> withChoices(Map<String, Object> custom) {
        spell(custom);
        return custom;
    }

    /** The name of the field that a heading means; the heading itself when it means none. */
    private String name(String heading) {
        if (fields.field(heading) != null || fields.isAttribute(heading)) {
            return heading;
        }
        Reference called = Reference.called(heading);
        if (called != null && has(called)) {
            return called.key();
        }
        List<Field> labelled = fields.labelled(heading);
        if (labelled.size() == 1) {
            return labelled.get(0).name();
        }
        if (labelled.size() > 1) {
            problems.add(Problem.of(
                    heading,
                    "There are " + labelled.size() + " fields with the label " + Words.quoted(heading) + ": "
                            + labelled.stream().map(Field::name).collect(Collectors.joining(", "))
                            + ". Use one of these names."));
            return heading;
        }
        Reference headed = Reference.headed(heading);
        if (headed != null && has(headed)) {
            return headed.key();
        }
        String attribute = fields.attributeHeaded(heading);
        return attribute == null ? heading : attribute;
    }

    /** Whether the resource has such a field, as far as is known. */
    private boolean has(Reference reference) {
        return !fields.isKnown() || fields.field(reference.key()) != null || fields.isAttribute(reference.key());
    }

    /** Gives the values of drop-downs the spelling of their choices. */
    private void spell(Map<String, Object> record) {
        record.replaceAll((name, value) -> {
            Field field = fields.field(name);
            if (field == null || field.choices().isEmpty()) {
                return value;
            }
            return switch (field.kind()) {
                case CHOICE -> value instanceof String text ? field.choices().spelled(text) : value;
                case CHOICES -> spelledAll(field, value);
                default -> value;
            };
        });
    }

    private static Object spelledAll(Field field, Object value) {
        if (value instanceof List<?> list) {
            return list.stream()
                    .map(one -> one instanceof String text ? field.choices().spelled(text) : one)
                    .collect(Collectors.toList());
        }
        if (!(value instanceof String text) || text.isBlank()) {
            return value;
        }
        return List.of(text.split(";")).stream().map(field.choices()::spelled).collect(Collectors.joining(";"));
    }

    /** Puts the id where a name stands. */
    private void refer(Reference reference, Map<String, Object> record) {
        if (!(record.get(reference.key()) instanceof String name) || name.isBlank() || Words.isDigits(name.strip())) {
            return;
        }
        Object parent = reference.parent() == null
                ? null
                : record.get(reference.parent().key());
        if (parent instanceof String text && !Words.isDigits(text.strip())) {
            return; // it is said already what is wrong with that
        }
        String within = parent == null ? null : parent.toString().strip();
        NameTable table = account.names(reference);
        List<NameTable.Thing> meant = table.named(name, within);
        if (meant.isEmpty()) {
            table = account.newerNames(reference, table);
            meant = table.named(name, within);
        }
        if (meant.size() == 1) {
            record.put(reference.key(), meant.get(0).id());
            references.add(reference.key());
        } else {
            problems.add(Problem.of(
                    reference.key(),
                    meant.isEmpty() ? unknown(reference, table, name, within) : ambiguous(reference, meant, name)));
        }
    }

    private String unknown(Reference reference, NameTable table, String name, String within) {
        List<String> all = table.names(within);
        String where = within == null ? "The account has: " : "The " + parentOf(reference, within) + " has: ";
        return "There is no " + reference.word() + " " + Words.quoted(name) + "." + Words.didYouMean(name, all) + " "
                + where + Words.listed(all) + ".";
    }

    private String ambiguous(Reference reference, List<NameTable.Thing> meant, String name) {
        Set<String> parents = meant.stream()
                .map(NameTable.Thing::parent)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        String all = meant.stream().map(thing -> one(reference, thing)).collect(Collectors.joining(", "));
        String advice = parents.size() > 1
                ? "Say which " + reference.parent().word() + " in "
                        + reference.parent().shortName() + ", or give the id."
                : "Give the id" + (reference.names().contains("email") ? " or the e-mail address." : ".");
        return "There are " + meant.size() + " of the name " + Words.quoted(name) + " for " + reference.shortName()
                + ": " + all + ". " + advice;
    }

    private String one(Reference reference, NameTable.Thing thing) {
        return thing.id() + (thing.parent() == null ? "" : " in the " + parentOf(reference, thing.parent()));
    }

    /** As in {@code pipeline 'Default'}; its id where its name cannot be had. */
    private String parentOf(Reference reference, String id) {
        String name;
        try {
            name = account.names(reference.parent()).nameOf(id);
        } catch (FreshsalesException e) {
            name = null; // a message is no reason to fail for another one
        }
        return reference.parent().word() + " " + (name == null ? id : Words.quoted(name));
    }
}
