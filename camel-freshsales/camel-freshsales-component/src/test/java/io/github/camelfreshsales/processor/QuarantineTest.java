// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelfreshsales.FreshsalesException;
import io.github.camelfreshsales.FreshsalesOperation;
import io.github.camelfreshsales.RecordResult;
import io.github.camelfreshsales.RecordResult.Outcome;
import io.github.camelfreshsales.component.TestContext;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The envelope keeps whatever failed, and gives it back. */
class QuarantineTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final DefaultCamelContext context = new TestContext();

    @AfterEach
    void closeContext() throws Exception {
        context.close();
    }

    private Exchange failed(Object body, Exception failure) {
        Exchange exchange = new DefaultExchange(context);
        exchange.setProperty(Exchange.EXCEPTION_CAUGHT, failure);
        exchange.getMessage().setBody(body);
        return exchange;
    }

    private JsonNode enveloped(Exchange exchange) throws Exception {
        new QuarantineEnvelope().process(exchange);
        return JSON.readTree(exchange.getMessage().getBody(String.class));
    }

    record Person(String last_name, LocalDate birthday) {}

    static Stream<Object> bodies() {
        String json = "{\"last_name\":\"Moss\",\"birthday\":\"1990-02-03\"}";
        return Stream.of(
                Map.of("last_name", "Moss", "birthday", LocalDate.of(1990, 2, 3)),
                new Person("Moss", LocalDate.of(1990, 2, 3)),
                json,
                json.getBytes(),
                new ByteArrayInputStream(json.getBytes()));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void recordInAnyFormIsAnObjectThatCanBeCorrected(Object body) throws Exception {
        JsonNode envelope = enveloped(failed(body, new IllegalStateException("the route failed")));

        assertThat(envelope.get("failure").asText()).isEqualTo("java.lang.IllegalStateException");
        assertThat(envelope.get("record"))
                .isEqualTo(JSON.readTree("{\"last_name\":\"Moss\",\"birthday\":\"1990-02-03\"}"));
    }

    @Test
    void fileIsKeptWithItsContent(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("moss.json"), "{\"last_name\":\"Moss\"}");

        JsonNode envelope = enveloped(failed(file.toFile(), new IllegalStateException()));

        assertThat(envelope.get("record").get("last_name").asText()).isEqualTo("Moss");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "last_name;email", "{\"last_name\": ", "[broken"})
    void bodyThatIsNoJsonIsKeptAsText(String body) throws Exception {
        JsonNode envelope = enveloped(failed(body, new IllegalStateException()));

        assertThat(envelope.get("record").asText()).isEqualTo(body);
    }

    @Test
    void valueWithoutAFormInJsonLosesNoRecord() throws Exception {
        JsonNode envelope = enveloped(
                failed(Map.of("last_name", "Moss", "thread", Thread.currentThread()), new IllegalStateException()));

        assertThat(envelope.get("record").asText()).contains("Moss");
    }

    @Test
    void messageWithoutFailureOrBodyFitsToo() throws Exception {
        JsonNode envelope = enveloped(failed(null, null));

        assertThat(envelope.get("failure").isNull()).isTrue();
        assertThat(envelope.get("record").isNull()).isTrue();
    }

    @Test
    void envelopeOfManyRecordsNamesThoseThatAreNotStored() throws Exception {
        RecordResult stored = new RecordResult(0, Outcome.SUCCEEDED, "a", null, null);
        RecordResult refused =
                new RecordResult(1, Outcome.FAILED, "b", null, new RecordResult.Error(400, "400", List.of("taken")));
        FreshsalesException failure = new FreshsalesException(
                        "1 record failed",
                        FreshsalesException.Failure.of(FreshsalesOperation.bulkUpsert, "contacts", List.of(), true),
                        null)
                .withResults(List.of(stored, refused), false);

        JsonNode envelope = enveloped(failed(List.of(Map.of("name", "a"), Map.of("name", "b")), failure));

        assertThat(envelope.get("messages").get(0).asText()).isEqualTo("1 record failed");
        assertThat(envelope.get("failures")).hasSize(1);
        assertThat(envelope.get("failures").get(0).get("index").asInt()).isEqualTo(1);
        assertThat(envelope.get("record")).hasSize(2);
    }

    @Test
    void openedEnvelopeGivesBackExactlyWhatWasPutIn() throws Exception {
        Map<String, Object> record = Map.of("amount", new BigDecimal("12.50"), "id", 70041234567L, "name", "Moss");
        Exchange exchange = failed(
                record,
                new FreshsalesException(
                        "refused",
                        FreshsalesException.Failure.of(FreshsalesOperation.create, "deals", List.of(), false),
                        null));

        new QuarantineEnvelope().process(exchange);
        new OpenEnvelope().process(exchange);

        assertThat(exchange.getMessage().getBody()).isEqualTo(record);
        assertThat(exchange.getMessage().getHeader("CamelFreshsalesResourceType"))
                .isEqualTo("deals");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{\"route\": \"r\"}", "{\"record\": null}"})
    void whatIsNoEnvelopeIsRefused(String body) {
        assertThatThrownBy(() -> new OpenEnvelope().process(failed(body, null)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not an envelope");
    }

    @Test
    void brokenEnvelopeIsRefusedWithThePlace() {
        assertThatThrownBy(() -> new OpenEnvelope().process(failed("{\"record\": ", null)))
                .hasMessageContaining("The envelope cannot be read")
                .hasMessageContaining("line 1");
    }
}
