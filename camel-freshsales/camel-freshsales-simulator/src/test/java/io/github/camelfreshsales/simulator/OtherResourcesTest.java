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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What only one resource does. */
class OtherResourcesTest {

    @RegisterExtension
    static final FreshsalesSimulatorExtension FRESHSALES = new FreshsalesSimulatorExtension();

    private final FreshsalesSimulator simulator = FRESHSALES.simulator();
    private final Client client = Client.of(simulator);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "sales_accounts|{'sales_account':{'name':' '}}|Name can't be empty",
                "deals|{'deal':{'amount':1}}|Name can't be empty",
                "tasks|{'task':{'title':'x','due_date':'2024-01-01','targetable_type':'Deal'}}|Targetable can't be empty",
                "appointments|{'appointment':{'from_date':'2024-01-01','end_date':'2024-01-02','targetable_type':'Deal','targetable_id':1}}|Title can't be empty",
                "notes|{'note':{'targetable_type':'Deal','targetable_id':1}}|Description can't be empty",
                "phone_calls|{'phone_call':{'call_direction':true,'targetable_type':'Contact'}}|Targetable can't be empty",
                "cpq/products|{'product':{}}|Name can't be empty",
                "cpq/cpq_documents|{'cpq_document':{'document_type':'Quote'}}|Deal can't be empty",
                "lists|{}|Name can't be empty"
            })
    void missingAttributeIsRefused(String path, String body, String message) {
        Reply reply = client.post(path, body);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().at("/errors/message/0").asText()).isEqualTo(message);
    }

    @Test
    void salesActivityNeedsItsDatesAndAKnownType() {
        Reply reply = client.post(
                "sales_activities",
                "{'sales_activity':{'title':'x','owner_id':1,'sales_activity_type_id':1,'targetable_type':'Deal','targetable_id':1}}");

        assertThat(reply.json().at("/errors/message"))
                .extracting(JsonNode::asText)
                .containsExactlyInAnyOrder(
                        "This sales activity type no longer exists",
                        "Start date can't be empty",
                        "End date can't be empty");
    }

    @Test
    void accountNameIsUniqueWhateverItsCase() {
        client.post("sales_accounts", "{'sales_account':{'name':'Acme'}}");

        Reply second = client.post("sales_accounts", "{'sales_account':{'name':'ACME '}}");

        assertThat(second.status()).isEqualTo(400);
        assertThat(second.json().at("/errors/message/0").asText()).isEqualTo("Name has already been taken");
    }

    @Test
    void switchesChangeTheShapeOfErrors() {
        simulator.turnOn(Switch.DUPLICATE_ANSWERS_422, Switch.ERROR_CODE_AS_STRING, Switch.ERROR_MESSAGE_AS_STRING);
        client.post("sales_accounts", "{'sales_account':{'name':'Acme'}}");

        Reply second = client.post("sales_accounts", "{'sales_account':{'name':'Acme'}}");

        assertThat(second.status()).isEqualTo(422);
        assertThat(second.text())
                .isEqualTo("{\"errors\":{\"code\":\"422\",\"message\":\"Name has already been taken\"}}");
    }

    @ParameterizedTest
    @CsvSource({
        "GET,contacts",
        "GET,deals",
        "GET,products",
        "GET,users",
        "GET,jobs/1",
        "GET,contacts/search",
        "POST,contacts/bulk/upsert",
        "PATCH,contacts/1",
        "GET,deals/1/tasks",
        "POST,leads",
        "GET,phone_calls/1",
        "GET,''"
    })
    void unknownRouteIsAnHtmlPage(String method, String path) {
        Reply reply = client.send(method, path, "");

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.contentType()).startsWith("text/html");

        simulator.turnOn(Switch.UNKNOWN_ROUTE_AS_JSON);
        assertThat(client.send(method, path, "").json().at("/errors/code").asInt())
                .isEqualTo(404);
    }

    @Test
    void moneyOfADealIsTextAndDerivedFromStage() {
        Reply reply = client.post("deals", "{'deal':{'name':'Pump','amount':1500,'tags':['ignored']}}");

        JsonNode deal = reply.json().get("deal");
        assertThat(deal.get("amount").asText()).isEqualTo("1500.0");
        assertThat(deal.get("amount").isTextual()).isTrue();
        assertThat(deal.get("expected_deal_value").asText()).isEqualTo("150.0");
        assertThat(deal.get("deal_stage_id").asLong()).isEqualTo(simulator.selectorId("deal_stages", "New"));
        assertThat(deal.get("deal_pipeline_id").asLong())
                .isEqualTo(simulator.selectorId("deal_pipelines", "Default Pipeline"));
        assertThat(deal.get("tags")).isEmpty();
        assertThat(deal.has("owner_id")).isFalse();
        assertThat(reply.json().at("/users/0/display_name").asText()).isEqualTo("Ana Ruiz");

        Reply exact = client.put("deals/" + reply.id("deal"), "{'deal':{'amount':'12345678901234567890.125'}}");
        assertThat(exact.json().at("/deal/amount").asText()).isEqualTo("12345678901234567890.125");
        assertThat(client.put("deals/" + reply.id("deal"), "{'deal':{'amount':'much'}}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void contactsOfADealAreAddedAndRemovedAndShownByInclude() {
        long lee = simulator.seed("contacts", Map.of("first_name", "Lee"));
        long kim = simulator.seed("contacts", Map.of("first_name", "Kim"));
        long id = client.post("deals", "{'deal':{'name':'Pump','contacts_added_list':[" + lee + "]}}")
                .id("deal");

        Reply reply = client.put(
                "deals/" + id + "?include=contacts",
                "{'deal':{'contacts_added_list':[" + kim + "],'contacts_removed_list':[" + lee + "]}}");

        assertThat(reply.json().get("contacts"))
                .extracting(contact -> contact.get("id").asLong())
                .containsExactly(kim);
        assertThat(reply.json().get("deal").has("contacts_added_list")).isFalse();
        assertThat(simulator.record("deals", id)).containsEntry("contact_ids", List.of(kim));
    }

    @Test
    void accountOfADealIsFoundOrMadeByName() {
        long acme = simulator.seed("sales_accounts", Map.of("name", "Acme"));

        Reply first =
                client.post("deals?include=sales_account", "{'deal':{'name':'A','sales_account':{'name':'acme'}}}");
        client.post("deals", "{'deal':{'name':'B','sales_account':{'name':'Bolt'}}}");

        assertThat(first.json().at("/deal/sales_account_id").asLong()).isEqualTo(acme);
        assertThat(first.json().at("/sales_accounts/0/name").asText()).isEqualTo("Acme");
        assertThat(simulator.records("sales_accounts")).extracting("name").containsExactly("Acme", "Bolt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'deal':{'products':[P]}}", "{'products':[P],'deal':{}}"})
    void productsOfADealAreSetInsideOrBesideIt(String body) {
        long pump = simulator.seed("products", Map.of("name", "Pump", "unit_price", 10));
        long id = simulator.seed("deals", Map.of("name", "Order"));

        Reply reply =
                client.put("deals/" + id + "?include=products", body.replace("P", "{'id':" + pump + ",'quantity':3}"));

        assertThat(reply.json().at("/deal/products").toString())
                .isEqualTo("[{\"id\":" + pump + ",\"name\":\"Pump\",\"unit_price\":10,\"quantity\":3}]");
        assertThat(reply.json().at("/deal/has_products").asBoolean()).isTrue();
    }

    @Test
    void finishedTaskHasItsDate() {
        long user = simulator.selectorId("owners", "Ben Okafor");
        Reply open = client.post(
                "tasks",
                "{'task':{'title':'Call','due_date':'2024-04-01T10:00:00+02:00','targetable_type':'Contact','targetable_id':1,"
                        + "'task_users_attributes':[{'user_id':" + user + "}]}}");

        assertThat(open.json().at("/task/due_date").asText()).isEqualTo("2024-04-01T03:00:00-05:00");
        assertThat(open.json().at("/task/completed_date").isNull()).isTrue();
        assertThat(open.json().at("/task/targetables").toString()).isEqualTo("[{\"id\":1,\"type\":\"Contact\"}]");
        assertThat(open.json().at("/task/user_ids/0").asLong()).isEqualTo(user);

        Reply done = client.put("tasks/" + open.id("task") + "?include=users", "{'task':{'status':1}}");
        assertThat(done.json().at("/task/completed_date").asText()).isNotEmpty();
        assertThat(done.json().at("/users/0/display_name").asText()).isEqualTo("Ben Okafor");
    }

    @Test
    void appointmentBringsItsAttendees() {
        long lee = simulator.seed("contacts", Map.of("first_name", "Lee"));

        Reply reply = client.post(
                "appointments?include=targetable",
                "{'appointment':{'title':'Visit','from_date':'2024-04-01T10:00:00Z','end_date':'2024-04-01T11:00:00Z',"
                        + "'targetable_type':'Contact','targetable_id':" + lee
                        + ",'appointment_attendees_attributes':[{'attendee_type':'Contact','attendee_id':'" + lee
                        + "'}]}}");

        assertThat(reply.json().fieldNames())
                .toIterable()
                .containsExactly("appointment", "contacts", "appointment_attendees", "conferences", "notes");
        assertThat(reply.json().at("/appointment_attendees/0/attendee_id").asLong())
                .isEqualTo(lee);
        assertThat(reply.json().at("/appointment/appointment_attendee_ids/0"))
                .isEqualTo(reply.json().at("/appointment_attendees/0/id"));
    }

    @Test
    void loggedCallIsAnsweredAsAListWithItsSurroundings() {
        long lee = simulator.seed("contacts", Map.of("first_name", "Lee"));
        String call = "{'phone_call':{'call_direction':true,'targetable_type':'Contact','targetable':{'id':" + lee
                + "},'note':{'description':'Nice talk'}}}";

        Reply reply = client.post("phone_calls", call);

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.json().fieldNames().next()).isEqualTo("phone_calls");
        assertThat(reply.json().at("/phone_calls/0/targetable_id").asLong()).isEqualTo(lee);
        assertThat(reply.json().at("/contacts/0/id").asLong()).isEqualTo(lee);
        assertThat(reply.json().at("/notes/0/description").asText()).isEqualTo("Nice talk");
        assertThat(simulator.count("notes")).isOne();

        simulator.turnOn(Switch.PHONE_CALL_AS_OBJECT);
        assertThat(client.post("phone_calls", call).json().at("/phone_call/id").isNumber())
                .isTrue();
    }

    @Test
    void pricesOfAProductAreNumbersAndKeptByCurrency() {
        Reply created = client.post("cpq/products", "{'product':{'name':'Pump','currency_value':9.90}}");
        String path = "cpq/products/" + created.id("product") + "?include=product_pricings";

        assertThat(created.text()).contains("\"unit_price\":9.90").doesNotContain("product_pricings");
        client.put(path, "{'product':{'product_pricings':[{'currency_code':'USD','unit_price':10,'setup_fee':0}]}}");
        client.put(path, "{'product':{'product_pricings':[{'currency_code':'EUR','unit_price':9}]}}");
        Reply two = client.put(path, "{'product':{'product_pricings':[{'currency_code':'USD','unit_price':11}]}}");
        Reply one = client.put(path, "{'product':{'product_pricings':[{'currency_code':'EUR','_destroy':true}]}}");

        assertThat(two.json().at("/product/product_pricings")).hasSize(2);
        assertThat(one.json().at("/product/product_pricings")).hasSize(1);
        assertThat(one.json().at("/product/product_pricings/0/unit_price").asInt())
                .isEqualTo(11);
        assertThat(one.json().at("/product/product_pricings/0/setup_fee").asInt())
                .isZero();
    }

    @Test
    void quoteHasItsProducts() {
        long pump = simulator.seed("products", Map.of("name", "Pump", "unit_price", 10));
        long id = client.post("cpq/cpq_documents", "{'cpq_document':{'document_type':'Quote','deal_id':1}}")
                .id("cpq_document");

        client.put(
                "cpq/cpq_documents/" + id + "?include=products",
                "{'cpq_document':{'products':[{'id':" + pump + ",'quantity':2}]}}");
        JsonNode item = client.get("cpq/cpq_documents/" + id + "/related_products")
                .json()
                .at("/products/0");

        assertThat(item.get("product_id").asLong()).isEqualTo(pump);
        assertThat(item.get("name").asText()).isEqualTo("Pump");
        assertThat(item.get("quantity").asInt()).isEqualTo(2);
    }
}
