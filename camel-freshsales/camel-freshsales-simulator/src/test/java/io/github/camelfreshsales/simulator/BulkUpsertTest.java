// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelfreshsales.simulator.Client.Reply;
import io.github.camelfreshsales.simulator.web.Json;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BulkUpsertTest {

    @RegisterExtension
    static final FreshsalesSimulatorExtension FRESHSALES = new FreshsalesSimulatorExtension(
            FreshsalesSimulator.builder().classic(true).jobsTakeLooks(0));

    private final FreshsalesSimulator simulator = FRESHSALES.simulator();
    private final Client client = Client.of(simulator);

    @Test
    void oneCallCreatesAndUpdates() {
        long known = simulator.seed("contacts", Map.of("last_name", "Moss"));

        Reply reply = client.post(
                "contacts/bulk_upsert",
                "{'contacts':[{'emails':'lee@example.test','data':{'first_name':'Lee','custom_field':{'cf_region':'North'}}},"
                        + "{'id':'" + known + "','data':{'job_title':'CTO'}},"
                        + "{'id':" + known + ",'data':{'city':'Oslo'}}]}");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().get("message").asText()).isNotBlank();
        assertThat(simulator.records("contacts"))
                .extracting("email", "last_name", "job_title", "city")
                .containsExactly(tuple(null, "Moss", "CTO", "Oslo"), tuple("lee@example.test", null, null, null));
        assertThat(simulator.bulkItemsReceived()).isEqualTo(3);
        assertThat(simulator.bulkItemsStored()).isEqualTo(3);
        assertThat(report(reply).get("record_status").toString()).isEqualTo("{\"succeeded\":3,\"failed\":0}");
        assertThat(report(reply).get("detailed_failure_report")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "contacts|'emails':'lee@example.test'|'first_name':'Lee'",
                "contacts|'external_id':'E-7'|'first_name':'Lee'",
                "contacts|'cf_number':7|'first_name':'Lee'",
                "leads|'emails':'lee@example.test'|'first_name':'Lee'",
                "sales_accounts|'name':'Acme'|'city':'Oslo'",
                "deals|'name':'Pump'|'amount':5",
                "deals|'cf_key':'D-1'|'name':'Pump'"
            })
    void firstCallCreatesAndTheNextUpdates(String resource, String identifier, String attribute) {
        String body = "{'" + resource + "':[{" + identifier + ",'data':{" + attribute + "}}]}";

        client.post(resource + "/bulk_upsert", body);
        long id = (long) simulator.records(resource).get(0).get("id");
        client.post(resource + "/bulk_upsert", body);

        assertThat(simulator.records(resource)).extracting("id").containsExactly(id);
        assertThat(simulator.bulkItemsStored()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{'contacts':",
                "{}",
                "{'contacts':[]}",
                "{'contacts':{'emails':'a@x.test','data':{}}}",
                "{'contact':[{'emails':'a@x.test','data':{}}]}"
            })
    void callWithoutItemsIsRefusedAsAWhole(String body) {
        assertThat(client.post("contacts/bulk_upsert", body).status()).isEqualTo(400);
        assertThat(simulator.bulkItemsReceived()).isZero();
    }

    @Test
    void hundredItemsAreTheMost() {
        assertThat(client.post("contacts/bulk_upsert", contacts(0, 100)).status())
                .isEqualTo(200);
        assertThat(client.post("contacts/bulk_upsert", contacts(100, 201)).status())
                .isEqualTo(400);
        assertThat(simulator.count("contacts")).isEqualTo(100);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "contacts|'not an object'",
                "contacts|{'data':{'city':'Oslo'}}",
                "contacts|{'emails':'a@x.test'}",
                "contacts|{'emails':'a@x.test','data':'text'}",
                "contacts|{'emails':'a@x.test','id':1,'data':{}}",
                "contacts|{'emails':['a@x.test'],'data':{}}",
                "contacts|{'city':'Oslo','data':{}}",
                "contacts|{'id':1,'data':{'city':'Oslo'}}",
                "contacts|{'id':'x','data':{'city':'Oslo'}}",
                "contacts|{'emails':'free@x.test','data':{'emails':'taken@x.test'}}",
                "sales_accounts|{'cf_key':'A-1','data':{'city':'Oslo'}}",
                "deals|{'cf_key':'D-1','data':{}}"
            })
    void itemFailsAloneAndTheOthersAreDone(String resource, String item) {
        simulator.seed("contacts", Map.of("email", "taken@x.test"));
        int before = simulator.count(resource);

        Reply reply = client.post(
                resource + "/bulk_upsert",
                "{'" + resource + "':[{'cf_n':1,'data':{'name':'A','city':'Rome'}}," + item
                        + ",{'cf_n':2,'data':{'name':'B','city':'Bonn'}}]}");

        assertThat(simulator.count(resource)).isEqualTo(before + 2);
        assertThat(report(reply).get("record_status").toString()).isEqualTo("{\"succeeded\":2,\"failed\":1}");
        assertThat(report(reply).get("detailed_failure_report")).hasSize(1);
        assertThat(simulator.bulkItemsReceived()).isEqualTo(3);
        assertThat(simulator.bulkItemsStored()).isEqualTo(2);
    }

    @Test
    void testMakesItemsFail() {
        simulator.failBulkItem(item -> ((String) item.get("emails")).startsWith("c1@"), "The moon is wrong");

        Reply reply = client.post("contacts/bulk_upsert", contacts(0, 3));

        assertThat(report(reply).get("detailed_failure_report").toString())
                .isEqualTo("[{\"emails\":\"c1@example.test\",\"errors\":"
                        + "{\"code\":400,\"message\":[\"The moon is wrong\"]}}]");
        assertThat(simulator.records("contacts"))
                .extracting("email")
                .containsExactly("c0@example.test", "c2@example.test");
        simulator.reset();
        client.post("contacts/bulk_upsert", contacts(0, 3));
        assertThat(simulator.count("contacts")).isEqualTo(3);
    }

    @Test
    void parallelCallsStoreEachRecordOnce() {
        IntStream.range(0, 40).parallel().forEach(i -> client.post("contacts/bulk_upsert", contacts(0, 50)));

        assertThat(simulator.bulkItemsReceived()).isEqualTo(2000);
        assertThat(simulator.records("contacts"))
                .extracting("email")
                .hasSize(50)
                .doesNotHaveDuplicates();
    }

    @Test
    void switchesChangeTheAnswer() {
        Reply usual = client.post("contacts/bulk_upsert", contacts(0, 1));
        simulator.turnOn(Switch.BULK_UPSERT_ANSWERS_202, Switch.JOB_URL_RELATIVE);
        Reply other = client.post("contacts/bulk_upsert", contacts(0, 1));

        assertThat(usual.json().get("job_status_url").asText()).matches(simulator.apiRoot() + "/job_statuses/\\d+");
        assertThat(other.status()).isEqualTo(202);
        assertThat(other.json().get("job_status_url").asText()).matches("/api/job_statuses/\\d+");
    }

    @Test
    void firstCallOfABusyAccountIsRefused() {
        simulator.turnOn(Switch.FIRST_BULK_UPSERT_ANSWERS_405);

        Reply refused = client.post("contacts/bulk_upsert", contacts(0, 1));

        assertThat(refused.status()).isEqualTo(405);
        assertThat(refused.json().at("/errors/code").asInt()).isEqualTo(405);
        assertThat(simulator.count("contacts")).isZero();
        assertThat(client.post("contacts/bulk_upsert", contacts(0, 1)).status()).isEqualTo(200);
        assertThat(simulator.requestCount("POST", "contacts/bulk_upsert")).isEqualTo(2);
        assertThat(simulator.processedCount("POST", "contacts/bulk_upsert")).isOne();
    }

    @Test
    void accountMayBeUnfitForDeals() {
        String body = "{'deals':[{'name':'Pump','data':{'contacts_added_list':[5]}}]}";
        client.post("deals/bulk_upsert", body.replace("Pump", "Linked"));
        simulator.turnOn(Switch.BULK_DROPS_CONTACT_LINKS);
        client.post("deals/bulk_upsert", body);
        simulator.turnOn(Switch.DEALS_WITHOUT_UNIQUE_FIELD);

        assertThat(client.post("deals/bulk_upsert", body).status()).isEqualTo(400);
        assertThat(simulator.records("deals")).extracting("contact_ids").containsExactly(List.of(5L), List.of());
    }

    @Test
    void identifierFindsGeneratedAndChangedRecords() {
        long id = simulator.generate("deals", 1000) + 500;
        String rename = "{'deals':[{'name':'Generated " + id + "','data':{'name':'Pump'}}]}";

        client.post("deals/bulk_upsert", rename);
        client.post("deals/bulk_upsert", "{'deals':[{'name':'PUMP','data':{'amount':7}}]}");
        client.delete("deals/" + id);
        client.post("deals/bulk_upsert", "{'deals':[{'name':'pump','data':{'amount':8}}]}");

        assertThat(simulator.record("deals", id)).containsEntry("amount", "7.0").containsEntry("is_deleted", true);
        assertThat(simulator.records("deals")).hasSize(1000).last().satisfies(deal -> assertThat(deal)
                .containsEntry("name", "pump")
                .containsEntry("amount", "8.0"));
    }

    @Test
    void nothingIsStoredWhenNobodyWantsIt() {
        try (FreshsalesSimulator forgetful = FreshsalesSimulator.builder()
                .storeNothing()
                .jobsTakeLooks(0)
                .requires("contacts", "first_name")
                .prepare(fresh -> fresh.seed("contacts", Map.of("email", "c1@example.test", "first_name", "Lee")))
                .start()) {
            Client other = Client.of(forgetful);

            Reply bulk = other.post("contacts/bulk_upsert", contacts(0, 3));
            Reply created = other.post("contacts", "{'contact':{'first_name':'Kim'}}");
            Reply refused = other.post("contacts", "{'contact':{'first_name':'Kim','email':'c1@example.test'}}");

            assertThat(report(other, bulk).get("record_status").toString()).isEqualTo("{\"succeeded\":1,\"failed\":2}");
            assertThat(created.status()).isEqualTo(201);
            assertThat(refused.status()).isEqualTo(400);
            assertThat(forgetful.bulkItemsReceived()).isEqualTo(3);
            assertThat(forgetful.bulkItemsStored()).isOne();
            assertThat(forgetful.records("contacts")).extracting("city").containsOnlyNulls();
            assertThat(forgetful.count("contacts")).isOne();
        }
    }

    private static String contacts(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> "{'emails':'c" + i + "@example.test','data':{'city':'Oslo'}}")
                .collect(Collectors.joining(",", "{'contacts':[", "]}"));
    }

    private JsonNode report(Reply bulk) {
        return report(client, bulk);
    }

    private static JsonNode report(Client client, Reply bulk) {
        String path = URI.create(bulk.json().get("job_status_url").asText()).getPath();
        Reply job = client.get(path.substring(path.indexOf("job_statuses")));
        return Json.literal(job.json().get("data").textValue());
    }
}
