// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelfreshsales.simulator.Client.Reply;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TroubleTest {

    private static final String MOSS = "{'contact':{'last_name':'Moss'}}";

    @RegisterExtension
    static final FreshsalesSimulatorExtension FRESHSALES = new FreshsalesSimulatorExtension();

    private final FreshsalesSimulator simulator = FRESHSALES.simulator();
    private final Client client = Client.of(simulator);

    @Test
    void twoAnswersAre429ThenTheConnectionDropsThenItWorks() {
        Trouble trouble = simulator.trouble();
        trouble.answer(429).retryAfter("3").times(2).then().dropConnection();

        Reply first = client.post("contacts", MOSS);
        Reply second = client.post("contacts", MOSS);

        assertThat(List.of(first.status(), second.status())).containsOnly(429);
        assertThat(first.raw().headers().firstValue("Retry-After")).contains("3");
        assertThat(trouble.left()).isOne();
        assertConnectionBreaks();
        assertThat(simulator.count("contacts")).isZero();
        assertThat(client.post("contacts", MOSS).status()).isEqualTo(201);
        assertThat(trouble.left()).isZero();
    }

    @Test
    void connectionMayDropAfterTheWorkWasDone() {
        simulator.trouble().dropConnection().afterProcessing();

        assertConnectionBreaks();

        assertThat(simulator.count("contacts")).isOne();
    }

    @Test
    void statusMayHideThatTheWorkWasDone() {
        simulator.trouble().answer(504).afterProcessing();

        Reply reply = client.post("contacts", MOSS);

        assertThat(reply.status()).isEqualTo(504);
        assertThat(reply.contentType()).startsWith("text/html");
        assertThat(simulator.count("contacts")).isOne();
    }

    @Test
    void answersMayBeEmptyOrGarbageOrBreakOff() {
        simulator.trouble().emptyResponse().then().garbage().then().brokenBody();

        assertConnectionBreaks();
        assertConnectionBreaks();
        assertConnectionBreaks();
        assertThat(simulator.count("contacts")).isZero();
    }

    @Test
    void answerMayComeLate() {
        simulator.trouble().delay(Duration.ofMillis(120));

        long start = System.nanoTime();
        Reply reply = client.post("contacts", MOSS);

        assertThat(reply.status()).isEqualTo(201);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(110));
    }

    @Test
    void scriptIsForItsOwnRequestsOnly() {
        simulator.trouble().on("POST", "contacts").answer(503).forever();
        simulator.trouble().on("*", "deals/*").answer(500).body("text/plain", "Oops");

        assertThat(client.get("contacts/filters").status()).isEqualTo(200);
        assertThat(client.post("contacts", MOSS).status()).isEqualTo(503);
        assertThat(client.post("contacts", MOSS).status()).isEqualTo(503);
        assertThat(client.post("deals", "{'deal':{'name':'Pump'}}").status()).isEqualTo(201);
        assertThat(client.get("deals/filters").text()).isEqualTo("Oops");
        assertThat(client.get("deals/filters").status()).isEqualTo(200);
    }

    @Test
    void workBetweenFailuresUsesUpAStep() {
        simulator.trouble().answer(500).then().work().then().answer(408);

        assertThat(IntStream.range(0, 4).map(i -> client.get("selector/owners").status()))
                .containsExactly(500, 200, 408, 200);
    }

    @Test
    void stepIsUsedUpOnceHoweverManyCallAtOnce() {
        simulator.trouble().answer(429).times(40);

        long refused = IntStream.range(0, 100)
                .parallel()
                .filter(i -> client.post("contacts", MOSS).status() == 429)
                .count();

        assertThat(refused).isEqualTo(40);
        assertThat(simulator.count("contacts")).isEqualTo(60);
    }

    @Test
    void resetAndWithdrawEndAScript() {
        simulator.trouble().answer(500).forever();
        simulator.reset();
        assertThat(client.get("selector/owners").status()).isEqualTo(200);

        Trouble trouble = simulator.trouble();
        trouble.answer(500).forever();
        trouble.withdraw();
        assertThat(client.get("selector/owners").status()).isEqualTo(200);
    }

    @Test
    void somethingElseMayHappenJustBeforeARequest() {
        long id = simulator.seed("contacts", Map.of("city", "Oslo"));
        simulator
                .trouble()
                .on("GET", "contacts/*")
                .work()
                .then()
                .run(() -> simulator.update("contacts", id, Map.of("city", "Rome")));

        assertThat(List.of(city(id), city(id), city(id))).containsExactly("Oslo", "Rome", "Rome");
    }

    @Test
    void somethingElseMayHappenBetweenTheWorkAndTheAnswer() {
        long id = simulator.seed("contacts", Map.of("city", "Oslo"));
        simulator
                .trouble()
                .on("GET", "contacts/*")
                .run(() -> simulator.update("contacts", id, Map.of("city", "Rome")))
                .afterProcessing();

        String first = city(id);

        assertThat(simulator.record("contacts", id)).containsEntry("city", "Rome");
        assertThat(List.of(first, city(id))).containsExactly("Oslo", "Rome");
    }

    @Test
    void actionRunsAsOftenAsItsStepAndGoesWithAnyAnswer() {
        List<Integer> seen = new ArrayList<>();
        Runnable look = () -> seen.add(simulator.count("contacts"));
        simulator
                .trouble()
                .answer(503)
                .running(look)
                .times(2)
                .then()
                .answer(504)
                .running(look)
                .afterProcessing();

        List<Integer> statuses = IntStream.range(0, 4)
                .map(i -> client.post("contacts", MOSS).status())
                .boxed()
                .toList();

        assertThat(statuses).containsExactly(503, 503, 504, 201);
        assertThat(seen).containsExactly(0, 0, 1);
    }

    @Test
    void actionMayWaitForOnePageOfASearch() {
        IntStream.range(0, 20).forEach(i -> simulator.seed("contacts", Map.of("last_name", "N" + i)));
        simulator
                .trouble()
                .on("POST", "filtered_search/contact")
                .when(request -> request.json().path("page").asInt() == 2)
                .run(() -> simulator.seed("contacts", Map.of("last_name", "New")));

        assertThat(total(1)).isEqualTo(20);
        assertThat(total(2)).isEqualTo(21);
        assertThat(total(2)).isEqualTo(21);
    }

    @Test
    void stubOfAUserWinsOverTheSimulatorUntilReset() {
        simulator
                .wireMock()
                .stubFor(get(urlEqualTo("/crm/sales/api/selector/owners"))
                        .willReturn(aResponse().withStatus(418)));

        assertThat(client.get("selector/owners").status()).isEqualTo(418);
        assertThat(client.get("selector/currencies").status()).isEqualTo(200);

        simulator.wireMock().resetAll();
        assertThat(client.get("selector/owners").status()).isEqualTo(200);
    }

    @Test
    void journalOfWireMockShowsTheRequests() {
        client.get("selector/owners?page=1");

        simulator.wireMock().verify(1, getRequestedFor(urlPathMatching(".*/selector/.*")));
        assertThat(simulator.requestCount("GET", "selector/owners")).isOne();
        assertThat(simulator.requestCount()).isOne();
    }

    private String city(long id) {
        return client.get("contacts/" + id).json().at("/contact/city").asText();
    }

    private int total(int page) {
        return client.post("filtered_search/contact", "{'filter_rule':[],'page':" + page + "}")
                .json()
                .at("/meta/total")
                .asInt();
    }

    private void assertConnectionBreaks() {
        assertThatThrownBy(() -> client.post("contacts", MOSS)).hasCauseInstanceOf(IOException.class);
    }
}
