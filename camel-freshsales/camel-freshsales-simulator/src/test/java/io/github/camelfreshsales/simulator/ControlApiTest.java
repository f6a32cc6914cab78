// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The paths below {@code /simulator}, as a test in any language uses them. */
class ControlApiTest {

    @RegisterExtension
    static final FreshsalesSimulatorExtension FRESHSALES = new FreshsalesSimulatorExtension();

    private FreshsalesSimulator simulator;
    private Client api;
    private Client control;

    @BeforeEach
    void clients() {
        simulator = FRESHSALES.simulator();
        api = Client.of(simulator);
        control = api.withAuthorization(null).at(simulator.baseUrl() + "/simulator");
    }

    @Test
    void indexListsEveryPathWithItsPurpose() {
        JsonNode index = control.at(simulator.baseUrl()).get("simulator").json();

        assertThat(index.get("apiRoot").asText()).isEqualTo(simulator.apiRoot());
        assertThat(index.get("paths"))
                .hasSizeGreaterThan(20)
                .allSatisfy(path -> assertThat(path.get("purpose").asText()).isNotBlank());
    }

    @Test
    void manualDescribesEveryPath() throws Exception {
        String manual = Files.readString(Path.of("../../docs/simulator-program.adoc"));

        assertThat(control.at(simulator.baseUrl()).get("simulator").json().get("paths"))
                .allSatisfy(path -> assertThat(manual)
                        .contains("|" + path.get("method").asText() + " |`"
                                + path.get("path").asText() + "` |"));
    }

    @Test
    void healthNeedsNoKey() {
        assertThat(control.get("health").text()).isEqualTo("{\"status\":\"UP\"}");
    }

