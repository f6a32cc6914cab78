// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.routes;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelfreshsales.simulator.store.CrmAccount;
import io.github.camelfreshsales.simulator.store.FieldDefinition;
import io.github.camelfreshsales.simulator.store.ResourceType;
import io.github.camelfreshsales.simulator.web.ApiError;
import io.github.camelfreshsales.simulator.web.ApiResponse;
import io.github.camelfreshsales.simulator.web.Call;
import io.github.camelfreshsales.simulator.web.Json;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Metadata of fields: the attributes of a resource and the custom fields that were defined for it. */
final class SettingsRoutes {

    /** Numbers of {@code field_type} when a form gets a new field; the vendor's own numbers are not known. */
    private static final Map<Integer, String> TYPES_BY_NUMBER =
            Map.of(1, "text", 2, "number", 3, "date", 4, "dropdown", 5, "checkbox", 6, "radio");

    private final CrmAccount account;

    SettingsRoutes(CrmAccount account) {
        this.account = account;
    }

    ApiResponse fields(ResourceType type, Call call) {
        ObjectNode answer = Json.object();
        if (call.request().include().contains("field_group")) {
            ArrayNode groups = answer.putArray("fields");
            groups.add(group(1, "basic_information", "Basic information", type, builtIn(type)));
            groups.add(group(2, "custom_fields", "Custom fields", type, custom(type)));
        } else {
            answer.putArray("fields").addAll(builtIn(type)).addAll(custom(type));
        }
        return ApiResponse.ok(answer);
    }

    /** A custom module has one form with one group. */
    ApiResponse forms(Call call) {
        ResourceType type = module(call);
        ArrayNode fields = Json.array().addAll(builtIn(type)).addAll(custom(type));
        ObjectNode group = Json.object().put("id", formId(type) + 1).put("name", "basic_information");
        group.set("fields", fields);
        ObjectNode form = Json.object().put("id", formId(type)).put("name", type.name());
        form.putArray("fields").add(group);
        ObjectNode answer = Json.object();
        answer.putArray("forms").add(form);
        return ApiResponse.ok(answer);
    }

    ApiResponse addField(Call call) {
        ResourceType type = module(call);
        ObjectNode sent = call.request().json();
        String label = sent.path("label").asText("");
        if (label.isBlank()) {
            throw ApiError.badRequest("Label can't be empty");
        }
        if (!sent.path("field_type").isNumber()) {
            throw ApiError.badRequest("Field type can't be empty");
        }
        if (call.id() != formId(type)) {
            throw ApiError.notFound();
        }
        String name = "cf_" + label.strip().toLowerCase(Locale.ROOT).replaceAll("\\W+", "_");
        String kind = TYPES_BY_NUMBER.getOrDefault(sent.get("field_type").asInt(), "text");
        FieldDefinition field = FieldDefinition.of(name, label, kind);
        boolean required = sent.path("required").asBoolean();
        FieldDefinition defined = account.fields().define(type.name(), required ? field.asRequired() : field);
        return ApiResponse.json(201, Json.object().set("field", node(type, defined, 1, false)));
    }

    private ResourceType module(Call call) {
        return account.type(call.variable("entity")).orElseThrow(ApiError::notFound);
    }

    private long formId(ResourceType type) {
        return account.settings().firstId()
                + 30_000_000
                + 2L * Math.floorMod(type.name().hashCode(), 1_000_000);
    }

    private ArrayNode builtIn(ResourceType type) {
        return nodes(type, account.fields().builtInOf(type), true);
    }

    private ArrayNode custom(ResourceType type) {
        return nodes(type, account.fields().customOf(type.name()), false);
    }

    private ArrayNode nodes(ResourceType type, List<FieldDefinition> fields, boolean isDefault) {
        ArrayNode nodes = Json.array();
        fields.forEach(field -> nodes.add(node(type, field, nodes.size() + 1, isDefault)));
        return nodes;
    }

    private ObjectNode group(int position, String name, String label, ResourceType type, ArrayNode members) {
        FieldDefinition group = FieldDefinition.of(name, label, "group_field");
        ObjectNode node = node(type, group, position, true);
        node.put("id", formId(type) + 10 + position);
        return node.set("fields", members);
    }

    private static ObjectNode node(ResourceType type, FieldDefinition field, int position, boolean isDefault) {
        ArrayNode choices = Json.array();
        field.choices().forEach(choice -> choices.addObject()
                .put("id", choice.id())
                .put("value", choice.value())
                .put("position", choices.size()));
        return Json.object()
                .put("id", field.id())
                .put("name", field.name())
                .put("label", field.label())
                .put("type", field.type())
                .put("default", isDefault)
                .put("required", field.required())
                .put("visible", field.visible())
                .put("position", position)
                .putNull("quick_add_position")
                .put("base_model", type.model())
                .put("actionable", !field.readOnly())
                .put("multiple", field.multiple())
                .putNull("auto_suggest_url")
                .set("choices", choices);
    }
}
