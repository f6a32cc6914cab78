package io.github.camelfreshsales.component;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.github.camelfreshsales.simulator.FreshsalesSimulator;
import io.github.camelfreshsales.simulator.FreshsalesSimulatorExtension;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Repeats as a route sees them. */
class RetryTest extends ServiceTest {

    @RegisterExtension
    static final FreshsalesSimulatorExtension FRESHSALES = new FreshsalesSimulatorExtension();

    private final FreshsalesSimulator simulator = FRESHSALES.simulator();

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

        assertThat(e).hasMessageContaining("(attempt 4) answered 503: down");
        assertThat(e.getSuppressed()).hasSize(3).allSatisfy(earlier -> assertThat(earlier)
                .hasMessage("answered 503"));
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

    @ParameterizedTest
    @ValueSource(strings = {"route", "context"})
    void waitEndsWhenTheRouteStops(String what) throws Exception {
        component.getConfiguration().setRetryDelay(60_000);
        component.getConfiguration().setMaxRetryDelay(60_000);
        serviceAnswers(503, "");
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("seda:in").routeId("waiting").to("freshsales:get?resourceType=deals&recordId=5");
            }
        });
        CompletableFuture<Exchange> waiting = CompletableFuture.supplyAsync(() -> context.createFluentProducerTemplate()
                .to("seda:in?waitForTaskToComplete=Always&timeout=0")
                .send());
        Awaitility.await().until(() -> !arrived().isEmpty());
        long start = System.nanoTime();

        if (what.equals("route")) {
            context.getRouteController().stopRoute("waiting");
        } else {
            context.stop();
        }

        assertThat(waiting.get(10, TimeUnit.SECONDS).getException()).isInstanceOf(FreshsalesException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
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

    // --- on a Freshsales with state: nothing is lost and nothing is there twice

    static Stream<Arguments> troubles() {
        return Stream.of(
                trouble("none", t -> t.trouble().work(), true),
                trouble("429", t -> t.trouble().answer(429), true),
                trouble("429, Retry-After 0", t -> t.trouble().answer(429).retryAfter("0"), true),
                trouble("429, broken Retry-After", t -> t.trouble().answer(429).retryAfter("later"), true),
                trouble("408", t -> t.trouble().answer(408), false),
                trouble("500", t -> t.trouble().answer(500), false),
                trouble("502", t -> t.trouble().answer(502), false),
                trouble("503", t -> t.trouble().answer(503), false),
                trouble("504", t -> t.trouble().answer(504), false),
                trouble("503 after it was done", t -> t.trouble().answer(503).afterProcessing(), false),
                trouble("reset", t -> t.trouble().dropConnection(), false),
                trouble(
                        "reset after it was done",
                        t -> t.trouble().dropConnection().afterProcessing(),
                        false),
                trouble("empty answer", t -> t.trouble().emptyResponse().afterProcessing(), false));
    }

    private static Arguments trouble(String name, Consumer<FreshsalesSimulator> script, boolean createIsRepeated) {
        return Arguments.of(name, script, createIsRepeated);
    }

    private void useSimulator() {
        component.getConfiguration().setDomain(simulator.domain());
        component.getConfiguration().setApiKey(simulator.apiKey());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("troubles")
    void createIsStoredOnceAtTheMostAndNeverReportedLostWhenItIsStored(
            String name, Consumer<FreshsalesSimulator> trouble, boolean repeated) {
        useSimulator();
        trouble.accept(simulator);

        Exchange result = context.createFluentProducerTemplate()
                .withBody(Map.of("last_name", "Moss"))
                .to("freshsales:create?resourceType=contacts")
                .send();

        if (repeated) {
            assertThat(result.getException()).isNull();
            assertThat(simulator.count("contacts")).isEqualTo(1);
        } else {
            assertThat(((FreshsalesException) result.getException()).isOutcomeUnknown())
                    .isTrue();
            assertThat(simulator.requestCount("POST", "contacts")).isEqualTo(1);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("troubles")
    void whatDoesNoHarmTwiceGetsThrough(String name, Consumer<FreshsalesSimulator> trouble, boolean ignored) {
        useSimulator();
        long id = simulator.seed("contacts", Map.of("last_name", "Moss", "email", "a@b.test"));

        trouble.accept(simulator);
        assertThat(call("freshsales:get?resourceType=contacts&recordId=" + id, null))
                .isNotNull();
        trouble.accept(simulator);
        call("freshsales:update?resourceType=contacts&recordId=" + id, Map.of("city", "Oslo"));
        trouble.accept(simulator);
        call("freshsales:upsert?resourceType=contacts", Map.of("email", "new@b.test"));
        trouble.accept(simulator);
        call("freshsales:upsert?resourceType=contacts", Map.of("email", "a@b.test", "job_title", "CTO"));
        trouble.accept(simulator);
        assertThat(call("freshsales:delete?resourceType=contacts&recordId=" + id, null))
                .isEqualTo(true);

        assertThat(simulator.deletedRecords("contacts")).singleElement().satisfies(contact -> assertThat(contact)
                .containsEntry("city", "Oslo")
                .containsEntry("job_title", "CTO"));
        assertThat(simulator.count("contacts")).isEqualTo(1);
    }
}
