// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelfreshsales.simulator.store.FieldDefinition;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an administrator sets up, and what the service drops without a word because of it. */
class FieldsTest {

    @RegisterExtension
    static final FreshsalesSimulatorExtension FRESHSALES = new FreshsalesSimulatorExtension(
            FreshsalesSimulator.builder().requires("contacts", "mobile_number").customModules("cm_project"));

    private final FreshsalesSimulator simulator = FRESHSALES.simulator();
    private final Client client = Client.of(simulator);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "-",
            value = {
                "dropdown|'North'|'North'",
                "dropdown|'Nord'|-",
                "dropdown|'north'|-",
                "dropdown|7|-",
                "dropdown|['North']|-",
                "radio|'South'|'South'",
                "radio|'x'|-",
                "multi_select_dropdown|['North','South']|'North;South'",
                "multi_select_dropdown|'North;South'|'North;South'",
                "multi_select_dropdown|['North','x',null]|'North'",
                "multi_select_dropdown|['x']|-"
            })
    void dropDownTakesTheTextOfAChoiceAndIgnoresTheRest(String type, String sent, String stored) {
        simulator.defineField(
                "contacts", FieldDefinition.of("cf_region", "Region", type).withChoices("North", "South"));

        assertThat(storedCustomField("cf_region", sent)).isEqualTo(stored);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "-",
            value = {
                "number|7|7",
                "number|'7.5'|7.5",
                "number|'seven'|-",
                "date|'2024-03-05'|'2024-03-05'",
                "date|'soon'|-",
                "date|7|-",
                "checkbox|true|true",
                "checkbox|'maybe'|-",
                "text|'x'|'x'",
                "text|{'a':1}|-",
                "text|['x']|-",
                "textarea|'x'|'x'"
            })
    void valueOfTheWrongKindIsIgnored(String type, String sent, String stored) {
        simulator.defineField("contacts", FieldDefinition.of("cf_value", "Value", type));

        assertThat(storedCustomField("cf_value", sent)).isEqualTo(stored);
    }

    @Test
    void ignoredValueLeavesTheOldOneAndNullClearsIt() {
        simulator.customField("contacts", "cf_region", "Region", "dropdown", "North", "South");
        long id =
                simulator.seed("contacts", Map.of("mobile_number", "1", "custom_field", Map.of("cf_region", "South")));

        client.put("contacts/" + id, "{'contact':{'custom_field':{'cf_region':'Nowhere'}}}");
        assertThat(simulator.record("contacts", id).get("custom_field")).isEqualTo(Map.of("cf_region", "South"));
        client.put("contacts/" + id, "{'contact':{'custom_field':{'cf_region':null}}}");

        assertThat(simulator.record("contacts", id).get("custom_field").toString())
                .isEqualTo("{cf_region=null}");
    }

    @Test
    void hiddenAndReadOnlyFieldsIgnoreWhatIsWritten() {
        simulator
                .defineField("contacts", FieldDefinition.of("cf_a", "A", "text").asHidden())
                .defineField("contacts", FieldDefinition.of("cf_b", "B", "text").asReadOnly())
                .changeField("contacts", "lead_source_id", FieldDefinition::asHidden)
                .changeField("contacts", "city", FieldDefinition::asReadOnly);
        long source = simulator.selectorId("lead_sources", "Web");

        long id = client.post(
                        "contacts",
                        "{'contact':{'mobile_number':'1','city':'Oslo','lead_source_id':" + source
                                + ",'custom_field':{'cf_a':'x','cf_b':'y'}}}")
                .id("contact");

        assertThat(simulator.record("contacts", id))
                .containsEntry("city", null)
                .containsEntry("lead_source_id", null)
                .containsEntry("mobile_number", "1");
        assertThat(simulator.record("contacts", id).get("custom_field").toString())
                .isEqualTo("{cf_a=null, cf_b=null}");
        assertThat(field("contacts", "lead_source_id").get("visible").asBoolean())
                .isFalse();
        assertThat(field("contacts", "city").get("actionable").asBoolean()).isFalse();
        assertThat(field("contacts", "cf_a").get("visible").asBoolean()).isFalse();
        assertThat(field("contacts", "cf_b").get("actionable").asBoolean()).isFalse();
    }

    @Test
    void requiredFieldsMustBeThere() {
        simulator
                .defineField("contacts", FieldDefinition.of("cf_a", "A", "text").asRequired())
                .changeField("contacts", "job_title", FieldDefinition::asRequired);

        JsonNode refusal =
                client.post("contacts", "{'contact':{'last_name':'Moss'}}").json();
        int complete = client.post(
                        "contacts", "{'contact':{'mobile_number':'1','job_title':'CTO','custom_field':{'cf_a':'x'}}}")
                .status();

        assertThat(refusal.at("/errors/message").toString())
                .isEqualTo("[\"Need to fill this Mobile number\",\"Need to fill this Cf a\","
                        + "\"Need to fill this Job title\"]");
        assertThat(complete).isEqualTo(201);
        for (String name : List.of("mobile_number", "job_title", "cf_a")) {
            assertThat(field("contacts", name).get("required").asBoolean()).isTrue();
        }
    }

    @Test
    void whatTheServiceWritesItselfIsReadOnly() {
        for (String name : List.of("created_at", "updated_at", "updater_id", "open_deals_amount")) {
            assertThat(field("contacts", name).get("actionable").asBoolean())
                    .as(name)
                    .isFalse();
        }
        assertThat(field("contacts", "last_name").get("actionable").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "contacts, owner_id, owners",
        "contacts, lead_source_id, lead_sources",
        "contacts, contact_status_id, contact_statuses",
        "contacts, lifecycle_stage_id, lifecycle_stages",
        "contacts, territory_id, territories",
        "sales_accounts, industry_type_id, industry_types",
        "sales_accounts, business_type_id, business_types",
        "deals, deal_stage_id, deal_stages",
        "deals, deal_pipeline_id, deal_pipelines",
        "deals, currency_id, currencies",
        "sales_activities, sales_activity_type_id, sales_activity_types",
        "sales_activities, sales_activity_outcome_id, sales_activity_outcomes"
    })
    void referencesHaveTheItemsOfTheirSelectorAsChoices(String resource, String name, String selector) {
        JsonNode items = client.get("selector/" + selector).json().elements().next();

        JsonNode field = field(resource, name);

        assertThat(field.get("type").asText()).isEqualTo("dropdown");
        assertThat(ids(field.get("choices"))).isEqualTo(ids(items));
    }

    @Test
    void customModuleHasFieldsLikeTheOthers() {
        simulator.defineField(
                "cm_project",
                FieldDefinition.of("cf_size", "Size", "dropdown")
                        .withChoices("S", "L")
                        .asRequired());

        JsonNode fields = client.get("settings/cm_project/forms").json().at("/forms/0/fields/0/fields");

        JsonNode size = fields.get(fields.size() - 1);
        assertThat(size.at("/choices/1/value").asText()).isEqualTo("L");
        assertThat(client.post("custom_module/cm_project", "{'cm_project':{'name':'Bridge'}}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void administratorAddsUsersStagesAndChoices() {
        long user = simulator.addUser("Noor Haddad", "noor@example.test");
        long pipeline = simulator.addPipeline("Partners", "New", "Won");
        long stage = simulator.addDealStage("Partners", "Pilot", 60);
        long status = simulator.addContactStatus("Customer", "Paused");
        long source = simulator.addSelectorItem("lead_sources", "Radio");
        long outcome = simulator.addSelectorItem(
                "sales_activity_outcomes",
                Map.of(
                        "name",
                        "Postponed",
                        "sales_activity_type_id",
                        simulator.selectorId("sales_activity_types", "Chat")));
        simulator.removeSelectorItem("lead_sources", "Blog");

        assertThat(client.get("selector/owners")
                        .json()
                        .at("/users/5/display_name")
                        .asText())
                .isEqualTo("Noor Haddad");
        assertThat(ids(client.get("selector/owners").json().get("users"))).contains(user);
        assertThat(client.get("selector/deal_pipelines/" + pipeline + "/deal_stages")
                        .json()
                        .get("deal_stages"))
                .extracting(one -> one.get("name").asText(), one -> one.get("position")
                        .asInt())
                .containsExactly(tuple("New", 1), tuple("Won", 2), tuple("Pilot", 3));
        assertThat(simulator.selectorId("deal_stages", "Pilot")).isEqualTo(stage);
        assertThat(client.get("selector/lifecycle_stages").json().findValues("contact_status_ids"))
                .anySatisfy(ids -> assertThat(ids.toString()).contains("" + status));
        assertThat(ids(field("contacts", "lead_source_id").get("choices"))).contains(source);
        assertThat(client.get("selector/sales_activity_outcomes").text())
                .contains("" + outcome)
                .contains("Postponed");
        assertThatThrownBy(() -> simulator.selectorId("lead_sources", "Blog"))
                .isInstanceOf(NoSuchElementException.class);
        simulator.reset();
        assertThat(simulator.selectorId("lead_sources", "Blog")).isPositive();
    }

    @Test
    void statusBringsItsLifecycleStage() {
        simulator.turnOn(Switch.ACCEPT_CONTACT_STATUS);
        long won = simulator.selectorId("contact_statuses", "Won");

        long id = client.post("contacts", "{'contact':{'mobile_number':'1','contact_status_id':" + won + "}}")
                .id("contact");

        assertThat(simulator.record("contacts", id))
                .containsEntry("lifecycle_stage_id", simulator.selectorId("lifecycle_stages", "Customer"));
    }

    @Test
    void otherPipelineBringsItsFirstStage() {
        long id = client.post("deals", "{'deal':{'name':'Pump order'}}").id("deal");
        long renewals = simulator.selectorId("deal_pipelines", "Renewals");

        client.put("deals/" + id, "{'deal':{'deal_pipeline_id':" + renewals + "}}");

        assertThat(simulator.record("deals", id))
                .containsEntry("deal_pipeline_id", renewals)
                .containsEntry("deal_stage_id", simulator.selectorId("deal_stages", "Due"))
                .containsEntry("probability", 80L);
    }

    @Test
    void switchesDropWhatIsNotKnown() {
        simulator.turnOn(
                Switch.DROP_UNDEFINED_CUSTOM_FIELDS, Switch.DROP_UNKNOWN_REFERENCES, Switch.DESCRIPTION_LOSES_THE_REST);

        long id = client.post(
                        "contacts",
                        "{'contact':{'mobile_number':'1','owner_id':5,'custom_field':{'cf_x':'y'},"
                                + "'description':'?','city':'Oslo'}}")
                .id("contact");

        assertThat(simulator.record("contacts", id))
                .containsEntry("owner_id", null)
                .containsEntry("city", null)
                .containsEntry("custom_field", Map.of());
    }

    private String storedCustomField(String name, String sent) {
        long id = client.post(
                        "contacts", "{'contact':{'mobile_number':'1','custom_field':{'" + name + "':" + sent + "}}}")
                .id("contact");
        JsonNode stored = client.get("contacts/" + id).json().at("/contact/custom_field/" + name);
        return stored.isNull() ? null : stored.toString().replace('"', '\'');
    }

    private JsonNode field(String resource, String name) {
        JsonNode fields = client.get("settings/" + resource + "/fields").json().get("fields");
        return StreamSupport.stream(fields.spliterator(), false)
                .filter(field -> field.get("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<Long> ids(JsonNode items) {
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> item.get("id").asLong())
                .toList();
    }
}
