// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.quarkus.deployment;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.devui.tests.DevUIJsonRPCTest;
import io.quarkus.test.QuarkusDevModeTest;
import io.restassured.http.ContentType;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DevModeTest extends DevUIJsonRPCTest {

    /** Quarkus looks for containers, which this dev service does not need. */
    private static final String QUIET = """
            quarkus.log.level=WARN
            quarkus.log.category."org.testcontainers".level=OFF
            quarkus.banner.enabled=false
            quarkus.test.continuous-testing=disabled
            """;

    @RegisterExtension
    static final QuarkusDevModeTest APPLICATION = new QuarkusDevModeTest()
            .withApplicationRoot(application -> application
                    .addClass(Reloads.class)
                    .addAsResource(new StringAsset(QUIET), "application.properties"));

    DevModeTest() {
        super("camel-quarkus-freshsales");
    }

    @Test
    void recordsSurviveALiveReload() throws Exception {
        String page = simulatorPage();
        given().contentType(ContentType.JSON)
                .body("{\"contacts\": 3}")
                .post(page + "simulator/seed")
                .then()
                .statusCode(201);

        APPLICATION.modifySourceFile(Reloads.class, source -> source.replace("before", "after"));

        get("/q/health").then().body("checks.name", hasItem("after"));
        assertThat(simulatorPage()).isEqualTo(page);
        assertThat(get(page + "simulator/records/contacts").jsonPath().getInt("total"))
                .isEqualTo(3);
    }

    private String simulatorPage() throws Exception {
        return executeJsonRPCMethod(FreshsalesDevUiProcessor.SIMULATOR_PAGE).asText();
    }
}
