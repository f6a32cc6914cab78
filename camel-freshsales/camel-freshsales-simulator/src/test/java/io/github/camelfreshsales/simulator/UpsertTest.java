// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelfreshsales.simulator.Client.Reply;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UpsertTest {

    @RegisterExtension
    static final FreshsalesSimulatorExtension FRESHSALES =
            new FreshsalesSimulatorExtension(FreshsalesSimulator.builder().classic(true));

    private final FreshsalesSimulator simulator = FRESHSALES.simulator();
    private final Client client = Client.of(simulator);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "contacts|contact|'emails':'lee@example.test'|'first_name':'Lee'",
                "contacts|contact|'external_id':'E-7'|'first_name':'Lee'",
                "contacts|contact|'cf_number':7|'first_name':'Lee'",
                "contacts|contact|'mobile_number':'5550101'|'first_name':'Lee'",
                "leads|lead|'emails':'lee@example.test'|'first_name':'Lee'",
                "sales_accounts|sales_account|'name':'Acme'|'city':'Oslo'",
                "deals|deal|'cf_key':'D-1'|'name':'Pump'"
            })
    void firstCallCreatesAndTheNextUpdates(String resource, String key, String identifier, String attribute) {
        String body = "{'unique_identifier':{" + identifier + "},'" + key + "':{" + attribute + "}}";

        Reply created = client.post(resource + "/upsert", body);
        Reply updated = client.post(resource + "/upsert", body);

        assertThat(created.status()).isEqualTo(201);
        assertThat(updated.status()).isEqualTo(200);
        assertThat(updated.id(key)).isEqualTo(created.id(key));
        assertThat(simulator.count(resource)).isOne();
    }

    @Test
    void idIsForUpdatesOnly() {
        long id = simulator.seed("deals", Map.of("name", "Pump"));

        Reply updated =
                client.post("deals/upsert", "{'unique_identifier':{'id':'" + id + "'},'deal':{'name':'Big pump'}}");
        Reply unknown = client.post("deals/upsert", "{'unique_identifier':{'id':1},'deal':{'name':'Pump'}}");

        assertThat(updated.status()).isEqualTo(200);
        assertThat(simulator.record("deals", id)).containsEntry("name", "Big pump");
        assertThat(unknown.status()).isEqualTo(404);
    }

    @Test
    void answerShowsAccountsEvenWhenThereAreNone() {
        Reply reply = client.post(
                "contacts/upsert?include=sales_accounts",
                "{'unique_identifier':{'emails':'lee@example.test'},'contact':{}}");

        assertThat(reply.json().at("/contact/email").asText()).isEqualTo("lee@example.test");
        assertThat(reply.json().at("/contact/sales_accounts").isArray()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'contact':{'first_name':'Lee'}}",
                "{'unique_identifier':{},'contact':{}}",
                "{'unique_identifier':{'emails':'a@x.test','id':1},'contact':{}}",
                "{'unique_identifier':{'city':'Oslo'},'contact':{}}",
                "{'unique_identifier':{'emails':['a@x.test']},'contact':{}}",
                "{'unique_identifier':{'emails':null},'contact':{}}"
            })
    void identifierMustBeOneKnownAttributeWithAPlainValue(String body) {
        assertThat(client.post("contacts/upsert", body).status()).isEqualTo(400);
        assertThat(simulator.count("contacts")).isZero();
    }

    @Test
    void parallelUpsertsOfOneIdentifierMakeOneRecord() {
        List<Integer> statuses = IntStream.range(0, 60)
                .parallel()
                .mapToObj(i -> client.post(
                                "contacts/upsert",
                                "{'unique_identifier':{'emails':'lee@example.test'},'contact':{'lead_score':" + i
                                        + "}}")
                        .status())
                .toList();

        assertThat(statuses).containsOnlyOnce(201);
        assertThat(simulator.count("contacts")).isOne();
    }

    @Test
    void clonesGetTheirOverridesAndLeaveOutWhatMustBeUnique() {
        long lee = client.post("contacts", "{'contact':{'first_name':'Lee','email':'lee@x.test','city':'Oslo'}}")
                .id("contact");
        long acme = simulator.seed("sales_accounts", Map.of("name", "Acme", "city", "Oslo"));

        Reply contact = client.post("contacts/" + lee + "/clone", "{'contact':{'first_name':'Kim'}}");
        Reply nameless = client.post("sales_accounts/" + acme + "/clone", "");
        Reply taken = client.post("sales_accounts/" + acme + "/clone", "{'sales_account':{'name':'Acme'}}");
        Reply account = client.post("sales_accounts/" + acme + "/clone", "{'sales_account':{'name':'Bolt'}}");

        assertThat(contact.status()).isEqualTo(201);
        assertThat(contact.id("contact")).isNotEqualTo(lee);
        assertThat(contact.json().at("/contact/first_name").asText()).isEqualTo("Kim");
        assertThat(contact.json().at("/contact/city").asText()).isEqualTo("Oslo");
        assertThat(contact.json().at("/contact/emails")).isEmpty();
        assertThat(nameless.status()).isEqualTo(400);
        assertThat(taken.status()).isEqualTo(400);
        assertThat(account.json().at("/sales_account/city").asText()).isEqualTo("Oslo");
    }

    @Test
    void convertedLeadBecomesContactAccountAndDeal() {
        long id = client.post(
                        "leads",
                        "{'lead':{'last_name':'Moss','email':'moss@x.test','company':{'name':'Acme'},'deal':{'name':'Pump','amount':5}}}")
                .id("lead");

        Reply reply = client.post("leads/" + id + "/convert", "{'lead':{'first_name':'Lee'}}");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().at("/contact/display_name").asText()).isEqualTo("Lee Moss");
        assertThat(reply.json().at("/sales_accounts/0/name").asText()).isEqualTo("Acme");
        assertThat(reply.json().at("/deals/0/amount").asText()).isEqualTo("5.0");
        assertThat(simulator.count("leads")).isZero();
        assertThat(simulator.records("deals").get(0))
                .containsEntry("contact_ids", List.of(reply.id("contact")))
                .containsEntry(
                        "sales_account_id",
                        simulator.records("sales_accounts").get(0).get("id"));
    }
}
