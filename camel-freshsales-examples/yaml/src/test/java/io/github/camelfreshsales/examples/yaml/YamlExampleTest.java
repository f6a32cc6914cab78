// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.examples.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelfreshsales.simulator.FreshsalesSimulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example as it is started by its README: camel-main, and files in YAML. */
class YamlExampleTest {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private final Main main = new Main();
    private FreshsalesSimulator simulator;

    @BeforeEach
    void start() throws Exception {
        main.addOverrideProperty("folder", folder.toString());
        main.start();
        simulator = main.getCamelContext().getRegistry().lookupByNameAndType("simulator", FreshsalesSimulator.class);
        simulator.jobsTakeLooks(0);
    }

    @AfterEach
    void stop() {
        main.stop();
    }

    /** A file appears as a whole. */
    private void send(Path file) throws IOException {
        Path parked = Files.copy(file, folder.resolve("parked"));
        Files.move(parked, Files.createDirectories(folder.resolve("inbox")).resolve("contacts.json"));
    }

    private JsonNode written(String file) throws IOException {
        Path path = folder.resolve(file);
        await().atMost(LONG).until(() -> Files.exists(path) && Files.size(path) > 0);
        return JSON.readTree(Files.readString(path));
    }

    @Test
    void contactsGoInAndTheirChangesComeOut() throws Exception {
        send(Path.of("sample/contacts.json"));

        JsonNode report = written("reports/contacts.json");
        assertThat(report.findValuesAsText("outcome")).containsExactly("SUCCEEDED", "SUCCEEDED", "FAILED", "SUCCEEDED");
        assertThat(simulator.records("contacts"))
                .extracting(contact -> contact.get("last_name"))
                .containsExactlyInAnyOrder("Moss", "Lark", "Reed");
        for (var contact : simulator.records("contacts")) {
            JsonNode event = written("events/contact-" + contact.get("id") + ".json");
            assertThat(event.get("last_name").asText()).isEqualTo(contact.get("last_name"));
        }
        assertThat(folder.resolve("cursors")).isDirectory();
    }

    @Test
    void fileThatCannotBeSentLiesInQuarantine() throws Exception {
        simulator.trouble().answer(401).forever();

        send(Path.of("sample/contacts.json"));

        JsonNode envelope = written("quarantine/contacts.json");
        assertThat(envelope.get("status").asInt()).isEqualTo(401);
        assertThat(envelope.get("record")).hasSize(4);
        assertThat(simulator.count("contacts")).isZero();
    }
}
