// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.manual;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okForContentType;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelfreshsales.simulator.FreshsalesSimulator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Message;
import org.apache.camel.builder.NotifyBuilder;
import org.apache.camel.support.PropertyBindingSupport;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The routes that the manual shows do what it says. */
class ManualExamplesTest extends ExampleTest {

    @TempDir
    Path folder;

    private void useFolder() {
        useProperties(Map.of("folder", folder));
    }

    @AfterEach
    void logAsUsual() {
        Configurator.reconfigure();
    }

    // --- getting started

    @ParameterizedTest
    @EnumSource
    void filesBecomeContacts(Language language) throws Exception {
        useFolder();
        Files.writeString(folder.resolve("lee.json"), "{\"last_name\": \"Moss\", \"email\": \"lee@example.test\"}");
        Files.writeString(folder.resolve("broken.json"), "{\"last_name\": ");
        Configurator.setLevel("org.apache.camel", Level.OFF); // it tells at length that the broken file failed
        NotifyBuilder both = new NotifyBuilder(context)
                .fromRoute("*")
                .from("file:*")
                .whenDone(2)
                .create();

        start(language, new GettingStartedRoutes(), "getting-started.yaml");

        assertThat(both.matches(20, TimeUnit.SECONDS)).isTrue();
        assertThat(simulator.records("contacts"))
                .extracting(contact -> contact.get("email"))
                .containsExactly("lee@example.test");
        assertThat(folder.resolve("failed/broken.json")).exists();
        assertThat(folder.resolve(".camel/lee.json")).exists();
    }

    @ParameterizedTest
    @EnumSource
    void pingTestsTheCredential(Language language) throws Exception {
        useFolder();
        NotifyBuilder ok = new NotifyBuilder(context)
                .from("timer:*")
                .filter(exchange -> exchange.getMessage().getBody() instanceof Map<?, ?> report
                        && Boolean.TRUE.equals(report.get("ok")))
                .whenDone(1)
                .create();

        start(language, new GettingStartedRoutes(), "getting-started.yaml");

        assertThat(ok.matches(20, TimeUnit.SECONDS)).isTrue();
        assertThat(simulator.requestCount("GET", "contacts/filters")).isEqualTo(1);
    }

    @Test
    void propertiesOfTheManualAreOptionsOfTheComponent() throws Exception {
        Properties properties = new Properties();
        properties.load(getClass().getResourceAsStream("/manual/application.properties"));
        String prefix = "camel.component.freshsales.";

        for (String name : properties.stringPropertyNames()) {
            assertThat(name).startsWith(prefix);
            PropertyBindingSupport.build()
                    .withConfigurer(freshsales.getComponentPropertyConfigurer())
                    .withIgnoreCase(true)
                    .withMandatory(true)
                    .bind(
                            context,
                            freshsales,
                            name.substring(prefix.length()),
                            properties.getProperty(name).replace("{{env:FRESHSALES_API_KEY}}", "the-key"));
        }

        assertThat(freshsales.getConfiguration().getDomain()).isEqualTo("acme.myfreshworks.com/crm/sales");
        assertThat(freshsales.getConfiguration().getApiKey()).isEqualTo("the-key");
    }

    // --- several accounts

    @ParameterizedTest
    @EnumSource
    void secondComponentIsASecondAccount(Language language) throws Exception {
        try (FreshsalesSimulator archive = FreshsalesSimulator.start()) {
            useProperties(Map.of("archive-domain", archive.domain(), "archive-key", archive.apiKey()));
            start(language, new AccountRoutes(), "accounts.yaml");

            send("direct:both", Map.of("email", "lee@example.test"));

            assertThat(simulator.count("contacts")).isEqualTo(1);
            assertThat(archive.count("contacts")).isEqualTo(1);
        }
    }

    // --- manual mode

    @ParameterizedTest
    @EnumSource
    void pathMayComeFromTheMessage(Language language) throws Exception {
        useFolder();
        start(language, new ManualModeRoutes(), "manual-mode.yaml");

        Message result = send("direct:forms", "cm_project");

        assertThat(simulator.requestCount("GET", "settings/cm_project/forms")).isEqualTo(1);
        assertThat(result.getHeader("CamelHttpResponseCode")).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource
    void bodyIsSentAsItIs(Language language) throws Exception {
        useFolder();
        long deal = simulator.seed("deals", Map.of("name", "Shelves"));
        long ana = simulator.selectorId("owners", "Ana Ruiz");
        start(language, new ManualModeRoutes(), "manual-mode.yaml");

        Message result = send("direct:team", null, Map.of("deal", deal, "user", ana, "role", 3));

        assertThat((List<?>) result.getBody(Map.class).get("team_users"))
                .singleElement()
                .extracting("user_id", "designation_id")
                .containsExactly(ana, 3L);
    }

    @ParameterizedTest
    @EnumSource
    void rawAnswerIsKeptAsItIs(Language language) throws Exception {
        useFolder();
        simulator
                .wireMock()
                .stubFor(get(urlPathEqualTo("/crm/sales/api/reports/7.csv"))
                        .willReturn(okForContentType("text/csv", "a;b\r\n")));
        start(language, new ManualModeRoutes(), "manual-mode.yaml");

        send("direct:page", null);

        assertThat(folder.resolve("7.csv")).hasContent("a;b\r\n");
    }

    @Test
    void multipartUploadsAFile() throws Exception {
        useFolder();
        Path quote = Files.write(folder.resolve("q"), new byte[] {1, 2, 3});
        long contact = simulator.seed("contacts", Map.of("email", "lee@example.test"));
        start(Language.JAVA, new ManualModeRoutes(), null);

        send("direct:upload", quote.toFile(), Map.of("contact", contact));

        assertThat(simulator.documents()).singleElement().satisfies(document -> {
            assertThat(document.fileName()).isEqualTo("quote.pdf");
            assertThat(document.contentType()).isEqualTo("application/pdf");
            assertThat(document.content()).containsExactly(1, 2, 3);
            assertThat(document.targetableId()).isEqualTo(contact);
        });
    }
}
