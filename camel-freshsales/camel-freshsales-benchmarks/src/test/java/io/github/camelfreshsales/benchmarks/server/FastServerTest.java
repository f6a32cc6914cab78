// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.benchmarks.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FastServerTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final FastServer server = new FastServer(new FastServer.Settings(0, 0, 120));

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private HttpResponse<String> ask(String method, String path, String body) throws Exception {
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + "/crm/sales/api/" + path))
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private JsonNode get(String path) throws Exception {
        return MAPPER.readTree(ask("GET", path, "").body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT"})
    void recordIsThereToReadAndToUpdate(String method) throws Exception {
        HttpResponse<String> answer = ask(method, "contacts/70041234567", "{\"contact\":{}}");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(MAPPER.readTree(answer.body()).at("/contact/id").asLong()).isEqualTo(70_041_234_567L);
    }

    @Test
    void answerToACreateIsAsLargeAsARealOne() throws Exception {
        HttpResponse<String> answer = ask("POST", "contacts", "{\"contact\":{}}");

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).hasSizeBetween(1_400, 1_900);
    }

    @Test
    void upsertedSampleComesBackAsItWasSent() throws Exception {
        HttpResponse<String> answer =
                ask("POST", "contacts/upsert", "{\"contact\":{\"external_id\":\"A-7\",\"last_name\":\"Moss 7\"}}");

        JsonNode contact = MAPPER.readTree(answer.body()).get("contact");
        assertThat(contact.get("external_id").asText()).isEqualTo("A-7");
        assertThat(contact.get("last_name").asText()).isEqualTo("Moss 7");
        assertThat(contact.at("/emails/0/value").asText()).isEqualTo("lee.7@example.test");
    }

    @Test
    void jobReportsAsManyRecordsAsWereSent() throws Exception {
        String bulk = "{\"contacts\":[{\"emails\":\"a@b.test\",\"data\":{}},{\"emails\":\"c@d.test\",\"data\":{}}]}";
        String url = MAPPER.readTree(ask("POST", "contacts/bulk_upsert", bulk).body())
                .get("job_status_url")
                .asText();

        JsonNode job = get("job_statuses/" + url.substring(url.lastIndexOf('/') + 1));

        assertThat(job.get("status").asText()).isEqualTo("SUCCESS");
        assertThat(MAPPER.readTree(job.get("data").asText())
                        .at("/record_status/succeeded")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void pagesHoldEveryRecordOnce() throws Exception {
        JsonNode first = get("contacts/view/70009990001?page=1&per_page=100");
        JsonNode second = get("contacts/view/70009990001?page=2&per_page=100");
        JsonNode third = get("contacts/view/70009990001?page=3&per_page=100");

        assertThat(first.get("contacts").findValues("first_name")).hasSize(100);
        assertThat(first.at("/contacts/99/id").asLong()).isEqualTo(70_000_000_099L);
        assertThat(second.at("/contacts/0/id").asLong()).isEqualTo(70_000_000_100L);
        assertThat(second.at("/contacts/0/links/notes").asText()).contains("70000000100");
        assertThat(second.get("contacts")).hasSize(20);
        assertThat(third.get("contacts")).isEmpty();
        assertThat(first.at("/meta/total").asInt()).isEqualTo(120);
        assertThat(first.at("/meta/total_pages").asInt()).isEqualTo(2);
    }

    @Test
    void unknownPathIsNotFound() throws Exception {
        assertThat(ask("POST", "deals", "{}").statusCode()).isEqualTo(404);
    }

    @Test
    void bodyInChunksIsReadWhole() throws Exception {
        String request = "POST /x HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n"
                + "GET /next HTTP/1.1\r\n\r\n";
        RequestReader reader =
                new RequestReader(new ByteArrayInputStream(request.getBytes(StandardCharsets.ISO_8859_1)));

        assertThat(reader.next()).isTrue();
        assertThat(reader.body()).asString().isEqualTo("abcde");
        assertThat(reader.next()).isTrue();
        assertThat(reader.target()).isEqualTo("/next");
        assertThat(reader.next()).isFalse();
    }
}
