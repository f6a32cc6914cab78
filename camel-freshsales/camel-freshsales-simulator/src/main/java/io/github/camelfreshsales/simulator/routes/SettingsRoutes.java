package io.github.camelfreshsales.simulator.routes;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelfreshsales.simulator.store.Attribute;
import io.github.camelfreshsales.simulator.store.CrmAccount;
import io.github.camelfreshsales.simulator.store.CustomFields;
import io.github.camelfreshsales.simulator.store.Kind;
import io.github.camelfreshsales.simulator.store.ResourceType;
import io.github.camelfreshsales.simulator.web.Answer;
import io.github.camelfreshsales.simulator.web.ApiError;
import io.github.camelfreshsales.simulator.web.Call;
import io.github.camelfreshsales.simulator.web.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Metadata of fields: the attributes of a resource and the custom fields that were defined for it. */
final class SettingsRoutes {

    private static final Map<Kind, String> TYPES = Map.of(
            Kind.NUMBER,
            "number",
            Kind.MONEY,
            "number",
            Kind.ID,
            "dropdown",
            Kind.BOOLEAN,
            "checkbox",
            Kind.TIME,
            "date",
            Kind.TAGS,
            "auto_complete",
            Kind.CHOICES,
            "multi_select_dropdown");

    /** Numbers of {@code field_type} when a form gets a new field; the vendor's own numbers are not known. */
    private static final Map<Integer, String> TYPES_BY_NUMBER =
            Map.of(1, "text", 2, "number", 3, "date", 4, "dropdown", 5, "checkbox", 6, "radio");

    private final CrmAccount account;

    SettingsRoutes(CrmAccount account) {
        this.account = account;
    }

    Answer fields(ResourceType type, Call call) {
        ObjectNode answer = Json.object();
        if (call.request().include().contains("field_group")) {
            ArrayNode groups = answer.putArray("fields");
            addGroup(groups, type, 1, "basic_information", "Basic information", builtIn(type));
            addGroup(groups, type, 2, "custom_fields", "Custom fields", custom(type));
        } else {
            ArrayNode all = answer.putArray("fields");
            builtIn(type).forEach(all::add);
            custom(type).forEach(all::add);
        }
        return Answer.ok(answer);
    }

    /** A custom module has one form with one group. */
    Answer forms(Call call) {
        ResourceType type = module(call);
        ArrayNode fields = Json.array();
        builtIn(type).forEach(fields::add);
        custom(type).forEach(fields::add);
        ObjectNode group = Json.object().put("id", formId(type) + 1).put("name", "basic_information");
        group.set("fields", fields);
        ObjectNode form = Json.object().put("id", formId(type)).put("name", type.name());
        form.putArray("fields").add(group);
        ObjectNode answer = Json.object();
        answer.putArray("forms").add(form);
        return Answer.ok(answer);
    }

    Answer addField(Call call) {
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
        CustomFields.Field field = account.customFields()
                .define(type.name(), name, label, kind, sent.path("required").asBoolean());
        return Answer.json(201, Json.object().set("field", node(type, field, 1)));
    }

    private ResourceType module(Call call) {
        return account.type(call.variable("entity")).orElseThrow(ApiError::notFound);
    }

    private long formId(ResourceType type) {
        return account.settings().firstId()
                + 30_000_000
                + 2L * Math.floorMod(type.name().hashCode(), 1_000_000);
    }

    private void addGroup(
            ArrayNode groups, ResourceType type, int position, String name, String label, List<ObjectNode> fields) {
        ObjectNode group = field(position, name, label, "group_field", true, type);
        ArrayNode members = group.putArray("fields");
        fields.forEach(members::add);
        groups.add(group);
    }

    private List<ObjectNode> builtIn(ResourceType type) {
        List<ObjectNode> fields = new ArrayList<>();
        for (Attribute attribute : type.attributes().values()) {
            boolean isField = attribute.writable()
                    && attribute.include() != null
                    && !attribute.name().equals("custom_field");
            if (isField) {
                String label = attribute.name().replaceFirst("_id$", "").replace('_', ' ');
                ObjectNode field = field(
                        fields.size() + 1,
                        attribute.name(),
                        Character.toUpperCase(label.charAt(0)) + label.substring(1),
                        TYPES.getOrDefault(attribute.kind(), "text"),
                        true,
                        type);
                field.put("required", type.required().contains(attribute.name()));
                fields.add(field);
            }
        }
        return fields;
    }

    private List<ObjectNode> custom(ResourceType type) {
        List<ObjectNode> fields = new ArrayList<>();
        account.customFields().of(type.name()).forEach(field -> fields.add(node(type, field, fields.size() + 1)));
        return fields;
    }

    private ObjectNode node(ResourceType type, CustomFields.Field field, int position) {
        ObjectNode node = field(position, field.name(), field.label(), field.type(), false, type);
        node.put("id", field.id()).put("required", field.required());
        ArrayNode choices = node.putArray("choices");
        field.choices().forEach(choice -> choices.addObject()
                .put("id", choice.id())
                .put("value", choice.value())
                .put("position", choices.size()));
        return node;
    }

    private ObjectNode field(
            int position, String name, String label, String kind, boolean isDefault, ResourceType type) {
        return Json.object()
                .put("id", account.settings().firstId() + 500_000 + Math.floorMod(name.hashCode(), 400_000))
                .put("name", name)
                .put("label", label)
                .put("type", kind)
                .put("default", isDefault)
                .put("required", false)
                .put("visible", true)
                .put("position", position)
                .putNull("quick_add_position")
                .put("base_model", type.model())
                .put("actionable", true)
                .put("multiple", kind.startsWith("multi"))
                .putNull("auto_suggest_url")
                .set("choices", Json.array());
    }
}
