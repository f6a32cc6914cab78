// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.datatype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelfreshsales.RecordResult;
import io.github.camelfreshsales.RecordResult.Outcome;
import io.github.camelfreshsales.component.FreshsalesComponent;
import io.github.camelfreshsales.component.TestContext;
import io.github.camelfreshsales.simulator.FreshsalesSimulator;
import io.github.camelfreshsales.simulator.FreshsalesSimulatorExtension;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.TypeConverter;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.DataType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an application can make of the bodies of the component without code, as it finds it in the jar. */
class DataTypesTest {

    @RegisterExtension
    static final FreshsalesSimulatorExtension FRESHSALES = new FreshsalesSimulatorExtension();

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final RecordResult STORED =
            new RecordResult(0, Outcome.SUCCEEDED, "lee@example.test", Map.of("id", 7L), null);
    private static final RecordResult REFUSED = new RecordResult(
            1, Outcome.FAILED, "ann@example.test", null, new RecordResult.Error(400, null, List.of("taken")));

    private final DefaultCamelContext context = new TestContext();

    @BeforeEach
    void startContext() throws Exception {
        FreshsalesSimulator simulator = FRESHSALES.simulator();
        FreshsalesComponent freshsales = new FreshsalesComponent();
        freshsales.getConfiguration().setDomain(simulator.domain());
        freshsales.getConfiguration().setApiKey(simulator.apiKey());
        context.addComponent("freshsales", freshsales);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:json").transformDataType(new DataType("freshsales:application-json"));
                from("direct:event").transformDataType(new DataType("freshsales:application-cloudevents"));
            }
        });
        context.start();
    }

    @AfterEach
    void closeContext() throws Exception {
        context.close();
    }

    private Message sent(String uri, Object body, Map<String, Object> headers) {
        Exchange exchange = context.createFluentProducerTemplate()
                .withBody(body)
                .withHeaders(headers)
                .to(uri)
                .send();
        assertThat(exchange.getException()).isNull();
        return exchange.getMessage();
    }

    private static Map<String, Object> headers(Object change, Object id, Object at) {
        Map<String, Object> headers = new HashMap<>();
        headers.put("CamelFreshsalesChangedResource", "deals");
        headers.put("CamelFreshsalesChangeType", change);
        headers.put("CamelFreshsalesChangedId", id);
        headers.put("CamelFreshsalesChangedAt", at);
        headers.values().removeIf(Objects::isNull);
        return headers;
    }

    @Test
    void changedRecordBecomesACloudEvent() throws Exception {
        FreshsalesSimulator simulator = FRESHSALES.simulator();
        long deal = simulator.seed("deals", Map.of("name", "Pumps"));
        List<Message> events = new CopyOnWriteArrayList<>();

        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("freshsales:changes?resourceType=deals&startFrom=beginning&initialDelay=0")
                        .to("direct:event")
                        .process(exchange -> events.add(exchange.getMessage().copy()));
            }
        });

        await().until(() -> events.size() == 1);
        Message event = events.get(0);
        Object at = event.getHeader("CamelFreshsalesChangedAt");
        assertThat(event.getHeaders())
                .containsEntry("CamelCloudEventVersion", "1.0")
                .containsEntry("CamelCloudEventID", "deals/" + deal + "/created/" + at)
                .containsEntry("CamelCloudEventType", "io.github.camelfreshsales.deals.created")
                .containsEntry("CamelCloudEventSubject", "deals/" + deal)
                .containsEntry("CamelCloudEventTime", at.toString())
                .containsEntry("Content-Type", "application/json");
        assertThat(event.getHeader("CamelCloudEventSource", String.class))
                .startsWith("http://localhost:")
                .endsWith("/crm/sales/api");
        assertThat(JSON.readTree(event.getBody(String.class)).get("name").asText())
                .isEqualTo("Pumps");
    }

    @Test
    void pushWithoutIdOrTimeIsAnEventToo() {
        Message event = sent("direct:event", Map.of("name", "Pumps"), headers(null, null, null));

        assertThat(event.getHeader("CamelCloudEventID"))
                .isEqualTo(event.getExchange().getExchangeId());
        assertThat(event.getHeader("CamelCloudEventType")).isEqualTo("io.github.camelfreshsales.deals.changed");
        assertThat(event.getHeader("CamelCloudEventSubject")).isEqualTo("deals");
        assertThat(event.getHeader("CamelCloudEventTime", String.class)).isNotBlank();
        assertThat(event.getHeader("CamelCloudEventSource")).isEqualTo("io.github.camelfreshsales");
    }

    @Test
    void recordBecomesJsonWithItsExactNumbers() {
        Message message = sent("direct:json", Map.of("amount", new BigDecimal("12.50")), Map.of());

        assertThat(message.getBody()).isEqualTo("{\"amount\":12.50}");
        assertThat(message.getHeader("Content-Type")).isEqualTo("application/json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":1}", "[]"})
    void jsonTextStaysWhatItIs(String json) {
        assertThat(sent("direct:json", json, Map.of()).getBody()).isEqualTo(json);
    }

    @Test
    void resultsBecomeJson() throws Exception {
        String json = sent("direct:json", List.of(STORED, REFUSED), Map.of()).getBody(String.class);

        assertResults(JSON.readTree(json));
    }

    private static void assertResults(JsonNode results) {
        assertThat(results).hasSize(2);
        assertThat(results.get(0).get("outcome").asText()).isEqualTo("SUCCEEDED");
        assertThat(results.get(0).get("record").get("id").asLong()).isEqualTo(7);
        assertThat(results.get(1).get("error").get("messages").get(0).asText()).isEqualTo("taken");
    }

    @Test
    void resultsAreJsonWhereverARouteNeedsTextOrBytes() throws Exception {
        TypeConverter converter = context.getTypeConverter();
        List<RecordResult> results = List.of(STORED, REFUSED);

        assertResults(JSON.readTree(converter.mandatoryConvertTo(String.class, results)));
        assertResults(JSON.readTree(converter.mandatoryConvertTo(byte[].class, results)));
        assertResults(JSON.readTree(converter.mandatoryConvertTo(InputStream.class, results)));
        assertThat(JSON.readTree(converter.mandatoryConvertTo(String.class, STORED))
                        .get("index")
                        .asInt())
                .isZero();
        assertThat(JSON.readTree(converter.mandatoryConvertTo(InputStream.class, REFUSED))
                        .get("index")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void otherListsAndMapsOfTheApplicationAreConvertedAsBefore() {
        TypeConverter converter = context.getTypeConverter();

        assertThat(converter.convertTo(String.class, List.of("a"))).isEqualTo("[a]");
        assertThat(converter.convertTo(String.class, Map.of("a", 1))).isEqualTo("{a=1}");
        assertThat(converter.convertTo(String.class, List.of())).isEqualTo("[]");
    }
}
