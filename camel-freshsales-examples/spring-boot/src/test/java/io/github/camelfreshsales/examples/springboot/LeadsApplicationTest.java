// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.examples.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelfreshsales.simulator.FreshsalesSimulator;
import io.github.camelfreshsales.simulator.spring.EnableFreshsalesSimulator;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "camel.component.freshsales.retry-delay=1ms")
@EnableFreshsalesSimulator
class LeadsApplicationTest {

    @Autowired
    private FreshsalesSimulator freshsales;

    @Value("http://localhost:${local.server.port}")
    private URI application;

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> keep(String lead) throws Exception {
        return send(HttpRequest.newBuilder(application.resolve("/leads"))
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(lead)));
    }

    private HttpResponse<String> look(String path) throws Exception {
        return send(HttpRequest.newBuilder(application.resolve(path)));
    }

    @Test
    void secondLeadOfAnAddressUpdatesTheFirst() throws Exception {
        HttpResponse<String> first = keep("{\"email\": \"lee@example.test\", \"first_name\": \"Lee\"}");
        HttpResponse<String> second = keep("{\"email\": \"lee@example.test\", \"last_name\": \"Moss\"}");

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body()).contains("\"id\"");
        assertThat(freshsales.records("contacts"))
                .extracting(contact -> contact.get("first_name") + " " + contact.get("last_name"))
                .containsExactly("Lee Moss");
    }

    @Test
    void callerLearnsWhatIsWrongWithALead() throws Exception {
        freshsales.trouble().answer(400).forever();

        HttpResponse<String> response = keep("{\"email\": \"lee@example.test\"}");

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.body()).contains("errors");
    }

    @Test
    void callerLearnsThatItMayTryAgain() throws Exception {
        freshsales.trouble().answer(503).forever();

        HttpResponse<String> response = keep("{\"email\": \"lee@example.test\"}");

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void platformSeesTheAccount() throws Exception {
        keep("{\"email\": \"lee@example.test\"}");

        assertThat(look("/actuator/health/readiness").statusCode()).isEqualTo(200);
        assertThat(look("/actuator/health").body()).contains("producer:freshsales");
        assertThat(look("/actuator/info").body()).contains(freshsales.domain()).doesNotContain(freshsales.apiKey());
    }

    @Test
    void platformSeesRequestsAndQuota() throws Exception {
        keep("{\"email\": \"lee@example.test\"}");

        assertThat(look("/actuator/metrics/freshsales.requests?tag=operation:upsert")
                        .statusCode())
                .isEqualTo(200);
        assertThat(look("/actuator/metrics/freshsales.quota.remaining?tag=window:hour")
                        .statusCode())
                .isEqualTo(200);
    }
}
