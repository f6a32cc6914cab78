// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.fields;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The fields of a resource as an account has them, found by name or by label. It never changes. */
public final class FieldCatalog {

    /** Of a resource whose fields Freshsales does not provide. */
    public static final FieldCatalog UNKNOWN = new FieldCatalog("", List.of());

    private final String resource;
    private final Map<String, Field> byName = new LinkedHashMap<>();
    private final Map<String, List<Field>> byHeading = new HashMap<>();
    private final Map<String, String> attributesByHeading = new HashMap<>();
    private final List<Field> required = new ArrayList<>();

    private FieldCatalog(String resource, List<?> rows) {
        this.resource = resource;
        rows.forEach(this::add);
        for (Field field : byName.values()) {
            byHeading
                    .computeIfAbsent(Words.heading(field.label()), any -> new ArrayList<>(1))
                    .add(field);
            if (field.required() && field.takesWrites()) {
                required.add(field);
            }
        }
        attributes().forEach(name -> attributesByHeading.put(Words.heading(name), name));
    }

    /** @param rows the metadata: fields, and groups or sections that hold fields */
    public static FieldCatalog of(String resource, List<?> rows) {
        return new FieldCatalog(resource, rows);
    }

    private void add(Object row) {
        if (!(row instanceof Map<?, ?> map)) {
            return;
        }
        if (map.get("fields") instanceof List<?> members) {
            members.forEach(this::add);
            return;
        }
        Field field = Field.of(map);
        if (field != null) {
            byName.putIfAbsent(field.name(), field);
        }
    }

    boolean isKnown() {
        return this != UNKNOWN;
    }

    /** Whether a record may have it although it is no field: how records hang together. */
    boolean isAttribute(String name) {
        return Attributes.isOf(resource, name);
    }

    /** The attribute that a heading means, whatever its case and blanks; null when it means none. */
    String attributeHeaded(String heading) {
        return attributesByHeading.get(Words.heading(heading));
    }

    Set<String> attributes() {
        return Attributes.of(resource);
    }

    Field field(String name) {
        return byName.get(name);
    }

    Collection<Field> fields() {
        return byName.values();
    }

    /** Those that a record must have. */
    List<Field> required() {
        return required;
    }

    /** The fields that have the label, whatever its case and blanks. */
    List<Field> labelled(String heading) {
        return byHeading.getOrDefault(Words.heading(heading), List.of());
    }

    /** The question that names the field that is likely to be meant, or nothing. */
    String didYouMean(String name) {
        List<Field> labelled = labelled(name);
        return labelled.isEmpty()
                ? Words.didYouMean(name, byName.keySet())
                : " Did you mean '" + labelled.get(0).name() + "'?";
    }

    String resource() {
        return resource;
    }
}
