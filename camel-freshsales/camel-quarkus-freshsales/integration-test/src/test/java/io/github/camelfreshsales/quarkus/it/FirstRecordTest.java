// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.quarkus.it;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** The Quarkus project of the page "Getting started". */
@QuarkusTest
@TestProfile(OwnInbox.class)
class FirstRecordTest {

    private static final Path PROJECT = Path.of("../../../docs/getting-started");

    @ConfigProperty(name = "camel.component.freshsales.domain")
    URI domain;

    @Test
    void fileBecomesAContactOfTheDevService() throws Exception {
        Path inbox = Files.createDirectories(OwnInbox.FOLDER);

        Files.copy(PROJECT.resolve("camel-main/inbox/lee.json"), inbox.resolve("lee.json"));

        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(emails()).contains("lee@example.test"));
    }

    @Test
    void accountIsReady() {
        String check = "producer:freshsales-" + domain.getAuthority();

        get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'camel-freshsales' }.data.'" + check + "'", equalTo("UP"));
    }

    private String emails() {
        return get(domain.resolve("/simulator/records/contacts")).asString();
    }
}
