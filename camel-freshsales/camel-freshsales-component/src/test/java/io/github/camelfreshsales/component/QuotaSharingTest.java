package io.github.camelfreshsales.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.camelfreshsales.FreshsalesException;
import io.github.camelfreshsales.RecordResult;
import io.github.camelfreshsales.simulator.FreshsalesSimulator;
import io.github.camelfreshsales.simulator.FreshsalesSimulatorExtension;
import io.github.camelfreshsales.simulator.Switch;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
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
        context = new DefaultCamelContext();
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
    void firstRefusalTeachesWhatTheAnswersDoNotTell() {
        simulator.setQuota(500, 0).turnOn(Switch.QUOTA_HEADERS_ABSENT);

        for (int i = 0; i < 520; i++) {
            send("ping?maxRetries=0");
        }

        assertThat(simulator.quotaExceededCount()).isEqualTo(1);
        assertThat(simulator.requestCount()).isEqualTo(501);
    }

    @Test
    void refusalAfterFewCallsTeachesNothing() {
        simulator.trouble().answer(429).times(2);

        assertThat(send("ping?retryDelay=1").getException()).isNull();
        assertThat(send("ping").getException()).isNull();
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
