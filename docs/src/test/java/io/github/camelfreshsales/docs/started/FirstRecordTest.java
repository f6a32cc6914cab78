// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.docs.started;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.example.FirstRecord;
import io.github.camelfreshsales.simulator.FreshsalesSimulator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The project of the page "Getting started". */
class FirstRecordTest {

    private static final Path PROJECT = Path.of("getting-started/camel-main");

    @TempDir
    Path folder;

    @Test
    void fileBecomesAContact() throws Exception {
        Path inbox = Files.createDirectory(folder.resolve("inbox"));
        Files.copy(PROJECT.resolve("inbox/lee.json"), inbox.resolve("lee.json"));
        try (FreshsalesSimulator simulator = FreshsalesSimulator.start()) {
            Main main = new Main();
            main.setDefaultPropertyPlaceholderLocation("false");
            main.addInitialProperty("camel.component.freshsales.domain", simulator.domain());
            main.addInitialProperty("camel.component.freshsales.api-key", simulator.apiKey());
            main.addInitialProperty("folder", inbox.toString());
            main.configure().addRoutesBuilder(new FirstRecord());
            main.start();
            try {
                await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertThat(simulator.records("contacts"))
                        .extracting(contact -> contact.get("email"))
                        .containsExactly("lee@example.test"));
            } finally {
                main.stop();
            }
        }
    }

    @Test
    void propertiesNameTheAccount() throws Exception {
        Properties properties = new Properties();
        properties.load(Files.newBufferedReader(PROJECT.resolve("src/main/resources/application.properties")));

        assertThat(properties.stringPropertyNames())
                .containsExactlyInAnyOrder("camel.component.freshsales.domain", "camel.component.freshsales.api-key");
    }

    @Test
    void pomAsksForTheVersionsOfThisProject() throws Exception {
        assertThat(version(PROJECT.resolve("pom.xml"), "camel.version"))
                .isEqualTo(version(Path.of("../pom.xml"), "camel.version"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"getting-started/quarkus/pom.xml", "../camel-freshsales-examples/quarkus/pom.xml"})
    void pomAsksForTheQuarkusPlatformOfTheExtension(Path pom) throws Exception {
        Path extension = Path.of("../camel-freshsales/camel-quarkus-freshsales/pom.xml");

        assertThat(version(pom, "quarkus.platform.version")).isEqualTo(version(extension, "quarkus.platform.version"));
    }

    private static String version(Path pom, String property) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(pom.toFile())
                .getElementsByTagName(property)
                .item(0)
                .getTextContent();
    }
}
