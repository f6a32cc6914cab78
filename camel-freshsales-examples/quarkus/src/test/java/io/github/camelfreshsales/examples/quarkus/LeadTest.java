// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.examples.quarkus;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.net.URI;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LeadTest {

    // tag::test[]
    @ConfigProperty(name = "camel.component.freshsales.domain")
    URI simulator;

    @BeforeEach
    void emptyAccount() {
        given().contentType(ContentType.JSON).post(simulator.resolve("/simulator/reset"));
    }

    @Test
    void leadBecomesAContact() {
        given().contentType(ContentType.JSON)
                .body(Map.of("email", "lee@example.test", "first_name", "Lee"))
                .post("/leads")
                .then()
                .statusCode(201);

        get(simulator.resolve("/simulator/records/contacts")).then().body("rows.email", contains("lee@example.test"));
    }
    // end::test[]

    @Test
    void leadThatIsKnownIsUpdated() {
        send("Lee");

        send("Leo").then().statusCode(200);

        get(simulator.resolve("/simulator/records/contacts")).then().body("rows.display_name", contains("Leo"));
    }

    @Test
    void leadThatFreshsalesRefusesIsTheCallersFault() {
        fault(Map.of("fault", 400, "on", "POST contacts/upsert"));

        send("Lee").then().statusCode(422);
    }

    @Test
    void callerMayTryAgainWhileFreshsalesIsAway() {
        fault(Map.of("fault", 503, "on", "POST contacts/upsert"));

        send("Lee").then().statusCode(503);
    }

    @Test
    void accountIsShownAmongTheHealthChecks() {
        get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.name", hasItem("camel-freshsales"))
                .body("status", equalTo("UP"));
    }

    private static Response send(String name) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("email", "lee@example.test", "first_name", name))
                .post("/leads");
    }

    private void fault(Map<String, Object> fault) {
        given().contentType(ContentType.JSON)
                .body(fault)
                .post(simulator.resolve("/simulator/faults"))
                .then()
                .statusCode(201);
    }
}
