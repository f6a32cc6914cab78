// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelfreshsales.FreshsalesConstants;
import io.github.camelfreshsales.FreshsalesException;
import io.github.camelfreshsales.RecordResult;
import io.github.camelfreshsales.RecordResult.Outcome;
import io.github.camelfreshsales.simulator.FreshsalesSimulator;
import io.github.camelfreshsales.simulator.FreshsalesSimulatorExtension;
import io.github.camelfreshsales.simulator.Switch;
import java.lang.reflect.Field;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.apache.camel.Producer;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A route that waits for Freshsales stops all the same, and soon. */
class StoppingRouteTest {

    private static final Duration SOON = Duration.ofSeconds(2);
    private static final String GET = "freshsales:get?resourceType=contacts&recordId=5";
    private static final String BULK = "freshsales:bulkUpsert?resourceType=contacts&jobPollInterval=60000";

    @RegisterExtension
    static final FreshsalesSimulatorExtension FRESHSALES = new FreshsalesSimulatorExtension();

    private enum Stopped {
        ROUTE,
        SUSPENDED_ROUTE,
        CONTEXT
    }

    private final FreshsalesSimulator simulator = FRESHSALES.simulator();
    private DefaultCamelContext context;
    private FreshsalesComponent component;

    @BeforeEach
    void startContext() {
        context = new TestContext();
        component = new FreshsalesComponent();
        component.getConfiguration().setDomain(simulator.domain());
        component.getConfiguration().setApiKey(simulator.apiKey());
        context.addComponent("freshsales", component);
        context.start();
    }

    @AfterEach
    void stopContext() throws Exception {
        context.close();
    }

