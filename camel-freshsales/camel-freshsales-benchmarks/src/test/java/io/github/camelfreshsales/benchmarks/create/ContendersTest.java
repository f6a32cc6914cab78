// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.benchmarks.create;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.camelfreshsales.benchmarks.server.FastServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The contenders do the same work, or their times could not be compared. */
class ContendersTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Map<String, Object> RECORD = Sample.contact(7);

    private final List<Arrived> arrived = new CopyOnWriteArrayList<>();
    private HttpServer recording;
    private int status = 201;

    private record Arrived(
            String method, String path, String authorization, String accept, String type, JsonNode body) {}

    @BeforeEach
    void startRecording() throws IOException {
        recording = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        recording.createContext("/", this::record);
        recording.start();
    }

    @AfterEach
    void stopRecording() {
        recording.stop(0);
    }

    private void record(HttpExchange exchange) throws IOException {
        arrived.add(new Arrived(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                exchange.getRequestHeaders().getFirst("Authorization"),
                exchange.getRequestHeaders().getFirst("Accept"),
                exchange.getRequestHeaders().getFirst("Content-Type").split(";")[0],
                MAPPER.readTree(exchange.getRequestBody())));
        byte[] answer = "{\"contact\":{\"id\":70041234567,\"tags\":[]}}".getBytes();
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private String domain() {
        return "http://localhost:" + recording.getAddress().getPort() + "/crm/sales";
    }

    @ParameterizedTest
    @EnumSource
    void everyContenderSendsTheSameRequest(Contenders contender) throws Exception {
        try (Contender creating = contender.start(domain())) {
            creating.create(RECORD);
        }

        assertThat(arrived)
                .containsExactly(new Arrived(
                        "POST",
                        "/crm/sales/api/contacts",
                        "Token token=" + Sample.API_KEY,
                        "application/json",
                        "application/json",
                        MAPPER.valueToTree(Map.of("contact", RECORD))));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "socket")
    void everyContenderThatReadsGivesTheSameRecord(Contenders contender) throws Exception {
        try (FastServer server = new FastServer(new FastServer.Settings(0, 0, 0));
                Contender creating = contender.start("http://localhost:" + server.port() + "/crm/sales")) {
            Map<?, ?> first = creating.create(RECORD);
            Map<?, ?> second = creating.create(RECORD);

            JsonNode expected = MAPPER.readTree(FastServer.class.getResourceAsStream("contact.json"));
            assertThat(json(first)).isEqualTo(expected);
            assertThat(json(second)).isEqualTo(expected);
            assertThat(server.calls()).isEqualTo(2);
        }
    }

    private static JsonNode json(Map<?, ?> record) throws IOException {
        return MAPPER.readTree(MAPPER.writeValueAsBytes(record));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "socket")
    void everyContenderThatReadsThrowsWhenItIsRefused(Contenders contender) throws Exception {
        status = 400;

        try (Contender creating = contender.start(domain())) {
            assertThatThrownBy(() -> creating.create(RECORD)).hasStackTraceContaining("400");
        }
    }
}
