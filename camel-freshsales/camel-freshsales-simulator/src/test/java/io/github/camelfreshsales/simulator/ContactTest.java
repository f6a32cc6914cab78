// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelfreshsales.simulator.Client.Reply;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContactTest {

    @RegisterExtension
    static final FreshsalesSimulatorExtension FRESHSALES = new FreshsalesSimulatorExtension();

    private final FreshsalesSimulator simulator = FRESHSALES.simulator();
    private final Client client = Client.of(simulator);

    @Test
    void contactHasAllItsKeysInOrder() {
        Reply reply = client.post("contacts", "{'contact':{'first_name':'Lee','last_name':'Moss'}}");

        JsonNode contact = reply.json().get("contact");
        assertThat(contact.fieldNames())
                .toIterable()
                .containsExactly(
                        ("id first_name last_name display_name avatar job_title city state zipcode country email emails"
                                        + " time_zone work_number mobile_number address last_seen lead_score last_contacted"
                                        + " open_deals_amount won_deals_amount open_deals_count won_deals_count links"
                                        + " custom_field created_at updated_at keyword medium last_contacted_mode recent_note"
                                        + " last_contacted_via_sales_activity last_contacted_sales_activity_mode"
                                        + " completed_sales_sequences active_sales_sequences web_form_ids last_assigned_at"
                                        + " tags facebook twitter linkedin is_deleted team_user_ids external_id work_email"
                                        + " subscription_status subscription_types customer_fit record_type_id"
                                        + " whatsapp_subscription_status sms_subscription_status last_seen_chat"
                                        + " first_seen_chat locale total_sessions phone_numbers")
                                .split(" "));
        assertThat(contact.get("display_name").asText()).isEqualTo("Lee Moss");
        assertThat(contact.get("record_type_id").isTextual()).isTrue();
        assertThat(contact.get("job_title").isNull()).isTrue();
        assertThat(contact.at("/links/notes").asText())
                .isEqualTo("/crm/sales/contacts/" + reply.id("contact") + "/notes?include=creater");
        assertThat(contact.at("/links/timeline_feeds").asText()).endsWith("/timeline_feeds");
        assertThat(contact.at("/links/conversations").asText()).contains("/conversations/all?include=");
    }

    @Test
    void addressNamesAContactWithoutAName() {
        Reply reply = client.post("contacts", "{'contact':{'email':'lee@example.test'}}");

        assertThat(reply.json().at("/contact/display_name").asText()).isEqualTo("lee@example.test");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'email':'lee@example.test'",
                "'emails':'lee@example.test'",
                "'emails':['lee@example.test']",
                "'emails':[{'value':'lee@example.test'}]",
                "'emails':[{'value':'lee@example.test','is_primary':true,'label':null}]",
                "'email':'lee@example.test','emails':['LEE@example.test']"
            })
    void addressIsTakenInEveryFormAndThenTaken(String form) {
        Reply first = client.post("contacts", "{'contact':{" + form + "}}");
        Reply second = client.post("contacts", "{'contact':{'emails':['other@example.test','Lee@Example.test']}}");

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.json().at("/contact/email").asText()).isEqualToIgnoringCase("lee@example.test");
        assertThat(first.json().at("/contact/emails")).hasSize(1);
        JsonNode address = first.json().at("/contact/emails/0");
        assertThat(address.fieldNames()).toIterable().containsExactly("id", "value", "is_primary", "label", "_destroy");
        assertThat(address.get("is_primary").asBoolean()).isTrue();
        assertThat(second.status()).isEqualTo(400);
        assertThat(second.text())
                .isEqualTo("{\"errors\":{\"code\":400,\"message\":[\"Email has already been taken\"]}}");
        assertThat(simulator.count("contacts")).isOne();
    }

    @Test
    void updatedAddressesAreMergedAndDestroyedOnesGo() {
        long id = client.post("contacts", "{'contact':{'emails':['a@x.test','b@x.test']}}")
                .id("contact");

        client.put(
                "contacts/" + id,
                "{'contact':{'emails':[{'value':'c@x.test','is_primary':true},{'value':'a@x.test','_destroy':true}]}}");

        assertThat(addresses(id)).containsExactly("b@x.test", "c@x.test");
        assertThat(simulator.record("contacts", id)).containsEntry("email", "c@x.test");
        assertThat(client.post("contacts", "{'contact':{'email':'a@x.test'}}").status())
                .isEqualTo(201);
    }

    @Test
    void emailReplacesThePrimaryAddress() {
        long id = client.post("contacts", "{'contact':{'emails':['a@x.test','b@x.test']}}")
                .id("contact");

        client.put("contacts/" + id, "{'contact':{'email':'z@x.test'}}");

        assertThat(addresses(id)).containsExactly("z@x.test", "b@x.test");
        assertThat(simulator.record("contacts", id)).containsEntry("email", "z@x.test");
    }

    @Test
    void takenAddressIsRefusedOnUpdateAndChangesNothing() {
        client.post("contacts", "{'contact':{'email':'a@x.test'}}");
        long id = client.post("contacts", "{'contact':{'email':'b@x.test'}}").id("contact");

        Reply refused = client.put("contacts/" + id, "{'contact':{'emails':['a@x.test'],'city':'Oslo'}}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(simulator.record("contacts", id)).containsEntry("city", null).containsEntry("email", "b@x.test");
        assertThat(client.put("contacts/" + id, "{'contact':{'emails':['b@x.test']}}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void addressIsFreeAgainAfterDelete() {
        long id = client.post("contacts", "{'contact':{'email':'a@x.test'}}").id("contact");
        client.delete("contacts/" + id);

        assertThat(client.post("contacts", "{'contact':{'email':'a@x.test'}}").status())
                .isEqualTo(201);
    }

    @Test
    void customFieldsAreMergedAndClearedByNull() {
        long id = client.post(
                        "contacts",
                        "{'contact':{'last_name':'Moss','custom_field':{'cf_region':'North','cf_size':1.50,'cf_many':['a','b']}}}")
                .id("contact");

        Reply updated = client.put(
                "contacts/" + id, "{'contact':{'custom_field':{'cf_region':null,'cf_new':12345678901234567890.10}}}");

        assertThat(updated.text())
                .contains("\"custom_field\":{\"cf_size\":1.50,\"cf_many\":\"a;b\",\"cf_new\":12345678901234567890.10}");
    }

    @Test
    void customFieldsAtTheTopAreUnknownAttributes() {
        Reply reply = client.post("contacts", "{'contact':{'last_name':'Moss','cf_region':'North'}}");

        assertThat(reply.json().at("/contact/custom_field")).isEmpty();
    }

    @Test
    void choiceThatDoesNotExistIsIgnored() {
        simulator.customField("contacts", "cf_region", "Region", "dropdown", "North", "South");

        Reply reply = client.post("contacts", "{'contact':{'last_name':'Moss','custom_field':{'cf_region':'Mars'}}}");

        assertThat(reply.json().at("/contact/custom_field").toString()).isEqualTo("{\"cf_region\":null}");
        Reply good =
                client.put("contacts/" + reply.id("contact"), "{'contact':{'custom_field':{'cf_region':'South'}}}");
        assertThat(good.json().at("/contact/custom_field/cf_region").asText()).isEqualTo("South");
    }

    @Test
    void contactStatusIsIgnoredUnlessUpdatedWithItsInclude() {
        long status = simulator.selectorId("contact_statuses", "Won");
        String body = "{'contact':{'last_name':'Moss','contact_status_id':" + status + "}}";

        long id = client.post("contacts", body).id("contact");
        assertThat(simulator.record("contacts", id)).containsEntry("contact_status_id", null);

        client.put("contacts/" + id, body);
        assertThat(simulator.record("contacts", id)).containsEntry("contact_status_id", null);

        Reply included = client.put("contacts/" + id + "?include=contact_status", body);
        assertThat(included.json().at("/contact/contact_status_id").asLong()).isEqualTo(status);
        assertThat(included.json().at("/contact_status/0/name").asText()).isEqualTo("Won");
    }

    @Test
    void contactStatusIsTakenBehindTheSwitch() {
        simulator.turnOn(Switch.ACCEPT_CONTACT_STATUS);

        long id = client.post("contacts", "{'contact':{'last_name':'Moss','contact_status_id':5}}")
                .id("contact");

        assertThat(simulator.record("contacts", id)).containsEntry("contact_status_id", 5L);
    }

    @Test
    void customFieldsAreIgnoredOnCreateBehindTheSwitch() {
        simulator.turnOn(Switch.IGNORE_CUSTOM_FIELDS_ON_CREATE);

        long id = client.post("contacts", "{'contact':{'last_name':'Moss','custom_field':{'cf_region':'North'}}}")
                .id("contact");

        assertThat(simulator.record("contacts", id)).containsEntry("custom_field", Map.of());
    }

    @Test
    void foreignKeysAreHiddenUnlessIncludedOrSwitchedOn() {
        long owner = simulator.selectorId("owners", "Ben Okafor");
        long id = client.post("contacts", "{'contact':{'last_name':'Moss','owner_id':'" + owner + "'}}")
                .id("contact");

        assertThat(client.get("contacts/" + id).json().get("contact").has("owner_id"))
                .isFalse();
        Reply included = client.get("contacts/" + id + "?include=owner,lifecycle_stage");
        assertThat(included.json().at("/contact/owner_id").asLong()).isEqualTo(owner);
        assertThat(included.json().at("/contact/lifecycle_stage_id").isNull()).isTrue();
        assertThat(included.json().at("/users/0/display_name").asText()).isEqualTo("Ben Okafor");
        assertThat(included.json().fieldNames()).toIterable().containsExactly("contact", "users", "lifecycle_stages");

        simulator.turnOn(Switch.SHOW_FOREIGN_KEYS);
        assertThat(client.get("contacts/" + id).json().at("/contact/owner_id").asLong())
                .isEqualTo(owner);
    }

    @Test
    void accountsAreReplacedAndShownInsideTheContact() {
        long acme = simulator.seed("sales_accounts", Map.of("name", "Acme"));
        long bolt = simulator.seed("sales_accounts", Map.of("name", "Bolt"));
        long id = client.post("contacts", "{'contact':{'last_name':'Moss','sales_accounts':[{'id':" + acme + "}]}}")
                .id("contact");

        Reply reply = client.put(
                "contacts/" + id + "?include=sales_accounts",
                "{'contact':{'sales_accounts':[{'id':" + bolt + ",'is_primary':true}]}}");

        assertThat(reply.json().fieldNames()).toIterable().containsExactly("contact");
        JsonNode accounts = reply.json().at("/contact/sales_accounts");
        assertThat(accounts.toString())
                .isEqualTo("[{\"partial\":true,\"id\":" + bolt
                        + ",\"name\":\"Bolt\",\"avatar\":null,\"website\":null,\"last_contacted\":null,"
                        + "\"record_type_id\":\"71000000002\",\"is_primary\":true}]");
        assertThat(client.get("contacts/" + id).json().get("contact").has("sales_accounts"))
                .isFalse();
    }

    @Test
    void tagsAreReplaced() {
        long id = client.post("contacts", "{'contact':{'last_name':'Moss','tags':['a','b']}}")
                .id("contact");

        Reply reply = client.put("contacts/" + id, "{'contact':{'tags':['c']}}");

        assertThat(reply.json().at("/contact/tags").toString()).isEqualTo("[\"c\"]");
    }

    @Test
    void valuesAreTakenLeniently() {
        Reply reply = client.post(
                "contacts",
                "{'contact':{'last_name':7,'city':'','mobile_number':5550101,'subscription_types':[2,3],"
                        + "'subscription_status':[1],'description':'not an attribute','is_deleted':true}}");

        JsonNode contact = reply.json().get("contact");
        assertThat(contact.get("last_name").asText()).isEqualTo("7");
        assertThat(contact.get("city").isNull()).isTrue();
        assertThat(contact.get("mobile_number").isTextual()).isTrue();
        assertThat(contact.get("subscription_types").asText()).isEqualTo("2;3");
        assertThat(contact.get("subscription_status").isNumber()).isTrue();
        assertThat(contact.has("description")).isFalse();
        assertThat(contact.get("is_deleted").asBoolean()).isFalse();
    }

    @Test
    void contactWithoutAnyAttributeIsRefused() {
        assertThat(client.post("contacts", "{'contact':{'nonsense':1}}").status())
                .isEqualTo(400);
        assertThat(client.post("contacts", "").status()).isEqualTo(400);
    }

    private List<Object> addresses(long id) {
        List<?> emails = (List<?>) simulator.record("contacts", id).get("emails");
        return emails.stream()
                .<Object>map(one -> ((Map<?, ?>) one).get("value"))
                .toList();
    }
}
