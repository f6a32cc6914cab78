// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.component;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.github.camelfreshsales.FreshsalesConstants;
import io.github.camelfreshsales.FreshsalesException;
import java.time.Duration;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Repeats as a route sees them; {@link FaultMatrixTest} has what is repeated. */
class RetryTest extends ServiceTest {

    @BeforeEach
    void repeatAtOnce() {
        component.getConfiguration().setMaxRetries(3);
        component.getConfiguration().setRetryDelay(1);
        component.getConfiguration().setMaxRetryDelay(1);
    }

    private static void serviceAnswersInTurn(ResponseDefinitionBuilder... answers) {
        for (int i = 0; i < answers.length; i++) {
            SERVICE.stubFor(any(anyUrl())
                    .inScenario("turns")
                    .whenScenarioStateIs(i == 0 ? "Started" : "turn " + i)
                    .willSetStateTo("turn " + Math.min(i + 1, answers.length - 1))
                    .willReturn(answers[i]));
        }
    }

    @Test
    void attemptsAreCounted() {
        serviceAnswersInTurn(
                aResponse().withStatus(503),
                aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER),
                aResponse().withBody("<html>"),
                aResponse().withBody("{\"deal\":{\"id\":5}}"));

        Exchange result = send("freshsales:get?resourceType=deals&recordId=5", null, Map.of());

        assertThat(result.getMessage().getBody()).isEqualTo(Map.of("id", 5L));
        assertThat(result.getMessage().getHeader(FreshsalesConstants.ATTEMPTS)).isEqualTo(4);
        assertThat(arrived()).hasSize(4);
    }

    @Test
    void exceptionKeepsWhatHappenedBefore() {
        serviceAnswers(503, "{\"message\":\"down\"}");

        FreshsalesException e = failure("freshsales:update?resourceType=deals&recordId=5", Map.of("a", 1));

        assertThat(e).hasMessageContaining("(attempt 4) returned 503: down");
        assertThat(e.getSuppressed()).hasSize(3).allSatisfy(earlier -> assertThat(earlier)
                .hasMessage("returned 503"));
        assertThat(e.isRetryable()).isTrue();
    }

    @Test
    void endpointMayHaveLimitsOfItsOwn() {
        serviceAnswers(503, "");

        failure("freshsales:get?resourceType=deals&recordId=5&maxRetries=1&retryDelay=2&maxRetryDelay=3", null);

        assertThat(arrived()).hasSize(2);
    }

    @Test
    void waitBeyondMaxQuotaWaitFailsAtOnceAndTellsHowLong() {
        component.setMaxQuotaWait(5_000);
        serviceAnswers(aResponse().withStatus(429).withHeader("Retry-After", "6"));

        FreshsalesException e = failure("freshsales:create?resourceType=deals", Map.of("a", 1));

        assertThat(e.getRetryAfter()).isEqualTo(Duration.ofSeconds(6));
        assertThat(e.isRetryable()).isTrue();
        assertThat(arrived()).hasSize(1);
    }

    @Test
    void routeThatWasStartedAgainRepeatsAgain() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").routeId("read").to("freshsales:get?resourceType=deals&recordId=5");
            }
        });
        serviceAnswers(200, "{\"deal\":{\"id\":5}}");
        call("direct:in", null);

        context.getRouteController().stopRoute("read");
        context.getRouteController().startRoute("read");
        serviceAnswersInTurn(aResponse().withStatus(503), aResponse().withBody("{\"deal\":{\"id\":6}}"));

        assertThat(call("direct:in", null)).isEqualTo(Map.of("id", 6L));
    }
}
