// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The fields that a resource has by itself, made from its attributes. */
final class BuiltInFields {

    /** Attributes that are no fields: how a record hangs together, and what is computed for clients. */
    private static final Set<String> NO_FIELDS = Set.of(
            "id",
            "links",
            "custom_field",
            "display_name",
            "is_deleted",
            "targetables",
            "targetables_with_email",
            "targetable",
            "collaboration",
            "has_products",
            "has_connections",
            "record_type_id",
            "mcr_id",
            "age",
            "team_user_ids",
            "web_form_ids",
            "web_form_id",
            "avatar",
            "freddy_forecast_metrics",
            "deal_prediction",
            "deal_prediction_last_updated_at",
            "last_deal_prediction",
            "provider",
            "can_checkin",
            "conference_id",
            "checkedin_at");

    private static final Set<String> READ_ONLY_SPECIALS = Set.of("created_at", "updated_at");

    private static final Map<Kind, String> TYPES = Map.of(
            Kind.NUMBER, "number",
            Kind.MONEY, "number",
            Kind.ID, "dropdown",
            Kind.BOOLEAN, "checkbox",
            Kind.TIME, "date",
            Kind.TAGS, "auto_complete",
            Kind.CHOICES, "multi_select_dropdown");

    private BuiltInFields() {}

    static boolean isField(Attribute attribute) {
        boolean computed = attribute.kind() == Kind.SPECIAL
                && !attribute.writable()
                && !READ_ONLY_SPECIALS.contains(attribute.name());
        return attribute.include() != null && !computed && !NO_FIELDS.contains(attribute.name());
    }

    static FieldDefinition of(ResourceType type, Attribute attribute, CrmAccount account) {
        boolean isTime = READ_ONLY_SPECIALS.contains(attribute.name());
        String kind = isTime ? "date" : TYPES.getOrDefault(attribute.kind(), "text");
        FieldDefinition field = FieldDefinition.of(attribute.name(), label(attribute.name()), kind)
                .withId(id(attribute.name(), account))
                .withChoices(choices(attribute, account));
        boolean required = type.required().contains(attribute.name())
                || account.alsoRequired(type).contains(attribute.name());
        FieldDefinition asNeeded = required ? field.asRequired() : field;
        return attribute.writable() ? asNeeded : asNeeded.asReadOnly();
    }

    private static List<FieldDefinition.Choice> choices(Attribute attribute, CrmAccount account) {
        List<FieldDefinition.Choice> choices = new ArrayList<>();
        String selector = Selectors.REFERENCES.get(attribute.name());
        if (selector != null) {
            for (JsonNode item : account.selectors().items(selector).orElseThrow()) {
                choices.add(new FieldDefinition.Choice(item.get("id").asLong(), Selectors.nameOf(item)));
            }
        }
        return choices;
    }

    private static long id(String name, CrmAccount account) {
        return account.settings().firstId() + 500_000 + Math.floorMod(name.hashCode(), 400_000);
    }

    private static String label(String attribute) {
        String words = attribute.replaceFirst("_id$", "").replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
