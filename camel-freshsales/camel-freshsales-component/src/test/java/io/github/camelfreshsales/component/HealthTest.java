// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.camelfreshsales.simulator.Switch;
import io.github.camelfreshsales.simulator.Trouble;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheck.State;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.health.HealthCheckRepository;
import org.apache.camel.impl.health.DefaultHealthCheckRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The health check of an account whose records a route writes. */
class HealthTest extends WatchedAccountTest {

    private HealthCheckRepository producers;

    @BeforeEach
    void enableHealth() {
        HealthCheckRegistry registry = new DefaultHealthCheckRegistry(context);
        context.getCamelContextExtension().addContextPlugin(HealthCheckRegistry.class, registry);
        producers = (HealthCheckRepository) registry.resolveById("producers");
        producers.setEnabled(true);
        registry.register(producers);
    }

    private void start() throws Exception {
        route("contacts", "freshsales:create?resourceType=contacts");
        context.start();
    }

    private List<HealthCheck.Result> results() {
        return List.copyOf(HealthCheckHelper.invoke(context, "full"));
    }

    private HealthCheck.Result result() {
        assertThat(results()).hasSize(1);
        return results().get(0);
    }

    private void assertUp() {
        assertThat(result().getState()).isEqualTo(State.UP);
    }

    private HealthCheck.Result assertDown(String why, Object status) {
        HealthCheck.Result result = result();
        assertThat(result.getState()).isEqualTo(State.DOWN);
        assertThat(result.getMessage())
                .hasValueSatisfying(message -> assertThat(message).contains(why));
        assertThat(result.getDetails()).containsEntry(HealthCheck.HTTP_RESPONSE_CODE, status);
        return result;
    }

    @Test
    void trafficThatSucceedsIsHealthWithoutACall() throws Exception {
        start();
        sendContact("contacts");
        turnClock(300);

        HealthCheck.Result result = result();

        assertThat(result.getState()).isEqualTo(State.UP);
        assertThat(result.getCheck().getId()).isEqualTo("producer:freshsales-localhost:" + simulator.port());
        assertThat(result.getDetails())
                .containsEntry("account.host", "localhost:" + simulator.port())
                .containsEntry("last.success", NOON.toString())
                .doesNotContainKeys("last.failure", HealthCheck.HTTP_RESPONSE_CODE);
        assertThat(simulator.requestCount()).isEqualTo(1);
    }

