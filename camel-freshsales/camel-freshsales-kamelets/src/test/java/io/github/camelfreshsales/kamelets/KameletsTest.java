// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.kamelets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelfreshsales.simulator.FreshsalesSimulator;
import io.github.camelfreshsales.simulator.FreshsalesSimulatorExtension;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Each Kamelet in a route in YAML, on camel-main. */
class KameletsTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    @RegisterExtension
    static final FreshsalesSimulatorExtension FRESHSALES =
            new FreshsalesSimulatorExtension(FreshsalesSimulator.builder());

    @TempDir
    Path folder;

    private final FreshsalesSimulator simulator = FRESHSALES.simulator();
    private final Main main = new Main();

    @AfterEach
    void stop() {
        main.stop();
    }

    private CamelContext start(String routes, Map<String, ?> properties) throws Exception {
        main.setDefaultPropertyPlaceholderLocation("false");
        main.addInitialProperty("camel.component.freshsales.domain", simulator.domain());
        main.addInitialProperty("camel.component.freshsales.apiKey", simulator.apiKey());
        main.addInitialProperty("folder", folder.toString());
        properties.forEach((name, value) -> main.addInitialProperty(name, value.toString()));
        main.configure().withRoutesIncludePattern("classpath:kamelet-routes/" + routes);
        main.start();
        return main.getCamelContext();
    }

    private void startSinks() throws Exception {
        start("sinks.yaml", Map.of("archive-domain", simulator.domain(), "archive-key", simulator.apiKey()));
    }

    private Message send(String uri, Object body) {
        Exchange exchange = main.getCamelContext()
                .createFluentProducerTemplate()
                .withBody(body)
                .to(uri)
                .send();
        assertThat(exchange.getException()).isNull();
        return exchange.getMessage();
    }

    /** What a route sends to its end. */
    private List<Message> arrivalsAt(CamelContext context, String uri) throws Exception {
        List<Message> arrivals = new CopyOnWriteArrayList<>();
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(uri).process(exchange -> arrivals.add(exchange.getMessage().copy()));
            }
        });
        return arrivals;
    }

    @Test
    void recordIsCreated() throws Exception {
        startSinks();

        Message created = send("direct:new-contact", "{\"last_name\": \"Moss\", \"email\": \"lee@example.test\"}");

        assertThat(simulator.count("contacts")).isEqualTo(1);
        assertThat(created.getHeader("CamelFreshsalesResultId"))
                .isEqualTo(simulator.records("contacts").get(0).get("id"));
        assertThat(created.getBody(Map.class).get("last_name")).isEqualTo("Moss");
    }

    @Test
    void recordIsMatchedByItsIdentifier() throws Exception {
        startSinks();

        Message first = send("direct:contact", Map.of("external_id", "L1", "last_name", "Moss"));
        Message second = send("direct:contact", Map.of("external_id", "L1", "last_name", "Lark"));

        assertThat(first.getHeader("CamelFreshsalesCreated")).isEqualTo(true);
        assertThat(second.getHeader("CamelFreshsalesCreated")).isEqualTo(false);
        assertThat(simulator.records("contacts")).singleElement().satisfies(contact -> assertThat(contact)
                .containsEntry("last_name", "Lark"));
    }

    @Test
    void manyRecordsGoInOneCallAndLeaveAReport() throws Exception {
        simulator.jobsTakeLooks(0);
        simulator.failBulkItem(item -> "ann@example.test".equals(item.get("emails")), "The record is locked");
        startSinks();

        send(
                "direct:contacts",
                List.of(
                        Map.of("last_name", "Moss", "email", "lee@example.test"),
                        Map.of("last_name", "Lark", "email", "ann@example.test")));

        assertThat(simulator.requestCount("POST", "contacts/bulk_upsert")).isEqualTo(1);
        JsonNode report =
                new ObjectMapper().readTree(folder.resolve("contacts.json").toFile());
        assertThat(report.findValuesAsText("outcome")).containsExactly("SUCCEEDED", "FAILED");
    }

    @Test
    void recordIsDeleted() throws Exception {
        long contact = simulator.seed("contacts", Map.of("last_name", "Moss"));
        startSinks();

        send("direct:delete-contact", contact);

        assertThat(simulator.count("contacts")).isZero();
    }

    @Test
    void accountMayBeGivenToTheKamelet() throws Exception {
        try (FreshsalesSimulator archive =
                FreshsalesSimulator.builder().apiKeys("a+key/of=the_archive").start()) {
            start("sinks.yaml", Map.of("archive-domain", archive.domain(), "archive-key", "RAW(a+key/of=the_archive)"));

            send("direct:archive", Map.of("last_name", "Moss", "email", "lee@example.test"));

            assertThat(archive.count("contacts")).isEqualTo(1);
            assertThat(simulator.count("contacts")).isZero();
        }
    }

    @Test
    void changesAreFollowedAcrossRestarts() throws Exception {
        long pumps = simulator.seed("deals", Map.of("name", "Pumps"));
        List<Message> deals = arrivalsAt(start("source.yaml", Map.of()), "direct:deals");
        await().atMost(LONG).until(() -> deals.size() == 1);
        assertThat(deals.get(0).getHeader("CamelFreshsalesChangedId")).isEqualTo(pumps);
        assertThat(deals.get(0).getHeader("CamelFreshsalesChangeType")).isEqualTo("created");
        assertThat(deals.get(0).getBody()).asString().contains("\"name\":\"Pumps\"");
        main.stop();
        long pipes = simulator.seed("deals", Map.of("name", "Pipes"));

        Main again = new Main();
        try {
            again.setDefaultPropertyPlaceholderLocation("false");
            again.addInitialProperty("camel.component.freshsales.domain", simulator.domain());
            again.addInitialProperty("camel.component.freshsales.apiKey", simulator.apiKey());
            again.addInitialProperty("folder", folder.toString());
            again.configure().withRoutesIncludePattern("classpath:kamelet-routes/source.yaml");
            again.start();
            List<Message> later = arrivalsAt(again.getCamelContext(), "direct:deals");

            await().atMost(LONG).until(() -> !later.isEmpty());
            assertThat(later)
                    .extracting(deal -> deal.getHeader("CamelFreshsalesChangedId"))
                    .containsExactly(pipes);
        } finally {
            again.stop();
        }
    }

    @Test
    void changesBecomeCloudEvents() throws Exception {
        long contact = simulator.seed("contacts", Map.of("last_name", "Moss"));

        List<Message> events = arrivalsAt(start("events.yaml", Map.of()), "direct:events");

        await().atMost(LONG).until(() -> events.size() == 1);
        assertThat(events.get(0).getHeader("CamelCloudEventType"))
                .isEqualTo("io.github.camelfreshsales.contacts.created");
        assertThat(events.get(0).getHeader("CamelCloudEventSubject")).isEqualTo("contacts/" + contact);
        assertThat(events.get(0).getHeader("CamelCloudEventSource", String.class))
                .startsWith("http://localhost:");
    }

    @Test
    void pushedRecordsArrive() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        main.addInitialProperty("camel.server.enabled", "true");
        main.addInitialProperty("camel.server.port", String.valueOf(port));
        String secret = "a-l0ng-and-rand0m-text";
        List<Message> deals = arrivalsAt(start("webhook.yaml", Map.of("verify-token", secret)), "direct:deals");

        assertThat(push(port, secret)).isEqualTo(200);
        assertThat(push(port, "another-l0ng-text")).isEqualTo(401);

        assertThat(deals).singleElement().satisfies(deal -> {
            assertThat(deal.getBody()).isEqualTo("{\"id\":7,\"name\":\"Pumps\"}");
            assertThat(deal.getHeader("CamelFreshsalesChangedId")).isEqualTo(7L);
        });
    }

    private static int push(int port, String secret) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/freshsales/deals"))
                .header("X-Freshsales-Secret", secret)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"deal\": {\"id\": 7, \"name\": \"Pumps\"}}"))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    void kameletWithoutAResourceTypeDoesNotStart() throws Exception {
        main.configure().addRoutesBuilder(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:wrong").to("kamelet:freshsales-create-sink");
            }
        });

        assertThatThrownBy(() -> start("sinks.yaml", Map.of("archive-domain", "a", "archive-key", "b")))
                .rootCause()
                .hasMessageContaining("resourceType");
    }
}
