// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.manual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.example.FirstRecordApplication;
import io.github.camelfreshsales.simulator.FreshsalesSimulator;
import io.github.camelfreshsales.simulator.spring.FreshsalesSimulatorInitializer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.w3c.dom.Document;

/** The project of the page "Getting started". */
class FirstRecordApplicationTest {

    private static final Path PROJECTS = Path.of("../../docs/getting-started");
    private static final Path PROJECT = PROJECTS.resolve("spring-boot");
    private static final Path ROOT = Path.of("../../pom.xml");

    @TempDir
    Path folder;

    @Test
    void fileBecomesAContact() throws Exception {
        Path inbox = Files.createDirectory(folder.resolve("inbox"));
        Files.copy(PROJECTS.resolve("camel-main/inbox/lee.json"), inbox.resolve("lee.json"));

        try (ConfigurableApplicationContext application = new SpringApplicationBuilder(FirstRecordApplication.class)
                .initializers(new FreshsalesSimulatorInitializer())
                .run(
                        "--spring.config.location=" + PROJECT.resolve("src/main/resources") + "/",
                        "--folder=" + inbox,
                        "--server.port=0",
                        "--spring.main.banner-mode=off")) {
            FreshsalesSimulator simulator = application.getBean(FreshsalesSimulator.class);

            await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertThat(simulator.records("contacts"))
                    .extracting(contact -> contact.get("email"))
                    .contains("lee@example.test"));
        }
    }

    @Test
    void propertiesNameTheAccount() throws Exception {
        Properties properties = new Properties();
        properties.load(Files.newBufferedReader(PROJECT.resolve("src/main/resources/application.properties")));

        assertThat(properties)
                .containsEntry("camel.component.freshsales.domain", "${FRESHSALES_DOMAIN}")
                .containsEntry("camel.component.freshsales.api-key", "${FRESHSALES_API_KEY}");
    }

    @Test
    void pomAsksForTheVersionsOfThisProject() throws Exception {
        Path pom = PROJECT.resolve("pom.xml");

        assertThat(first("camel.version", pom)).isEqualTo(first("camel.version", ROOT));
        assertThat(first("version", pom)).isEqualTo(first("spring-boot.version", ROOT));
    }

    private static String first(String element, Path pom) throws Exception {
        Document document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(pom.toFile());
        return document.getElementsByTagName(element).item(0).getTextContent();
    }
}
