// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.camelfreshsales.FreshsalesConstants;
import io.github.camelfreshsales.FreshsalesException;
import io.github.camelfreshsales.RecordResult;
import io.github.camelfreshsales.simulator.FreshsalesSimulator;
import io.github.camelfreshsales.simulator.FreshsalesSimulatorExtension;
import io.github.camelfreshsales.simulator.Switch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The quota of an account, as routes meet it. */
class QuotaSharingTest {

    @RegisterExtension
    static final FreshsalesSimulatorExtension FRESHSALES =
            new FreshsalesSimulatorExtension(FreshsalesSimulator.builder().apiKeys("one", "other"));

    private final FreshsalesSimulator simulator = FRESHSALES.simulator();
    private DefaultCamelContext context;
    private FreshsalesComponent component;

    @BeforeEach
    void startContext() throws Exception {
        context = new TestContext();
        component = new FreshsalesComponent();
        component.getConfiguration().setDomain(simulator.domain());
        component.getConfiguration().setApiKey("one");
        component.getConfiguration().setRetryDelay(1);
        component.setMaxQuotaWait(0);
        context.addComponent("freshsales", component);
        context.start();
    }

    @AfterEach
    void stopContext() throws Exception {
        context.close();
    }

    private Exchange send(String uri) {
        return context.createFluentProducerTemplate()
                .withBody(Map.of("last_name", "Moss"))
                .to("freshsales:" + uri)
                .send();
    }

    @Test
    void endpointsOfAnAccountShareItsCallsAndNoneIsRefused() {
        simulator.setQuota(0, 5);
        component.setRequestsPerMinute(5);

        for (int i = 0; i < 3; i++) {
            assertThat(send("create?resourceType=contacts").getException()).isNull();
        }
        assertThat(send("ping").getException()).isNull();
        assertThat(send("selector?selectorName=owners").getException()).isNull();
        FreshsalesException e =
                (FreshsalesException) send("create?resourceType=deals").getException();

        assertThat(e).hasMessageContaining("the calls of this hour or minute are used up");
        assertThat(e.getRetryAfter()).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(61));
        assertThat(e.isRetryable()).isTrue();
        assertThat(e.isOutcomeUnknown()).isFalse();
        assertThat(e.getStatus()).isZero();
        assertThat(simulator.requestCount()).isEqualTo(5);
        assertThat(simulator.quotaExceededCount()).isZero();
    }

    @Test
    void otherAccountIsNotHeldBack() {
        component.setRequestsPerMinute(1);
        send("ping");

        assertThat(send("ping").getException()).isNotNull();
        assertThat(send("ping?apiKey=other").getException()).isNull();
    }

    @Test
    void usedUpQuotaStopsManyRecordsAndTellsWhatWasDone() {
        component.setRequestsPerMinute(2);

        Exchange result = context.createFluentProducerTemplate()
                .withBody(List.of(Map.of("last_name", "a"), Map.of("last_name", "b"), Map.of("last_name", "c")))
                .to("freshsales:create?resourceType=contacts&stopOnRecordError=false")
                .send();

        FreshsalesException e = (FreshsalesException) result.getException();
        assertThat(e.getResults())
                .extracting(RecordResult::outcome)
                .containsExactly(
                        RecordResult.Outcome.SUCCEEDED, RecordResult.Outcome.SUCCEEDED, RecordResult.Outcome.FAILED);
        assertThat(e.getRetryAfter()).isNotNull();
    }

    @Test
    void reserveIsLeftToOthers() {
        component.setRequestsPerHour(3);
        component.setQuotaReserve(2);

        assertThat(send("ping").getException()).isNull();
        assertThat(send("ping").getException()).isNotNull();
    }

    @Test
    void answersTeachTheLimit() {
        simulator.setQuota(0, 3);

        for (int i = 0; i < 3; i++) {
            assertThat(send("ping").getException()).isNull();
        }

        assertThat(send("ping").getException()).hasMessageContaining("used up");
        assertThat(simulator.quotaExceededCount())
                .as("the headers said that nothing was left")
                .isZero();
    }

    @Test
    void refusalThatNamesItsWaitHoldsTheAccountBackForNoLonger() {
        component.setMaxQuotaWait(60_000);
        simulator.turnOn(Switch.QUOTA_HEADERS_ABSENT);
        for (int i = 0; i < 250; i++) {
            assertThat(send("ping").getException()).isNull();
        }
        simulator.trouble().answer(429).retryAfter("1");
        Instant start = Instant.now();

        for (int i = 0; i < 5; i++) {
            assertThat(send("ping").getException()).isNull();
        }

        assertThat(Duration.between(start, Instant.now())).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(20));
        assertThat(simulator.requestCount()).isEqualTo(256);
    }

    @Test
    void routeThatSendsWithoutEndDoesNotHoldUpAnother() throws Exception {
        component.setRequestsPerMinute(60);
        component.setMaxQuotaWait(120_000);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                onException(FreshsalesException.class).handled(true); // it stops while most still wait
                from("seda:flood?concurrentConsumers=16&pollTimeout=50").to("freshsales:ping");
                from("direct:single").to("freshsales:ping");
            }
        });
        ProducerTemplate template = context.createProducerTemplate();
        for (int i = 0; i < 80; i++) {
            template.sendBody("seda:flood", null);
        }
        Awaitility.await().until(() -> simulator.requestCount() >= 20);
        Instant start = Instant.now();

        Exchange single = template.send("direct:single", exchange -> {});

        assertThat(single.getException()).isNull();
        assertThat(single.getMessage().getHeader(FreshsalesConstants.ATTEMPTS)).isEqualTo(1);
        assertThat(Duration.between(start, Instant.now()))
                .as("before, it came behind 80 others, in the next minute")
                .isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void refusalAfterFewCallsTeachesNothing() {
        component.setMaxQuotaWait(60_000);
        simulator.trouble().answer(429).times(2);

        for (int i = 0; i < 10; i++) {
            assertThat(send("list?resourceType=tasks").getException()).isNull();
        }

        assertThat(simulator.requestCount()).as("two were refused").isEqualTo(12);
    }

    @Test
    void limitsThatCannotBeAreRefused() {
        FreshsalesComponent other = new FreshsalesComponent();
        other.setRequestsPerHour(100);
        other.setQuotaReserve(100);

        assertThat(catchThrowable(() -> {
                    context.addComponent("other", other);
                    other.start();
                }))
                .hasStackTraceContaining("the reserve must be smaller than a known limit");
    }
}
