// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.fields;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A JSON Schema (2020-12) of a resource as an account has it. It accepts the records whose creation passes the validation,
 * and no others.
 */
public final class RecordSchema {

    private static final String CUSTOM_FIELD = "custom_field";

    private RecordSchema() {}

    public static Map<String, Object> of(FieldCatalog fields) {
        Map<String, Object> properties = new LinkedHashMap<>();
        Map<String, Object> definitions = new LinkedHashMap<>();
        Map<String, Object> custom = new LinkedHashMap<>();
        for (Field field : fields.fields()) {
            if (field.custom()) {
                Object pointer = Map.of(
                        "$ref", "#/$defs/" + field.name().replace("~", "~0").replace("/", "~1"));
                definitions.put(field.name(), property(field));
                properties.put(field.name(), pointer);
                custom.put(field.name(), pointer);
            } else {
                properties.put(field.name(), property(field));
            }
        }
        fields.attributes().forEach(name -> properties.putIfAbsent(name, Map.of()));
        properties.put(CUSTOM_FIELD, object(List.of("object", "null"), custom));
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", fields.resource());
        schema.putAll(object("object", properties));
        if (!fields.required().isEmpty()) {
            schema.put("allOf", required(fields));
        }
        schema.put("$defs", definitions);
        return schema;
    }

    private static Map<String, Object> object(Object type, Map<String, Object> properties) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("type", type);
        object.put("properties", properties);
        object.put("additionalProperties", false);
        return object;
    }

    private static Map<String, Object> property(Field field) {
        Map<String, Object> property = new LinkedHashMap<>();
        property.put("title", field.label());
        if (field.takesWrites()) {
            property.putAll(field.kind().schema(field));
            return property;
        }
        property.put("description", field.readOnly() ? "Read-only" : "Hidden in this account");
        property.put("readOnly", true);
        property.put("not", Map.of());
        return property;
    }

    /** What the metadata calls required, in any of the forms that the service takes. */
    private static List<Object> required(FieldCatalog fields) {
        List<Object> all = new ArrayList<>();
        fields.required().forEach(field -> all.add(Map.of("anyOf", forms(field))));
        return all;
    }

    private static List<Object> forms(Field field) {
        List<Object> forms = new ArrayList<>();
        Required.forms(field.name()).forEach(name -> forms.add(with(name, notBlank())));
        if (field.custom()) {
            Map<String, Object> inner = new LinkedHashMap<>(with(field.name(), notBlank()));
            inner.put("type", "object");
            forms.add(with(CUSTOM_FIELD, inner));
        }
        return forms;
    }

    private static Map<String, Object> with(String name, Map<String, Object> value) {
        return FieldKind.pair("required", List.of(name), "properties", Map.of(name, value));
    }

    private static Map<String, Object> notBlank() {
        return Map.of(
                "not",
                Map.of(
                        "anyOf",
                        List.of(
                                Map.of("type", "null"),
                                FieldKind.pair("type", "string", "pattern", "^\\s*$"),
                                FieldKind.pair("type", "array", "maxItems", 0))));
    }
}
