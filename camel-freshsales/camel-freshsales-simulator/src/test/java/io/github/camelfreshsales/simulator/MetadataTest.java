// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelfreshsales.simulator.Client.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetadataTest {

    @RegisterExtension
    static final FreshsalesSimulatorExtension FRESHSALES =
            new FreshsalesSimulatorExtension(FreshsalesSimulator.builder().customModules("cm_project"));

    private final FreshsalesSimulator simulator = FRESHSALES.simulator();
    private final Client client = Client.of(simulator);

    @ParameterizedTest
    @CsvSource({
        "owners,users,id display_name email is_active work_number mobile_number",
        "territories,territories,id name position",
        "deal_stages,deal_stages,id name position forecast_type probability choice_type deal_pipeline_id updated_at",
        "deal_pipelines,deal_pipelines,id name position is_default rotting_days aggregated_field configs deal_stages",
        "deal_reasons,deal_reasons,id name position",
        "deal_types,deal_types,id name position",
        "deal_products,deal_products,id name position",
        "deal_payment_statuses,deal_payment_statuses,id name position",
        "currencies,currencies,id currency_code exchange_rate currency_type is_active partial schedule_info",
        "lead_sources,lead_sources,id name position",
        "industry_types,industry_types,id name position",
        "business_types,business_types,id name position",
        "campaigns,campaigns,id name position",
        "contact_statuses,contact_statuses,id name position forecast_type lifecycle_stage_id partial",
        "lifecycle_stages,lifecycle_stages,id name position disabled default type contact_status_ids",
        "sales_activity_types,sales_activity_types,id name internal_name show_in_conversation position is_default is_checkedin partial",
        "sales_activity_outcomes,sales_activity_outcomes,id name sales_activity_type_id position",
        "sales_activity_entity_types,sales_activity_entity_types,id name sales_activity_type_id sales_activity_type_name position",
        "designations,designations,id name position"
    })
    void selectorHasItsKeyAndItems(String name, String key, String itemKeys) {
        Reply reply = client.get("selector/" + name + "?per_page=100&page=1");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().fieldNames()).toIterable().containsExactly(key);
        assertThat(reply.json().get(key))
                .isNotEmpty()
                .allSatisfy(item -> assertThat(item.fieldNames()).toIterable().containsExactly(itemKeys.split(" ")));
    }

    @Test
    void selectorsPointToEachOther() {
        long pipeline = simulator.selectorId("deal_pipelines", "Renewals");
        long meeting = simulator.selectorId("sales_activity_types", "Meeting");

        JsonNode stages = client.get("selector/deal_pipelines/" + pipeline + "/deal_stages")
                .json();
        JsonNode outcomes = client.get("selector/sales_activity_types/" + meeting + "/sales_activity_outcomes")
                .json();
        JsonNode lead = client.get("selector/lifecycle_stages").json().at("/lifecycle_stages/0");

        assertThat(stages.get("deal_stages")).hasSize(3).allSatisfy(stage -> assertThat(
                        stage.get("deal_pipeline_id").asLong())
                .isEqualTo(pipeline));
        assertThat(outcomes.get("sales_activity_outcomes")).hasSize(2);
        assertThat(lead.at("/contact_status_ids/0").asLong())
                .isEqualTo(simulator.selectorId("contact_statuses", "New"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"selector/nonsense", "selector/lead_stages"})
    void unknownSelectorIsNotFound(String path) {
        assertThat(client.get(path).status()).isEqualTo(404);
    }

    @Test
    void classicHasLeadSelectors() {
        try (FreshsalesSimulator classic =
                FreshsalesSimulator.builder().classic(true).start()) {
            assertThat(Client.of(classic).get("selector/lead_stages").status()).isEqualTo(200);
            assertThat(Client.of(classic).get("settings/leads/fields").status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"contacts", "sales_accounts", "deals", "sales_activities"})
    void fieldsTellAboutAttributesAndCustomFields(String resource) {
        simulator.customField(resource, "cf_region", "Region", "dropdown", "North", "South");

        JsonNode fields = client.get("settings/" + resource + "/fields").json().get("fields");

        assertThat(fields).allSatisfy(field -> assertThat(field.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "id",
                        "name",
                        "label",
                        "type",
                        "default",
                        "required",
                        "visible",
                        "position",
                        "quick_add_position",
                        "base_model",
                        "actionable",
                        "multiple",
                        "auto_suggest_url",
                        "choices"));
        JsonNode custom = fields.get(fields.size() - 1);
        assertThat(custom.get("name").asText()).isEqualTo("cf_region");
        assertThat(custom.get("default").asBoolean()).isFalse();
        assertThat(custom.at("/choices/1/value").asText()).isEqualTo("South");
        assertThat(custom.at("/choices/1/position").asInt()).isEqualTo(2);
    }

    @Test
    void fieldsComeInGroupsWhenIncluded() {
        JsonNode groups =
                client.get("settings/deals/fields?include=field_group").json().get("fields");

        assertThat(groups)
                .allSatisfy(group -> assertThat(group.get("type").asText()).isEqualTo("group_field"));
        assertThat(groups.at("/0/fields/0/name").asText()).isEqualTo("name");
        assertThat(groups.at("/0/fields/0/required").asBoolean()).isTrue();
    }

    @Test
    void formOfACustomModuleGetsNewFields() {
        JsonNode form = client.get("settings/cm_project/forms").json().at("/forms/0");

        Reply added = client.post(
                "settings/cm_project/forms/" + form.get("id") + "/fields",
                "{'label':'Start day','field_type':3,'required':true}");

        assertThat(added.json().at("/field/name").asText()).isEqualTo("cf_start_day");
        assertThat(added.json().at("/field/type").asText()).isEqualTo("date");
        JsonNode fields = client.get("settings/cm_project/forms").json().at("/forms/0/fields/0/fields");
        assertThat(fields)
                .extracting(field -> field.get("name").asText())
                .contains("name", "cf_start_day")
                .doesNotContain("custom_field");
        assertThat(client.post("settings/cm_project/forms/1/fields", "{'label':'x','field_type':1}")
                        .status())
                .isEqualTo(404);
        assertThat(client.post("settings/cm_project/forms/" + form.get("id") + "/fields", "{'label':'x'}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void modulesCanBeDefinedChangedAndDeleted() {
        Reply created = client.post(
                "settings/module_customizations",
                "{'module_customization':{'entity_name':'ship','singular_name':'Ship','plural_name':'Ships','icon':'boat'}}");
        String path = "settings/module_customizations/" + created.id("module_customization");

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.json().at("/module_customization/entity_name").asText())
                .isEqualTo("cm_ship");
        assertThat(client.get("settings/module_customizations").json().get("module_customizations"))
                .extracting(module -> module.get("entity_name").asText())
                .containsExactly("contact", "sales_account", "deal", "cm_project", "cm_ship");
        assertThat(client.get("custom_module/cm_ship/filters")
                        .json()
                        .at("/filters/0/name")
                        .asText())
                .isEqualTo("All Ships");
        assertThat(client.put(path, "{'module_customization':{'plural_name':'Fleet'}}")
                        .json()
                        .at("/module_customization/plural_name")
                        .asText())
                .isEqualTo("Fleet");
        assertThat(client.delete(path).json().get("message").isTextual()).isTrue();
        assertThat(client.get(path).status()).isEqualTo(404);
        assertThat(client.post("settings/module_customizations", "{'module_customization':{}}")
                        .status())
                .isEqualTo(400);
    }
}
