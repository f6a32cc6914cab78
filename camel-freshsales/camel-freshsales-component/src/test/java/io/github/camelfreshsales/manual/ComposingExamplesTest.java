// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.manual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelfreshsales.FreshsalesException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page about composing keeps what it says. */
class ComposingExamplesTest extends ExampleTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private final Map<String, Object> properties = new HashMap<>();
    private List<Exchange> refused;
    private List<Exchange> later;

    @BeforeEach
    void useFolder() {
        properties.put("folder", folder);
        freshsales.getConfiguration().setJobPollInterval(100);
    }

    private void start(Language language) throws Exception {
        useProperties(properties);
        start(language, new ComposingRoutes(folder.toFile()), "composing.yaml");
        refused = arrivalsAt("direct:refused");
        later = arrivalsAt("direct:later");
    }

    private static Map<String, Object> contact(int n) {
        return Map.of("last_name", "n" + n, "email", "n" + n + "@example.test", "external_id", "X" + n);
    }

    private static List<Map<String, Object>> contacts(int count) {
        return IntStream.range(0, count)
                .mapToObj(ComposingExamplesTest::contact)
                .toList();
    }

    private long calls() {
        return simulator.requestCount();
    }

    @ParameterizedTest
    @EnumSource
    void splitTakesACallARecordAndBulkACallForAHundred(Language language) throws Exception {
        start(language);

        send("direct:one-call-a-record", contacts(150));
        long oneByOne = calls();
        send("direct:hundred-records-a-call", contacts(150));

        assertThat(oneByOne).isEqualTo(150);
        assertThat(simulator.requestCount("POST", "contacts/bulk_upsert")).isEqualTo(2);
        assertThat(simulator.count("contacts")).isEqualTo(150);
    }

    @ParameterizedTest
    @EnumSource
    void batchInsideOneExchangeFailsItsSource(Language language) throws Exception {
        start(language);
        simulator.trouble().answer(401).forever();

        assertThatThrownBy(() -> send("direct:hundred-records-a-call", contacts(3)))
                .hasRootCauseInstanceOf(FreshsalesException.class);
        assertThatThrownBy(() -> send("direct:one-call-a-record", contacts(3)))
                .hasRootCauseInstanceOf(FreshsalesException.class);
    }

    @ParameterizedTest
    @EnumSource
    void aggregatorAcknowledgesItsSourceBeforeAnythingIsSent(Language language) throws Exception {
        start(language);
        simulator.trouble().answer(401).forever();

        for (Map<String, Object> contact : contacts(99)) {
            send("direct:collected", contact);
        }
        assertThat(calls()).as("99 messages are acknowledged").isZero();

        await().until(() -> calls() == 1);
        assertThat(simulator.count("contacts"))
                .as("no source has heard of the failure")
                .isZero();
    }

    @ParameterizedTest
    @EnumSource
    void refusedRecordLiesInQuarantineAndCanBeReplayed(Language language) throws Exception {
        start(language);
        simulator.trouble().answer(400);

        send("direct:with-quarantine", contact(1));

        Path file = onlyFile(folder.resolve("quarantine"));
        String text = Files.readString(file);
        JsonNode envelope = JSON.readTree(text);
        assertThat(envelope.get("route").asText()).isEqualTo("with-quarantine");
        assertThat(envelope.get("exchange").asText()).isNotBlank();
        assertThat(envelope.get("operation").asText()).isEqualTo("create");
        assertThat(envelope.get("resourceType").asText()).isEqualTo("contacts");
        assertThat(envelope.get("status").asInt()).isEqualTo(400);
        assertThat(envelope.get("messages").isArray()).isTrue();
        assertThat(envelope.get("retryable").asBoolean()).isFalse();
        assertThat(envelope.get("outcomeUnknown").asBoolean()).isFalse();
        assertThat(envelope.get("record").get("last_name").asText()).isEqualTo("n1");
        assertThat(text).doesNotContain(simulator.apiKey());

        Files.createDirectories(folder.resolve("corrected"));
        Files.move(file, folder.resolve("corrected").resolve(file.getFileName()));

        await().until(() -> simulator.count("contacts") == 1);
        assertThat(simulator.records("contacts").get(0)).containsEntry("last_name", "n1");
    }

    private static Path onlyFile(Path folder) throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(1);
            return all.get(0);
        }
    }

    @ParameterizedTest
    @EnumSource
    void recordIsCreatedOnceThoughItsFateWasUnknown(Language language) throws Exception {
        start(language);
        simulator.trouble().dropConnection().afterProcessing();

        send("direct:only-once", contact(1));
        send("direct:only-once", contact(1));

        assertThat(simulator.requestCount("POST", "contacts")).isEqualTo(1);
        assertThat(simulator.count("contacts")).isEqualTo(1);
        JsonNode envelope = JSON.readTree(Files.readString(onlyFile(folder.resolve("quarantine"))));
        assertThat(envelope.get("outcomeUnknown").asBoolean()).isTrue();
        assertThat(folder.resolve("created")).content().contains("X1");
    }

    @ParameterizedTest
    @EnumSource
    void throttledRouteLeavesCallsToOthers(Language language) throws Exception {
        properties.put("calls", 2);
        properties.put("period", 400);
        start(language);
        long begun = System.nanoTime();

        contacts(3).forEach(contact -> send("direct:slowly", contact));

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofMillis(300));
        assertThat(simulator.count("contacts")).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource
    void breakerOpensWhenTheServiceIsDownAndNotForRecordsThatAreWrong(Language language) throws Exception {
        freshsales.getConfiguration().setMaxRetries(0);
        start(language);

        simulator.trouble().answer(400).times(12);
        contacts(12).forEach(contact -> send("direct:guarded", contact));
        send("direct:guarded", contact(12));
        assertThat(refused).hasSize(12);
        assertThat(simulator.count("contacts")).isEqualTo(1);

        simulator.trouble().answer(503).forever();
        long before = calls();
        for (int n = 0; n < 200 && later.size() == calls() - before; n++) {
            send("direct:guarded", contact(13));
        }

        assertThat(later).as("the last one was not even sent").hasSize((int) (calls() - before) + 1);
    }
}