    @Test
    void consumerTellsOfItsAccountWithoutACall() throws Exception {
        HealthCheckRegistry registry = HealthCheckRegistry.get(context);
        registry.register(registry.resolveById("consumers"));
        component.setRequestsPerHour(1_000);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("freshsales:changes?resourceType=contacts&startFrom=beginning&initialDelay=1d")
                        .routeId("follow")
                        .to("log:none?level=OFF");
            }
        });
        context.start();
        FreshsalesConsumer consumer =
                (FreshsalesConsumer) context.getRoute("follow").getConsumer();
        consumer.run();

        HealthCheck.Result up = result();
        assertThat(up.getState()).isEqualTo(State.UP);
        assertThat(up.getDetails())
                .containsEntry("account.host", "localhost:" + simulator.port())
                .containsEntry("last.success", NOON.toString())
                .containsKey("quota.left");
        assertThat(simulator.requestCount()).isEqualTo(1);

        simulator.trouble().answer(401);
        consumer.run();
        HealthCheck.Result down = assertDown("failed polling 1 times route: follow", 401);
        assertThat(down.getError().orElseThrow()).hasMessageContaining("The key is missing, wrong or no longer valid");
        assertThat(down.getDetails()).containsEntry("last.failure", "401 at " + NOON);
        assertThat(simulator.requestCount()).isEqualTo(2);
    }

    @Test
    void quotaThatIsKnownIsShown() throws Exception {
        component.setRequestsPerHour(1_000);
        start();
        sendContact("contacts");

        assertThat(result().getDetails()).containsEntry("quota.left", 999);
    }

    @Test
    void idleAccountIsAskedOnceInFiveMinutesHoweverManyRoutesAndChecks() throws Exception {
        route("deals", "freshsales:create?resourceType=deals");
        start();

        for (int second = 0; second < 300; second += 10) {
            assertUp();
            turnClock(10);
        }
        assertThat(simulator.requestCount("GET", "contacts/filters")).isEqualTo(1);
        turnClock(1);
        assertUp();

        assertThat(simulator.requestCount()).isEqualTo(2);
    }

    @Test
    void dryRunOfARouteDoesNotKeepTheProbeFromAsking() throws Exception {
        route("contacts", "freshsales:create?resourceType=contacts&dryRun=true");
        context.start();

        assertUp();

        assertThat(simulator.requestCount("GET", "contacts/filters")).isEqualTo(1);
    }

    @Test
    void intervalIsAnOption() throws Exception {
        component.setHealthProbeInterval(60_000);
        start();
        assertUp();
        turnClock(61);
        assertUp();

        assertThat(simulator.requestCount()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "401|The key is missing, wrong or no longer valid",
                "403|The key is valid, but its user may not do this",
                "404|There is no API at this address: check the option domain.",
                "503|The service has a problem"
            })
    void refusedProbeIsDownWithAHintUntilACallSucceeds(int status, String hint) throws Exception {
        start();
        Trouble trouble = simulator.trouble().answer(status).forever();

        HealthCheck.Result result = assertDown(hint, status);
        assertThat((String) result.getDetails().get("last.failure")).isEqualTo(status + " at " + NOON);
        assertThat(simulator.requestCount()).as("no second probe so soon").isEqualTo(1);

        trouble.withdraw();
        assertDown(hint, status);
        turnClock(1);
        sendContact("contacts");
        assertUp();
        assertThat(simulator.requestCount()).isEqualTo(2);
    }

    @Test
    void refusedKeyLooksAsTheManualShowsIt() throws Exception {
        component.setRequestsPerHour(5_000);
        simulator.turnOn(Switch.QUOTA_HEADERS_ABSENT);
        start();
        sendContact("contacts");
        simulator.trouble().answer(401);
        turnClock(600);

        HealthCheck.Result result = result();

        StringBuilder shown = new StringBuilder();
        shown.append(result.getCheck().getId())
                .append(": ")
                .append(result.getState())
                .append('\n');
        shown.append(result.getMessage().orElseThrow()).append('\n');
        for (String detail :
                List.of("account.host", HealthCheck.HTTP_RESPONSE_CODE, "quota.left", "last.success", "last.failure")) {
            shown.append(detail)
                    .append(" = ")
                    .append(result.getDetails().get(detail))
                    .append('\n');
        }
        try (InputStream sample = getClass().getResourceAsStream("/manual/operating/health.txt")) {
            assertThat(shown.toString().replace("localhost:" + simulator.port(), "acme.myfreshworks.com"))
                    .isEqualTo(new String(sample.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void accountThatRecoversWhileNobodyCallsIsFoundByTheNextProbe() throws Exception {
        start();
        simulator.trouble().answer(401);
        assertDown("The key is missing", 401);
        turnClock(299);
        assertDown("The key is missing", 401);

        turnClock(1);

        assertUp();
        assertThat(simulator.requestCount()).isEqualTo(2);
    }

    @Test
    void refusedKeyInTheTrafficIsVerifiedAtOnceAndThenSeldom() throws Exception {
        start();
        sendContact("contacts");
        simulator.trouble().answer(401).forever();
        sendContact("contacts");

        assertDown("The key is missing", 401);
        assertDown("The key is missing", 401);

        assertThat(simulator.requestCount()).isEqualTo(3);
    }

    @Test
    void outageAfterAProbeIsDownWithoutAnotherOne() throws Exception {
        start();
        assertUp();
        turnClock(1);
        simulator.trouble().dropConnection();
        sendContact("contacts");

        assertDown("The latest calls failed: no response", 0);

        assertThat(simulator.requestCount()).isEqualTo(2);
    }

    @Test
    void hostThatCannotBeReachedIsDown() throws Exception {
        component.getConfiguration().setDomain("http://localhost:1");
        start();

        HealthCheck.Result result = assertDown("the connection to http://localhost:1 was refused", 0);

        assertThat(result.getDetails()).containsEntry("last.failure", "no response at " + NOON);
    }

    @Test
    void refusalOfOneRecordIsNoMatterOfHealth() throws Exception {
        start();
        sendContact("contacts");
        simulator.trouble().answer(422).times(2);
        assertThat(sendContact("contacts").getException()).isNotNull();

        assertUp();

        assertThat(simulator.requestCount()).isEqualTo(2);
    }

    @Test
    void accountWithoutCallsLeftLivesAndIsNotAsked() throws Exception {
        component.setRequestsPerHour(1);
        start();
        sendContact("contacts");
        turnClock(1_000);

        HealthCheck.Result result = result();

        assertThat(result.getState()).isEqualTo(State.UP);
        assertThat(result.getDetails()).containsEntry("quota.left", 0);
        assertThat(simulator.requestCount()).isEqualTo(1);
    }

    @Test
    void probeThatIsAnswered429IsUp() throws Exception {
        start();
        simulator.trouble().answer(429);

        assertUp();

        assertThat(simulator.requestCount()).isEqualTo(1);
    }

    @Test
    void usedUpQuotaDoesNotHideARefusedKey() throws Exception {
        component.setRequestsPerHour(1);
        start();
        simulator.trouble().answer(401);
        sendContact("contacts");

        assertDown("The latest calls failed: 401", 401);

        assertThat(simulator.requestCount()).isEqualTo(1);
    }

    @Test
    void checksOfProducersAreOffUnlessCamelIsToldOtherwise() throws Exception {
        producers.setEnabled(false);
        start();

        assertThat(results()).isEmpty();
        assertThat(simulator.requestCount()).isZero();
    }

    @Test
    void componentCanLeaveItsChecksOut() throws Exception {
        component.setHealthCheckProducerEnabled(false);
        start();

        assertThat(result().getDetails()).containsEntry("check.enabled", false);
        assertThat(simulator.requestCount()).isZero();
    }

    @Test
    void nothingStaysRegisteredWhenTheLastRouteIsRemoved() throws Exception {
        route("deals", "freshsales:create?resourceType=deals");
        start();

        context.getRouteController().stopRoute("deals");
        context.removeRoute("deals");
        assertThat(producers.stream()).hasSize(1);
        context.getRouteController().stopRoute("contacts");
        context.removeRoute("contacts");

        assertThat(producers.stream()).isEmpty();
    }

    @Test
    void stoppedRouteHasNoCheckAndARestartedOneHas() throws Exception {
        start();
        context.getRouteController().stopRoute("contacts");
        assertThat(producers.stream()).isEmpty();

        context.getRouteController().startRoute("contacts");

        assertUp();
    }

    @Test
    void accountsDoNotMix() throws Exception {
        route("others", "freshsales:create?resourceType=contacts&apiKey=" + OTHER_KEY);
        start();
        sendContact("contacts");
        simulator.trouble().answer(401);
        sendContact("others");
        turnClock(1);

        String id = "producer:freshsales-localhost:" + simulator.port();
        assertThat(results()).extracting(result -> result.getCheck().getId()).containsExactlyInAnyOrder(id, id + "-2");
        assertThat(results())
                .filteredOn(result -> result.getDetails().containsKey("last.failure"))
                .hasSize(1);
    }

    @Test
    void componentsDoNotMix() throws Exception {
        addFreshsales("crm");
        route("deals", "crm:create?resourceType=deals");
        start();

        assertThat(results())
                .extracting(result -> result.getCheck().getId())
                .containsExactlyInAnyOrder(
                        "producer:freshsales-localhost:" + simulator.port(),
                        "producer:crm-localhost:" + simulator.port());
    }

    @Test
    void intervalOfNothingIsRefused() {
        FreshsalesComponent other = new FreshsalesComponent(context);
        other.setHealthProbeInterval(0);

        assertThat(catchThrowable(other::start)).hasMessage("The option healthProbeInterval must be at least 1 s");
    }
}