    @Test
    void seedingByNumberGeneratesRecords() {
        Client.Reply reply = control.post("seed", "{'contacts': 500, 'deals': 3}");

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.json().at("/contacts/count").asInt()).isEqualTo(500);
        assertThat(simulator.count("contacts")).isEqualTo(500);
        assertThat(simulator.count("deals")).isEqualTo(3);
    }

    @Test
    void seedingByListPutsTheseRecordsInPlace() {
        JsonNode added = control.post(
                        "seed",
                        "{'contacts': [{'first_name': 'Lee', 'updated_at': '2024-01-02T03:04:05Z'}, {'last_name': 'Ito'}]}")
                .json();

        long lee = added.at("/contacts/ids/0").asLong();
        assertThat(simulator.record("contacts", lee))
                .containsEntry("first_name", "Lee")
                .containsEntry("updated_at", "2024-01-01T22:04:05-05:00");
        assertThat(simulator.count("contacts")).isEqualTo(2);
    }

    @Test
    void seedingThatCannotBeUnderstoodAddsNothing() {
        Client.Reply typo = control.post("seed", "{'contacts': 5, 'contact': 5}");
        Client.Reply negative = control.post("seed", "{'contacts': -5}");
        Client.Reply text = control.post("seed", "{'contacts': ['Lee']}");
        Client.Reply id = control.post("seed", "{'contacts': [{'id': -5}]}");

        assertThat(typo.status()).isEqualTo(400);
        assertThat(typo.json().get("error").asText()).isEqualTo("No resource contact; did you mean contacts?");
        assertThat(negative.json().get("error").asText())
                .isEqualTo("contacts must be a number from 0 to 10000000 or a list of records");
        assertThat(text.status()).isEqualTo(400);
        assertThat(id.json().get("error").asText()).isEqualTo("An id must be a whole number from 1, not -5");
        assertThat(simulator.count("contacts")).isZero();
    }

    @Test
    void idThatIsTakenIsNotSeededAgain() {
        control.post("seed", "{'contacts': [{'id': 7, 'last_name': 'Lee'}]}");

        Client.Reply again = control.post("seed", "{'contacts': [{'id': 7, 'last_name': 'Kim'}]}");

        assertThat(again.status()).isEqualTo(409);
        assertThat(simulator.record("contacts", 7)).containsEntry("last_name", "Lee");
    }

    @Test
    void pathOfAFaultIsTakenLiterallyButForStars() {
        assertThat(control.post("faults", "{'fault': 429, 'on': 'GET a\\\\Eb((*'}")
                        .status())
                .isEqualTo(201);
        assertThat(control.post("faults", "{'fault': 429, 'retryAfter': '1\\r\\nX: y'}")
                        .status())
                .isEqualTo(400);
        assertThat(api.get("selector/owners").status()).isEqualTo(200);
    }

    @Test
    void nothingBelowSimulatorIsARequestOfTheAccount() {
        simulator.setQuota(10, 0);
        simulator.trouble().answer(500).forever();

        control.get("status");
        control.get("records/contacts");

        assertThat(simulator.requestCount()).isZero();
        assertThat(simulator.quotaRemaining()).isEqualTo(10);
        assertThat(simulator.wireMock().getAllServeEvents()).isEmpty();
    }

    @Test
    void clockMovesByADuration() {
        Instant before = simulator.now();

        JsonNode clock = control.post("clock", "{'advance': '2h'}").json();

        assertThat(clock.get("ahead").asText()).isEqualTo("PT2H");
        assertThat(Duration.between(before, simulator.now())).isBetween(Duration.ofHours(2), Duration.ofHours(3));
        simulator.reset();
        assertThat(simulator.clockAhead()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            clock       | {'advance': 'soon'}         | advance must be a duration such as 500ms, 30s, 5m, 1h or PT1H30M, not soon
            clock       | {'advance': '9999999999d'}  | The clock cannot be moved by PT239999999976H: it knows the years 1970 to 9998
            clock       | {'advanec': '1h'}           | Unknown key advanec; did you mean advance?
            clock       | {}                          | advance is missing: say by how much, such as 1h
            clock       | [1]                         | The request body must be a JSON object
            clock       | {                           | There was a problem in the JSON you submitted
            quota/use   | {'requests': -1}            | requests must be a whole number from 0, not -1
            faults      | {}                          | A fault is a status from 200 to 599 or a kind, not ; known are 429, 500, slow, busy, drop, empty, garbage, brokenBody
            faults      | {'fault': 'dorp'}           | A fault is a status from 200 to 599 or a kind, not dorp; did you mean drop?
            faults      | {'fault': 99}               | A fault is a status from 200 to 599 or a kind, not 99; did you mean 429?
            faults      | {'fault': 429, 'times': 0}  | times must be a number from 1, or forever, not 0
            faults      | {'fault': 429, 'on': 'contacts deals'} | on must be a method and a path such as POST contacts, not contacts deals
            faults      | {'fault': 'slow', 'delay': '2d'} | delay must be from 0s to 1h, not 2d
            """)
    void mistakeIsOneSentence(String path, String body, String message) {
        simulator.setQuota(5, 0);

        Client.Reply reply = control.post(path, body);

        assertThat(reply.json().get("error").asText()).isEqualTo(message);
        assertThat(reply.status()).isEqualTo(400);
    }

    @Test
    void quotaIsSetReadAndUsedUp() {
        control.put("quota", "{'plan': 'growth'}");
        control.post("quota/use", "{'requests': 990}");
        api.get("selector/owners");

        JsonNode window = control.get("quota").json().at("/windows/0");
        assertThat(window.get("per").asText()).isEqualTo("hour");
        assertThat(window.get("limit").asInt()).isEqualTo(1000);
        assertThat(window.get("left").asInt()).isEqualTo(9);

        control.post("quota/use", "{}");
        assertThat(api.get("selector/owners").status()).isEqualTo(429);
        assertThat(control.get("quota").json().get("refused").asInt()).isEqualTo(1);

        control.put("quota", "{'perHour': 0}");
        assertThat(api.get("selector/owners").status()).isEqualTo(200);
        assertThat(control.post("quota/use", "{}").status()).isEqualTo(409);
        assertThat(control.put("quota", "{'plan': 'gowth'}").json().get("error").asText())
                .isEqualTo("No plan gowth; did you mean growth?");
    }

    @Test
    void faultIsSeenByTheNextRequestsAndThenOver() {
        control.post("faults", "{'fault': 429, 'times': 2, 'retryAfter': '3', 'on': 'POST contacts'}");

        assertThat(api.get("selector/owners").status()).isEqualTo(200);
        Client.Reply first = api.post("contacts", "{'contact': {'last_name': 'Lee'}}");
        assertThat(first.status()).isEqualTo(429);
        assertThat(first.raw().headers().firstValue("Retry-After")).hasValue("3");
        assertThat(control.get("faults").json().at("/faults/0").toString())
                .isEqualTo("{\"what\":\"status 429 on POST contacts\",\"left\":1}");
        api.post("contacts", "{'contact': {'last_name': 'Lee'}}");
        assertThat(api.post("contacts", "{'contact': {'last_name': 'Lee'}}").status())
                .isEqualTo(201);
        assertThat(control.get("faults").json().get("faults")).isEmpty();
    }

    @Test
    void busyIsA405OfBulkUpsertsOnly() {
        control.post("faults", "{'fault': 'busy', 'times': 'forever'}");

        assertThat(api.post("contacts/bulk_upsert", "{'contacts': []}").status())
                .isEqualTo(405);
        assertThat(api.get("selector/owners").status()).isEqualTo(200);
        control.delete("faults");
        assertThat(api.post("contacts/bulk_upsert", "{'contacts': []}").status())
                .isEqualTo(400);
    }

    @Test
    void switchesAreTurnedByName() {
        JsonNode all =
                control.put("switches", "{'CREATE_ANSWERS_200': true}").json().get("switches");

        assertThat(api.post("contacts", "{'contact': {'last_name': 'Lee'}}").status())
                .isEqualTo(200);
        assertThat(all).hasSameSizeAs(Switch.values()).allSatisfy(one -> assertThat(
                        one.get("description").asText())
                .as(one.get("name").asText())
                .isNotBlank());
        control.put("switches", "{'create-answers-200': false}");
        assertThat(simulator.switches().on()).isEmpty();
        assertThat(control.put("switches", "{'CREATE_ANSWER_200': true}")
                        .json()
                        .get("error")
                        .asText())
                .isEqualTo("No switch CREATE_ANSWER_200; did you mean CREATE_ANSWERS_200?");
    }

    @Test
    void jobsShowTheirProgressWithoutALook() {
        control.put("jobs", "{'looks': 1}");
        String url = api.post(
                        "contacts/bulk_upsert",
                        "{'contacts': [{'emails': 'a@b.test', 'data': {'last_name': 'Lee'}}, {'data': {}}]}")
                .json()
                .get("job_status_url")
                .asText();

        JsonNode before = control.get("jobs").json().at("/jobs/0");
        assertThat(before.get("percent").asInt()).isZero();
        assertThat(before.get("finished").asBoolean()).isFalse();
        String look = url.substring(url.indexOf("job_statuses"));
        api.get(look);
        api.get(look);
        JsonNode after = control.get("jobs").json().at("/jobs/0");
        assertThat(after.get("percent").asInt()).isEqualTo(100);
        assertThat(after.get("succeeded").asInt()).isEqualTo(1);
        assertThat(after.get("failed").asInt()).isEqualTo(1);
    }

    @Test
    void journalShowsBodiesAndNoKey() {
        api.post("contacts", "{'contact': {'last_name': 'Lee'}}");
        api.get("contacts/1");

        JsonNode latest = control.get("journal?limit=1").json().get("requests");
        assertThat(latest).hasSize(1);
        assertThat(latest.get(0).get("url").asText()).endsWith("/contacts/1");
        assertThat(latest.get(0).get("status").asInt()).isEqualTo(404);
        JsonNode create = control.get("journal?bodies=true").json().at("/requests/1");
        assertThat(create.get("requestBody").asText()).isEqualTo("{\"contact\": {\"last_name\": \"Lee\"}}");
        assertThat(create.get("responseBody").asText()).startsWith("{\"contact\":{\"id\":");
        assertThat(create.at("/requestHeaders/Authorization").asText()).isEqualTo("(not shown)");
        assertThat(control.get("journal/" + create.get("id").asText()).text()).doesNotContain(simulator.apiKey());

        control.delete("journal");
        assertThat(control.get("journal").json().get("requests")).isEmpty();
        assertThat(control.get("journal/" + create.get("id").asText()).status()).isEqualTo(404);
    }

    @Test
    void recordsAreSearchedSortedAndCutIntoPages() {
        simulator.seed("contacts", Map.of("first_name", "Lee", "last_name", "Ito", "email", "lee@example.test"));
        simulator.seed("contacts", Map.of("first_name", "Ana", "last_name", "Ruiz", "city", "Oslo"));
        long kim = simulator.seed("contacts", Map.of("last_name", "Kim", "mobile_number", "555"));
        simulator.delete("contacts", kim);

        JsonNode all = control.get("records/contacts?per_page=1&sort=display_name&order=asc")
                .json();
        assertThat(all.get("total").asInt()).isEqualTo(2);
        assertThat(all.get("pages").asInt()).isEqualTo(2);
        assertThat(all.at("/rows/0/display_name").asText()).isEqualTo("Ana Ruiz");
        assertThat(control.get("records/contacts")
                        .json()
                        .at("/rows/0/display_name")
                        .asText())
                .as("the latest first")
                .isEqualTo("Ana Ruiz");
        assertThat(control.get("records/contacts?q=LEE@ex")
                        .json()
                        .at("/rows/0/email")
                        .asText())
                .isEqualTo("lee@example.test");
        assertThat(control.get("records/contacts?q=ana+ruiz").json().get("rows"))
                .hasSize(1);
        assertThat(control.get("records/contacts?deleted=true")
                        .json()
                        .at("/rows/0/id")
                        .asLong())
                .isEqualTo(kim);
        assertThat(control.get("records/contacts/" + kim)
                        .json()
                        .get("mobile_number")
                        .asText())
                .isEqualTo("555");
        assertThat(control.get("records/contacts?sort=nam").status()).isEqualTo(400);
        assertThat(control.get("records/contacts?page=0").status()).isEqualTo(400);
        assertThat(control.get("records/contact").json().get("error").asText())
                .isEqualTo("No resource contact; did you mean contacts?");
    }

    @Test
    void stateGoesThereAndBackAgain() {
        simulator.setQuota(100, 20);
        simulator.generate("deals", 3);
        String state = control.get("state").text();
        simulator.reset();

        Client.Reply loaded = control.send("PUT", "state", state);

        assertThat(loaded.status()).as(loaded.text()).isEqualTo(200);
        assertThat(simulator.count("deals")).isEqualTo(3);
        assertThat(simulator.quotaRemaining()).isEqualTo(20);
        assertThat(control.get("state").text()).isEqualTo(state);
    }

    @Test
    void saveWritesTheFileThatTheSimulatorWasGiven(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("state.json");
        try (FreshsalesSimulator other =
                FreshsalesSimulator.builder().stateFile(file).start()) {
            other.seed("contacts", Map.of("last_name", "Lee"));

            Client.Reply reply = control.at(other.baseUrl() + "/simulator").post("save", "");

            assertThat(reply.json().get("file").asText()).isEqualTo(file.toString());
            assertThat(Files.readString(file, UTF_8)).contains("\"Lee\"");
        }
        assertThat(control.post("save", "").status()).isEqualTo(409);
    }

    @Test
    void resetEmptiesTheAccount() {
        simulator.generate("contacts", 3);
        control.post("faults", "{'fault': 500}");

        JsonNode status = control.post("reset", "").json();

        assertThat(status.at("/resources/0/live").asInt()).isZero();
        assertThat(status.get("faults")).isEmpty();
        assertThat(simulator.count("contacts")).isZero();
    }

    @Test
    void unknownPathIsToldWhereToLook() {
        Client.Reply reply = control.get("recods");

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.json().get("error").asText())
                .isEqualTo("There is no GET /simulator/recods, and GET /simulator lists what there is");
    }

    @Test
    void halfSentRequestsHoldNobodyUp() throws Exception {
        List<Socket> connections = new ArrayList<>();
        try (FreshsalesSimulator small =
                FreshsalesSimulator.builder().threads(12).start()) {
            for (int i = 0; i < 40; i++) {
                Socket connection = new Socket("127.0.0.1", small.port());
                connections.add(connection);
                connection.getOutputStream().write("""
                                POST /simulator/seed HTTP/1.1\r
                                Host: localhost\r
                                Content-Type: application/json\r
                                Content-Length: 100\r
                                \r
                                {""".getBytes(UTF_8));
            }

            Client other = control.at(small.baseUrl() + "/simulator");

            assertTimeoutPreemptively(
                    Duration.ofMinutes(1),
                    () -> assertThat(other.get("health").status()).isEqualTo(200));
        } finally {
            for (Socket connection : connections) {
                connection.close();
            }
        }
    }

    @Test
    void confidenceIsThatOfTheManual() {
        JsonNode tables = control.get("confidence").json();

        assertThat(tables.get("marks")).hasSize(4);
        assertThat(tables.get("behaviours")).hasSizeGreaterThan(20);
        assertThat(tables.get("paths")).hasSizeGreaterThan(100).anySatisfy(path -> assertThat(path.toString())
                .isEqualTo("{\"method\":\"GET\",\"path\":\"/contacts/{id}/notes\","
                        + "\"response\":\"200 notes\",\"mark\":\"client\"}"));
    }

    @Test
    void certificateIsPem() {
        assertThat(control.get("certificate").text())
                .startsWith("-----BEGIN CERTIFICATE-----\n")
                .endsWith("-----END CERTIFICATE-----\n");
    }
}
