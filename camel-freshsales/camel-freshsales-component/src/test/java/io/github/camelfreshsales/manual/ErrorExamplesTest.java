// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.manual;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The error handlers that the manual shows tell the three kinds of failure apart. */
class ErrorExamplesTest extends ExampleTest {

    private static final Map<String, Object> LEE = Map.of("email", "lee@example.test");

    private List<Exchange> look;
    private List<Exchange> later;
    private List<Exchange> failed;

    private void start(Language language) throws Exception {
        start(language, "1");
    }

    private void start(Language language, String againAfter) throws Exception {
        useProperties(Map.of("again-after", againAfter));
        start(language, new ErrorRoutes(), "errors.yaml");
        look = arrivalsAt("direct:look-before-repeating");
        later = arrivalsAt("direct:try-another-day");
        failed = arrivalsAt("direct:failed-contacts");
    }

    @ParameterizedTest
    @EnumSource
    void createWithoutAClearAnswerIsNotRepeated(Language language) throws Exception {
        start(language);
        simulator.trouble().dropConnection().afterProcessing();

        send("direct:contacts", LEE);

        assertThat(simulator.requestCount("POST", "contacts")).isEqualTo(1);
        assertThat(simulator.count("contacts")).isEqualTo(1);
        assertThat(look).singleElement().satisfies(exchange -> assertThat(
                        exchange.getMessage().getBody())
                .isEqualTo(LEE));
        assertThat(failed).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void readIsRepeatedUntilItSucceeds(Language language) throws Exception {
        long deal = simulator.seed("deals", Map.of("name", "Shelves"));
        start(language);
        simulator.trouble().answer(503).times(4);

        Object body = send("direct:deal", null, Map.of("CamelFreshsalesRecordId", deal))
                .getBody();

        assertThat(simulator.requestCount("GET", "deals/{id}"))
                .as("four of one call, and one of its redelivery")
                .isEqualTo(5);
        assertThat((Map<?, ?>) body).extracting("name").isEqualTo("Shelves");
    }

    @ParameterizedTest
    @EnumSource
    void streamIsSentAgainFromItsBeginning(Language language) throws Exception {
        start(language);
        simulator.trouble().answer(429).times(4);

        send("direct:contacts", new ByteArrayInputStream("{\"email\":\"lee@example.test\"}".getBytes()));

        assertThat(simulator.requestCount("POST", "contacts")).isEqualTo(5);
        assertThat(simulator.count("contacts")).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void refusedRecordIsADeadLetterWithItsReason(Language language) throws Exception {
        simulator.seed("contacts", LEE);
        start(language);

        send("direct:contacts", LEE);

        assertThat(simulator.requestCount("POST", "contacts")).isEqualTo(1);
        assertThat(failed).singleElement().satisfies(exchange -> {
            assertThat(exchange.getMessage().getBody()).isEqualTo(LEE);
            assertThat(exchange.getMessage().getHeader("reason", String.class)).contains("returned 400");
        });
        assertThat(look).isEmpty();
        assertThat(later).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void waitIsTheOneThatTheServiceAsksFor(Language language) throws Exception {
        freshsales.setMaxQuotaWait(0);
        start(language, "60000");
        simulator.trouble().answer(429).retryAfter("1");
        long begin = System.nanoTime();

        send("direct:contacts", LEE);

        assertThat(simulator.count("contacts")).isEqualTo(1);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(30));
    }

    @ParameterizedTest
    @EnumSource
    void callThatFailsTooOftenIsPutAside(Language language) throws Exception {
        start(language);
        simulator.trouble().answer(429).retryAfter("0").forever();

        send("direct:contacts", LEE);

        assertThat(simulator.requestCount("POST", "contacts"))
                .as("four calls with four requests each")
                .isEqualTo(16);
        assertThat(later).hasSize(1);
    }
}
