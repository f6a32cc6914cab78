// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.store;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelfreshsales.simulator.Switch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * The fields of an account: those that its resources have by themselves, as an administrator changed them, and custom ones.
 * Only a defined custom field is checked and stands in the metadata; any other {@code cf_} name is taken as it comes.
 */
public final class Fields {

    private static final int LONGEST_NAME = 255;

    private final Map<String, Map<String, FieldDefinition>> custom = new ConcurrentHashMap<>();
    private final Map<String, UnaryOperator<FieldDefinition>> changes = new ConcurrentHashMap<>();
    private final CrmAccount account;

    Fields(CrmAccount account) {
        this.account = account;
    }

    /** Defines a custom field, or defines it anew. */
    public FieldDefinition define(String resource, FieldDefinition field) {
        FieldDefinition numbered = numbered(field.withId(account.nextId()));
        change(resource, fields -> fields.put(field.name(), numbered));
        return numbered;
    }

    /** Changes a field, custom or not. */
    public void change(ResourceType type, String name, UnaryOperator<FieldDefinition> change) {
        FieldDefinition known = custom(type.name()).get(name);
        if (known != null) {
            change(type.name(), fields -> fields.put(name, numbered(change.apply(known))));
            return;
        }
        UnaryOperator<FieldDefinition> before = changeOf(type, name);
        changes.put(type.name() + "." + name, field -> change.apply(before.apply(field)));
    }

    /** The custom fields of all resources. */
    public Map<String, List<FieldDefinition>> allCustom() {
        Map<String, List<FieldDefinition>> all = new TreeMap<>();
        custom.forEach((resource, fields) -> all.put(resource, List.copyOf(fields.values())));
        return all;
    }

    /** Puts custom fields in place as they are. */
    public void restore(String resource, List<FieldDefinition> definitions) {
        change(resource, fields -> definitions.forEach(field -> fields.put(field.name(), field)));
    }

    public List<FieldDefinition> customOf(String resource) {
        return List.copyOf(custom(resource).values());
    }

    /** The fields that a resource has by itself: those to be written first, then those that only the service writes. */
    public List<FieldDefinition> builtInOf(ResourceType type) {
        List<FieldDefinition> writable = new ArrayList<>();
        List<FieldDefinition> readOnly = new ArrayList<>();
        for (Attribute attribute : type.attributes().values()) {
            if (BuiltInFields.isField(attribute)) {
                FieldDefinition field = builtIn(type, attribute);
                (attribute.writable() ? writable : readOnly).add(field);
            }
        }
        writable.addAll(readOnly);
        return writable;
    }

    /** Names of fields that every record must have. */
    List<String> requiredOf(ResourceType type) {
        List<String> required = new ArrayList<>();
        customOf(type.name()).stream()
                .filter(field -> field.required() && field.takesWrites())
                .forEach(field -> required.add(field.name()));
        changes.keySet().stream()
                .filter(key -> key.startsWith(type.name() + "."))
                .map(key -> key.substring(type.name().length() + 1))
                .filter(name -> definition(type, name)
                        .filter(field -> field.required() && field.takesWrites())
                        .isPresent())
                .forEach(required::add);
        return required;
    }

    /** Whether what a client writes to an attribute is taken. */
    boolean takesWrites(ResourceType type, String name) {
        return changes.isEmpty()
                || !changes.containsKey(type.name() + "." + name)
                || definition(type, name).map(FieldDefinition::takesWrites).orElse(true);
    }

    /**
     * What a custom field stores of a written value: JSON null clears it, null leaves it as it was.
     *
     * @param trusted whether a test writes it, so that hidden and read-only fields are taken too
     */
    JsonNode read(ResourceType type, String name, JsonNode written, boolean trusted) {
        FieldDefinition field = custom(type.name()).get(name);
        if (field == null) {
            boolean dropped = !trusted && account.has(Switch.DROP_UNDEFINED_CUSTOM_FIELDS);
            boolean isName = name.startsWith("cf_") && name.length() <= LONGEST_NAME;
            return isName && !dropped ? FieldValue.any(written) : null;
        }
        return trusted || field.takesWrites() ? FieldValue.read(field, written) : null;
    }

    private Optional<FieldDefinition> definition(ResourceType type, String name) {
        return Optional.ofNullable(type.attributes().get(name)).map(attribute -> builtIn(type, attribute));
    }

    private FieldDefinition builtIn(ResourceType type, Attribute attribute) {
        FieldDefinition field = BuiltInFields.of(type, attribute, account);
        return changeOf(type, attribute.name()).apply(field);
    }

    private UnaryOperator<FieldDefinition> changeOf(ResourceType type, String name) {
        return changes.getOrDefault(type.name() + "." + name, UnaryOperator.identity());
    }

    private FieldDefinition numbered(FieldDefinition field) {
        return field.withChoices(field.choices().stream()
                .map(choice -> choice.id() > 0 ? choice : new FieldDefinition.Choice(account.nextId(), choice.value()))
                .toList());
    }

    private Map<String, FieldDefinition> custom(String resource) {
        return custom.getOrDefault(resource, Map.of());
    }

    private void change(String resource, Consumer<Map<String, FieldDefinition>> change) {
        custom.compute(resource, (any, old) -> {
            Map<String, FieldDefinition> changed = new LinkedHashMap<>(old == null ? Map.of() : old);
            change.accept(changed);
            return changed;
        });
    }
}