    private void route(String id, String from, String to) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(from).routeId(id).to(to);
            }
        });
    }

    /** By itself seda takes up to a second more to stop. */
    private static String queue(String name) {
        return "seda:" + name + "?pollTimeout=50";
    }

    /** In a thread of its own: on two cores the common pool of a newer JDK has but one, which may be waiting. */
    private CompletableFuture<Exchange> send(String queue, Object body) {
        return CompletableFuture.supplyAsync(
                () -> context.createFluentProducerTemplate()
                        .withBody(body)
                        .to("seda:" + queue + "?waitForTaskToComplete=Always&timeout=0")
                        .send(),
                task -> new Thread(task).start());
    }

    private Duration stop(Stopped what, String route) throws Exception {
        long start = System.nanoTime();
        switch (what) {
            case CONTEXT -> context.stop();
            case ROUTE -> context.getRouteController().stopRoute(route);
            case SUSPENDED_ROUTE -> context.getRouteController().suspendRoute(route);
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** Stops what waits, and gives the failure of its call. */
    private FreshsalesException stopSoon(Stopped what, String route, CompletableFuture<Exchange> waiting)
            throws Exception {
        Duration took = stop(what, route);
        if (Boolean.getBoolean("stop.table")) {
            System.out.println("Stop of " + what + " after " + took.toMillis() + " ms");
        }
        assertThat(took).isLessThan(SOON);

        Exchange ended = waiting.get(10, TimeUnit.SECONDS);
        assertThat(ended.getException()).isInstanceOf(FreshsalesException.class);
        return (FreshsalesException) ended.getException();
    }

    private void awaitRequests(long count) {
        Awaitility.await().until(() -> simulator.requestCount() == count);
    }

    @ParameterizedTest
    @EnumSource
    void waitForItsTurnEnds(Stopped what) throws Exception {
        component.setRequestsPerMinute(1);
        component.setMaxQuotaWait(600_000);
        route("waiting", queue("in"), "freshsales:ping");
        send("in", null).get(10, TimeUnit.SECONDS);
        CompletableFuture<Exchange> waiting = send("in", null);
        Awaitility.await().until(() -> context.getInflightRepository().size("waiting") > 0);

        FreshsalesException e = stopSoon(what, "waiting", waiting);

        assertThat(e).hasMessageContaining("the route stopped while the call waited for its turn");
        assertThat(simulator.requestCount()).isEqualTo(1);
    }

    /** Camel looks once a second whether a route has exchanges left; one of three stops may be slow on a busy machine. */
    @Test
    void camelFindsNoExchangeAtItsFirstLook() throws Exception {
        simulator.trouble().delay(Duration.ofMinutes(1)).forever();
        route("waiting", queue("in"), GET);
        List<Duration> stops = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            CompletableFuture<Exchange> waiting = send("in", null);
            awaitRequests(i);
            stops.add(stop(Stopped.ROUTE, "waiting"));
            waiting.get(10, TimeUnit.SECONDS);
            context.getRouteController().startRoute("waiting");
        }

        assertThat(stops).anyMatch(stop -> stop.compareTo(Duration.ofSeconds(1)) < 0);
    }

    @ParameterizedTest
    @EnumSource
    void requestThatHangsEnds(Stopped what) throws Exception {
        simulator.trouble().delay(Duration.ofMinutes(1)).forever();
        route("waiting", queue("in"), GET);
        CompletableFuture<Exchange> waiting = send("in", null);
        awaitRequests(1);

        FreshsalesException e = stopSoon(what, "waiting", waiting);

        assertThat(e.getStatus()).isZero();
        assertThat(simulator.requestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void waitForAConnectionEnds(Stopped what) throws Exception {
        component.setMaxConnections(1);
        simulator.trouble().delay(Duration.ofMinutes(1)).forever();
        route("holding", queue("held"), "freshsales:ping");
        route("waiting", queue("in"), GET);
        send("held", null);
        awaitRequests(1);
        CompletableFuture<Exchange> waiting = send("in", null);
        Awaitility.await().until(() -> context.getInflightRepository().size("waiting") > 0);

        FreshsalesException e = stopSoon(what, "waiting", waiting);

        assertThat(e.getStatus()).isZero();
        assertThat(e.isRetryable()).isTrue();
        assertThat(simulator.requestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void waitThatTheServiceAsksForEnds(Stopped what) throws Exception {
        simulator.trouble().answer(429).retryAfter("50").forever();
        route("waiting", queue("in"), GET);
        CompletableFuture<Exchange> waiting = send("in", null);
        awaitRequests(1);

        FreshsalesException e = stopSoon(what, "waiting", waiting);

        assertThat(e.getStatus()).isEqualTo(429);
        assertThat(e.getRetryAfter()).isEqualTo(Duration.ofSeconds(50));
        assertThat(e.isRetryable()).isTrue();
        assertThat(simulator.requestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void waitBeforeARepeatEnds(Stopped what) throws Exception {
        component.getConfiguration().setRetryDelay(60_000);
        component.getConfiguration().setMaxRetryDelay(60_000);
        simulator.trouble().answer(503).forever();
        route("waiting", queue("in"), GET);
        CompletableFuture<Exchange> waiting = send("in", null);
        awaitRequests(1);

        FreshsalesException e = stopSoon(what, "waiting", waiting);

        assertThat(e.getStatus()).isEqualTo(503);
        assertThat(simulator.requestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void waitForAJobEnds(Stopped what) throws Exception {
        simulator.turnOn(Switch.JOB_NEVER_ENDS);
        route("waiting", queue("in"), BULK);
        CompletableFuture<Exchange> waiting = send("in", contacts(2));
        awaitRequests(1);

        FreshsalesException e = stopSoon(what, "waiting", waiting);

        assertThat(e.getResults()).extracting(RecordResult::outcome).containsExactly(Outcome.UNKNOWN, Outcome.UNKNOWN);
        assertThat(simulator.requestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void noFurtherChunkIsSentWhenTheWaitForAJobEnds(Stopped what) throws Exception {
        simulator.turnOn(Switch.JOB_NEVER_ENDS);
        route("waiting", queue("in"), BULK + "&batchSize=2&jobsInFlight=1&stopOnRecordError=false");
        CompletableFuture<Exchange> waiting = send("in", contacts(100));
        awaitRequests(1);

        FreshsalesException e = stopSoon(what, "waiting", waiting);

        assertThat(e).hasMessageContaining("the route stopped after 2 records");
        assertThat(e.getResults()).extracting(RecordResult::outcome).containsExactly(Outcome.UNKNOWN, Outcome.UNKNOWN);
        assertThat(e.isRetryable()).isTrue();
        assertThat(e.isOutcomeUnknown()).isFalse();
        assertThat(simulator.requestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void listOfRecordsEndsBetweenTwoOfThem(Stopped what) throws Exception {
        simulator.trouble().delay(Duration.ofMillis(40)).forever();
        route("waiting", queue("in"), "freshsales:create?resourceType=contacts");
        CompletableFuture<Exchange> waiting = send("in", contacts(1_000));
        Awaitility.await().until(() -> simulator.requestCount() > 2);

        FreshsalesException e = stopSoon(what, "waiting", waiting);

        assertThat(e).hasMessageContaining("the route stopped after");
        assertThat(e.getResults())
                .hasSize((int) simulator.requestCount())
                .allSatisfy(result -> assertThat(result.outcome()).isEqualTo(Outcome.SUCCEEDED));
    }

    @ParameterizedTest
    @EnumSource
    void bulkCallThatAwaitsNoJobEndsBetweenTwoChunks(Stopped what) throws Exception {
        simulator.trouble().delay(Duration.ofMillis(40)).forever();
        route("waiting", queue("in"), BULK + "&waitForJob=false&batchSize=1");
        CompletableFuture<Exchange> waiting = send("in", contacts(1_000));
        Awaitility.await().until(() -> simulator.requestCount() > 2);

        FreshsalesException e = stopSoon(what, "waiting", waiting);

        assertThat(e).hasMessageContaining("the route stopped after");
        assertThat(e.getResults()).hasSize((int) simulator.requestCount()).allSatisfy(result -> {
            assertThat(result.outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(result.error().messages().get(0)).contains("check it with jobStatus");
        });
    }

    @ParameterizedTest
    @EnumSource
    void listThatIsReadEndsBetweenTwoPages(Stopped what) throws Exception {
        simulator.generate("contacts", 500);
        simulator.trouble().delay(Duration.ofMillis(40)).forever();
        route("waiting", queue("in"), "freshsales:list?resourceType=contacts&perPage=1&fetch=all");
        CompletableFuture<Exchange> waiting = send("in", null);
        Awaitility.await().until(() -> simulator.requestCount() > 2);

        FreshsalesException e = stopSoon(what, "waiting", waiting);

        assertThat(e).hasMessageContaining("the route stopped before page ");
        assertThat(e.isRetryable()).isTrue();
    }

    private static List<Map<String, Object>> contacts(int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> Map.<String, Object>of("email", "n" + n + "@example.test"))
                .toList();
    }

    @Test
    void routesThatShareAProducerDoNotEndEachOthersWaits() throws Exception {
        component.getConfiguration().setRetryDelay(60_000);
        component.getConfiguration().setMaxRetryDelay(60_000);
        simulator.trouble().answer(503).forever();
        route("shared", "direct:shared", GET);
        route("one", queue("one"), "direct:shared");
        route("other", queue("other"), "direct:shared");
        CompletableFuture<Exchange> ofOne = send("one", null);
        CompletableFuture<Exchange> ofOther = send("other", null);
        awaitRequests(2);

        stopSoon(Stopped.ROUTE, "one", ofOne);

        assertThat(ofOther).isNotDone();
        stopSoon(Stopped.CONTEXT, null, ofOther);
    }

    @Test
    void routeThatWasStartedAgainWaitsAgain() throws Exception {
        component.getConfiguration().setRetryDelay(1);
        route("shared", "direct:shared", "freshsales:ping");
        route("one", queue("one"), "direct:shared");
        send("one", null).get(10, TimeUnit.SECONDS);

        context.getRouteController().stopRoute("one");
        context.getRouteController().startRoute("one");
        simulator.trouble().answer(503);

        assertThat(send("one", null).get(10, TimeUnit.SECONDS).getMessage().getHeader(FreshsalesConstants.ATTEMPTS))
                .isEqualTo(2);
    }

    @Test
    void routeThatWasStartedAgainStopsAgain() throws Exception {
        component.getConfiguration().setRetryDelay(60_000);
        component.getConfiguration().setMaxRetryDelay(60_000);
        route("shared", "direct:shared", "freshsales:selector?selectorName=owners");
        route("one", queue("one"), "direct:shared");
        simulator.trouble().answer(503).forever();
        for (int i = 1; i <= 2; i++) {
            CompletableFuture<Exchange> waiting = send("one", null);
            awaitRequests(i);

            stopSoon(Stopped.ROUTE, "one", waiting);

            context.getRouteController().startRoute("one");
        }
    }

    @Test
    void routeThatReplacesAStoppedOneWaitsAgain() throws Exception {
        component.getConfiguration().setRetryDelay(1);
        route("shared", "direct:shared", "freshsales:ping");
        route("one", queue("one"), "direct:shared");
        send("one", null).get(10, TimeUnit.SECONDS);

        context.getRouteController().stopRoute("one");
        context.removeRoute("one");
        route("one", queue("one"), "direct:shared");
        simulator.trouble().answer(503);

        assertThat(send("one", null).get(10, TimeUnit.SECONDS).getMessage().getHeader(FreshsalesConstants.ATTEMPTS))
                .isEqualTo(2);
    }

    @Test
    void routeThatWasResumedWaitsAgainAndStopsAgain() throws Exception {
        component.getConfiguration().setRetryDelay(60_000);
        component.getConfiguration().setMaxRetryDelay(60_000);
        simulator.trouble().answer(503).forever();
        route("one", queue("one"), GET);
        CompletableFuture<Exchange> first = send("one", null);
        awaitRequests(1);
        stopSoon(Stopped.SUSPENDED_ROUTE, "one", first);

        context.getRouteController().resumeRoute("one");
        CompletableFuture<Exchange> second = send("one", null);
        awaitRequests(2);

        assertThat(second).isNotDone();
        stopSoon(Stopped.SUSPENDED_ROUTE, "one", second);
    }

    @Test
    void nothingIsKeptOfRoutesThatAreRemoved() throws Exception {
        Producer shared = context.getEndpoint("freshsales:ping?dryRun=true").createProducer();
        shared.start();
        for (int i = 0; i < 400; i++) {
            String id = "r" + i;
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:" + id).routeId(id).process(shared::process);
                }
            });
            context.createProducerTemplate().requestBody("direct:" + id, (Object) null);
            assertThat((Map<?, ?>) field(shared, "access")).hasSize(1);
            context.getRouteController().stopRoute(id);
            context.removeRoute(id);
        }

        assertThat((Map<?, ?>) field(shared, "access")).isEmpty();
        assertThat((Set<?>) field(component, "endings")).isEmpty();
        shared.stop();
        assertThat((Set<?>) field(component, "waiting")).isEmpty();
    }

    private static Object field(Object object, String name) throws ReflectiveOperationException {
        Field field = object.getClass().getDeclaredField(name);
        field.setAccessible(true);
        return field.get(object);
    }
}
