// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A null, wherever it stands, is no value, and never the word "null". */
class NullsTest {

    @RegisterExtension
    static final FreshsalesSimulatorExtension FRESHSALES = new FreshsalesSimulatorExtension();

    private final FreshsalesSimulator simulator = FRESHSALES.simulator();
    private final Client client = Client.of(simulator);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "[]",
                "[null]",
                "[null,null]",
                "[{'value':null}]",
                "[{'value':null,'is_primary':true}]",
                "[{'value':''}]",
                "[{}]",
                "{}",
                "''",
                "[' ']",
                "7",
                "[7,true]",
                "[[['lee@example.test']]]",
                "[{'value':{'value':'lee@example.test'}}]",
                "[{'id':null,'value':null,'_destroy':null}]"
            })
    void withoutAnAddressAContactHasNone(String emails) {
        String body = "{'contact':{'last_name':'Moss','emails':" + emails + "}}";

        JsonNode first = client.post("contacts", body).json().path("contact");
        int second = client.post("contacts", body).status();

        assertThat(first.get("email").isNull()).isTrue();
        assertThat(first.get("emails")).isEmpty();
        assertThat(second).isEqualTo(201);
    }

    @Test
    void nullsBesideAnAddressDoNoHarm() {
        String body = "{'contact':{'email':null,'emails':[null,{'value':null},'lee@example.test'],'last_name':null}}";

        assertThat(client.post("contacts", body).json().at("/contact/email").asText())
                .isEqualTo("lee@example.test");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "phone_numbers|[null,{'value':'5550100'}]|[{'value':'5550100'}]",
                "phone_numbers|null|[]",
                "tags|[null,'','new',7]|['new','7']",
                "tags|[{'name':null},['x']]|[]",
                "tags|null|[]",
                "subscription_types|[null,2,'3']|'2;3'",
                "sales_accounts|[null,{'id':null},{'id':'x'},{}]|[]",
                "custom_field|{'cf_a':null,'cf_b':{'x':1},'cf_c':[null,'x','y']}|{'cf_c':'x;y'}",
                "custom_field|null|{}",
                "custom_field|[null]|{}",
                "mobile_number|{'value':null}|null",
                "lead_score|'high'|0",
                "last_seen|{}|null",
                "first_name|['a']|null"
            })
    void valueOfTheWrongShapeIsNoValue(String attribute, String sent, String shown) {
        long id = client.post("contacts", "{'contact':{'last_name':'Moss','" + attribute + "':" + sent + "}}")
                .id("contact");

        JsonNode contact =
                client.get("contacts/" + id + "?include=sales_accounts").json().get("contact");

        assertThat(contact.get(attribute).toString()).isEqualTo(shown.replace('\'', '"'));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'name':null}", "{'name':''}", "{'name':{}}", "{}", "null", "[null]", "7"})
    void dealOfAnAccountWithoutANameHasNone(String account) {
        assertThat(client.post("deals", "{'deal':{'name':'Pump order','sales_account':" + account + "}}")
                        .status())
                .isEqualTo(201);

        assertThat(simulator.records("sales_accounts")).isEmpty();
    }

    @Test
    void dealTakesNoNullForALink() {
        long contact = simulator.seed("contacts", Map.of("last_name", "Moss"));

        client.post(
                "deals",
                "{'deal':{'name':'Pump order','contacts_added_list':[null,'x'," + contact + "],"
                        + "'products':[null,{'id':null},{'id':5,'quantity':null,'unit_price':{}}]}}");

        Map<String, Object> deal = simulator.records("deals").get(0);
        assertThat(deal.get("contact_ids")).isEqualTo(List.of(contact));
        assertThat(deal.get("products").toString()).isEqualTo("[{id=5, quantity=1}]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'user_id':null,'designation_id':1}", "{}", "null", "7", "{'user_id':'x'}"})
    void memberOfATeamIsAUser(String member) {
        long id = simulator.seed("contacts", Map.of("last_name", "Moss"));

        assertThat(client.post("contacts/" + id + "/manage_team_members", "{'team_users':[" + member + "]}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void taskAndAppointmentTakeNoNullForAPerson() {
        client.post(
                "tasks",
                "{'task':{'title':'Call','due_date':'2024-04-01T10:00:00Z','targetable_type':'Contact',"
                        + "'targetable_id':1,'task_users_attributes':[null,{'user_id':null},{'user_id':5}]}}");
        client.post(
                "appointments",
                "{'appointment':{'title':'Visit','from_date':'2024-04-01T10:00:00Z','end_date':"
                        + "'2024-04-01T11:00:00Z','targetable_type':'Contact','targetable_id':1,"
                        + "'appointment_attendees_attributes':[null,{'attendee_id':null,'attendee_type':null}]}}");

        assertThat(simulator.records("tasks").get(0).get("user_ids")).isEqualTo(List.of(5L));
        assertThat(simulator.records("appointments").get(0).get("appointment_attendee_ids"))
                .isEqualTo(List.of());
    }
}
