// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelfreshsales.FreshsalesException;
import io.github.camelfreshsales.simulator.FreshsalesSimulator;
import io.github.camelfreshsales.simulator.FreshsalesSimulatorExtension;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Route;
import org.apache.camel.SuspendableService;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.file.cluster.FileLockClusterService;
import org.apache.camel.console.DevConsole;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.impl.cluster.ClusteredRoutePolicy;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.RoutePolicySupport;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.apache.camel.throttling.ThrottlingExceptionRoutePolicy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The consumer with what Camel adds to every polling consumer. */
class ChangesInCamelTest {

    @RegisterExtension
    static final FreshsalesSimulatorExtension FRESHSALES = new FreshsalesSimulatorExtension();

    private static final String FOLLOW =
            "freshsales:changes?resourceType=contacts&startFrom=beginning&stateRepository=#cursors&stateKey=mine"
                    + "&initialDelay=1&delay=50";

    private final FreshsalesSimulator simulator = FRESHSALES.simulator();
    private final List<CamelContext> contexts = new ArrayList<>();
    private final List<Object> delivered = new CopyOnWriteArrayList<>();
    private final StateRepository<String, String> cursors = new MemoryStateRepository() {
        @Override
        protected void doStop() {
            // outlives each context, as a database would
        }
    };

    @TempDir
    Path folder;

    @AfterEach
    void stop() throws Exception {
        for (CamelContext context : contexts) {
            context.close();
        }
    }

    private CamelContext newContext() {
        CamelContext context = new DefaultCamelContext();
        FreshsalesComponent component = new FreshsalesComponent();
        component.getConfiguration().setDomain(simulator.domain());
        component.getConfiguration().setApiKey(simulator.apiKey());
        component.getConfiguration().setMaxRetries(0);
        context.addComponent("freshsales", component);
        context.getRegistry().bind("cursors", cursors);
        contexts.add(context);
        return context;
    }

    private CamelContext start(RouteBuilder routes) throws Exception {
        CamelContext context = newContext();
        context.addRoutes(routes);
        context.start();
        return context;
    }

    private RouteBuilder route(String options) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from(FOLLOW + options).routeId("follow").process(exchange -> {
                    Map<?, ?> record = exchange.getMessage().getBody(Map.class);
                    delivered.add(record == null ? "idle" : record.get("last_name"));
                });
            }
        };
    }

    private void contact(String name) {
        simulator.seed("contacts", Map.of("last_name", name));
    }

    private void awaitDelivered(Object... names) {
        await().atMost(10, TimeUnit.SECONDS)
                .untilAsserted(() -> assertThat(delivered).contains(names));
    }

    @Test
    void idlePollCanSendAnEmptyMessage() throws Exception {
        start(route("&sendEmptyMessageWhenIdle=true"));

        awaitDelivered("idle");
    }

    @Test
    void suspendedRouteGoesOnWhereItWas() throws Exception {
        CamelContext context = start(route(""));
        contact("Ann");
        awaitDelivered("Ann");
        context.getRouteController().suspendRoute("follow");
        contact("Bob");
        context.getRouteController().resumeRoute("follow");
        awaitDelivered("Bob");

        context.getRouteController().stopRoute("follow");
        contact("Cem");
        context.getRouteController().startRoute("follow");
        awaitDelivered("Cem");

        assertThat(delivered).containsExactly("Ann", "Bob", "Cem");
    }

    @Test
    void failedPollCanBeHandledByTheRoute() throws Exception {
        simulator.trouble().answer(503);
        start(new RouteBuilder() {
            @Override
            public void configure() {
                onException(FreshsalesException.class)
                        .handled(true)
                        .process(exchange ->
                                delivered.add(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, FreshsalesException.class)
                                        .getStatus()));
                from(FOLLOW + "&bridgeErrorHandler=true").to("log:none?level=OFF");
            }
        });

        awaitDelivered(503);
    }

    @Test
    void recordCanBeFetchedInTheMiddleOfARoute() throws Exception {
        contact("Ann");
        CamelContext context = start(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:ask").pollEnrich(FOLLOW, 10_000);
            }
        });

        Map<?, ?> record = context.createProducerTemplate().requestBody("direct:ask", null, Map.class);

        assertThat(record.get("last_name")).isEqualTo("Ann");
    }

    @Test
    void recordsCanBeFetchedInTheMiddleOfARouteWithPoll() throws Exception {
        contact("Ann");
        CamelContext context = start(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:ask").poll(FOLLOW, 10_000);
            }
        });

        Map<?, ?> record = context.createProducerTemplate().requestBody("direct:ask", null, Map.class);

        assertThat(record.get("last_name")).isEqualTo("Ann");
    }

    @Test
    void greedyPollsFollowEachOtherWhileThereAreRecords() throws Exception {
        List.of("Ann", "Bob", "Cem").forEach(this::contact);
        start(new RouteBuilder() {
            @Override
            public void configure() {
                from(FOLLOW.replace("&delay=50", "&delay=100000&greedy=true&maxMessagesPerPoll=1"))
                        .process(exchange -> delivered.add(
                                exchange.getMessage().getBody(Map.class).get("last_name")));
            }
        });

        awaitDelivered("Ann", "Bob", "Cem");
    }

    @Test
    void idlePollsBackOff() throws Exception {
        CamelContext context = start(route("&backoffMultiplier=100000&backoffIdleThreshold=2"));

        assertBackoff(context, 3);
    }

    @Test
    void failingPollsBackOff() throws Exception {
        simulator.trouble().answer(401).forever();
        CamelContext context = start(route("&backoffMultiplier=100000&backoffErrorThreshold=2"));

        assertBackoff(context, 2);
    }

    /** Polls are skipped in great number, and the calls that were made before are all there are. */
    private void assertBackoff(CamelContext context, int calls) {
        FreshsalesConsumer consumer =
                (FreshsalesConsumer) context.getRoute("follow").getConsumer();
        await().atMost(10, TimeUnit.SECONDS).until(() -> consumer.getBackoffCounter() > 5);
        assertThat(simulator.requestCount()).isLessThanOrEqualTo(calls);
    }

    @Test
    void recordIsDoneWhenItsParallelPartsAre() throws Exception {
        contact("Ann");
        AtomicInteger runs = new AtomicInteger();
        start(new RouteBuilder() {
            @Override
            public void configure() {
                from(FOLLOW)
                        .routeId("follow")
                        .errorHandler(noErrorHandler())
                        .split(constant(List.of(1, 2, 3)))
                        .parallelProcessing()
                        .stopOnException()
                        .process(exchange -> {
                            if (exchange.getMessage().getBody(Integer.class) == 2 && runs.incrementAndGet() == 1) {
                                throw new IllegalStateException("the first time");
                            }
                        })
                        .end()
                        .process(exchange -> delivered.add("done"));
            }
        });

        awaitDelivered("done");
        await().atMost(10, TimeUnit.SECONDS)
                .until(() -> cursors.getState("mine").contains("\"seen\":{\""));
        assertThat(runs).hasValue(2);
        assertThat(delivered).containsExactly("done");
    }

    @Test
    void pollWaitsForWhatAnotherThreadDoesWithTheRecord() throws Exception {
        contact("Ann");
        AtomicInteger runs = new AtomicInteger();
        start(new RouteBuilder() {
            @Override
            public void configure() {
                from(FOLLOW)
                        .routeId("follow")
                        .errorHandler(noErrorHandler())
                        .threads(2)
                        .process(exchange -> {
                            if (runs.incrementAndGet() == 1) {
                                throw new IllegalStateException("the first time");
                            }
                            delivered.add("done");
                        });
            }
        });

        awaitDelivered("done");
        assertThat(runs).hasValue(2);
    }

    @Test
    void recordThatTheRouteRollsBackComesAgain() throws Exception {
        contact("Ann");
        AtomicInteger runs = new AtomicInteger();
        start(new RouteBuilder() {
            @Override
            public void configure() {
                from(FOLLOW)
                        .routeId("follow")
                        .choice()
                        .when(exchange -> runs.incrementAndGet() < 3)
                        .markRollbackOnly()
                        .otherwise()
                        .process(exchange -> delivered.add("done"));
            }
        });

        awaitDelivered("done");
        assertThat(runs).hasValue(3);
    }

    @Test
    void policyThatSuspendsTheRouteAfterEachRecordLosesNone() throws Exception {
        List.of("Ann", "Bob", "Cem").forEach(this::contact);
        CamelContext context = newContext();
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(FOLLOW)
                        .routeId("follow")
                        .routePolicy(new OneAtATime())
                        .process(exchange -> delivered.add(
                                exchange.getMessage().getBody(Map.class).get("last_name")));
            }
        });
        context.start();
        SuspendableService consumer =
                (SuspendableService) context.getRoute("follow").getConsumer();
        for (int records = 1; records <= 3; records++) {
            int expected = records;
            await().atMost(10, TimeUnit.SECONDS).until(() -> delivered.size() >= expected && consumer.isSuspended());
            assertThat(delivered).hasSize(expected);
            consumer.resume();
        }

        assertThat(delivered).containsExactly("Ann", "Bob", "Cem");
    }

    private static final class OneAtATime extends RoutePolicySupport {

        @Override
        public void onExchangeDone(Route route, Exchange exchange) {
            ((SuspendableService) route.getConsumer()).suspend();
        }
    }

    @Test
    void pageThatIsSplitInParallelIsDoneWhenAllItsRecordsAre() throws Exception {
        AtomicInteger failures = new AtomicInteger(1);
        for (int i = 0; i < 20; i++) {
            contact("n" + i);
        }
        start(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from(FOLLOW + "&eachRecord=false")
                        .split(body())
                        .parallelProcessing()
                        .process(exchange -> {
                            Object name =
                                    exchange.getMessage().getBody(Map.class).get("last_name");
                            if (name.equals("n7") && failures.getAndDecrement() > 0) {
                                throw new IllegalStateException("the route failed");
                            }
                            delivered.add(name);
                        })
                        .end();
            }
        });

        awaitDelivered("n0", "n7", "n19");

        assertThat(delivered)
                .hasSize(39)
                .containsAll(IntStream.range(0, 20).mapToObj(i -> "n" + i).toList());
    }

    @Test
    void policyThatSuspendsTheRouteAfterAFailureLosesNothing() throws Exception {
        AtomicInteger failures = new AtomicInteger(1);
        ThrottlingExceptionRoutePolicy policy = new ThrottlingExceptionRoutePolicy(1, 60_000, 50, null, false);
        start(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from(FOLLOW).routeId("follow").routePolicy(policy).process(exchange -> {
                    Object name = exchange.getMessage().getBody(Map.class).get("last_name");
                    if (name.equals("Bob") && failures.getAndDecrement() > 0) {
                        throw new IllegalStateException("the route failed");
                    }
                    delivered.add(name);
                });
            }
        });
        contact("Ann");
        awaitDelivered("Ann");
        contact("Bob");
        contact("Cem");

        awaitDelivered("Bob", "Cem");

        assertThat(delivered).containsExactly("Ann", "Bob", "Cem");
    }

    @Test
    void consoleShowsTheCursor() throws Exception {
        CamelContext context = start(route(""));
        contact("Ann");
        awaitDelivered("Ann");

        DevConsole console = PluginHelper.getDevConsoleResolver(context).resolveDevConsole("freshsales");
        await().atMost(10, TimeUnit.SECONDS).untilAsserted(() -> assertThat(console.call(DevConsole.MediaType.TEXT))
                .asString()
                .contains("mine", "contacts"));
    }

    @Test
    void routeThatWaitsForQuotaStopsWithinTwoSeconds() throws Exception {
        CamelContext context = newContext();
        ((FreshsalesComponent) context.getComponent("freshsales"))
                .getConfiguration()
                .setMaxRetries(3);
        simulator.trouble().answer(429).retryAfter("50").forever();
        context.addRoutes(route(""));
        context.start();
        await().atMost(10, TimeUnit.SECONDS).until(() -> simulator.requestCount() > 0);

        long begun = System.nanoTime();
        context.stop();

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"stop", "suspend"})
    void routeThatWaitsEndsItsPollAtOnceWhenItAloneIsHalted(String how) throws Exception {
        CamelContext context = newContext();
        ((FreshsalesComponent) context.getComponent("freshsales"))
                .getConfiguration()
                .setMaxRetries(3);
        simulator.trouble().answer(429).retryAfter("50").forever();
        context.addRoutes(route(""));
        context.start();
        await().atMost(10, TimeUnit.SECONDS).until(() -> simulator.requestCount() > 0);
        FreshsalesConsumer consumer =
                (FreshsalesConsumer) context.getRoute("follow").getConsumer();

        if (how.equals("stop")) {
            context.getRouteController().stopRoute("follow");
        } else {
            context.getRouteController().suspendRoute("follow");
        }

        await().atMost(20, TimeUnit.SECONDS).until(() -> !consumer.isPolling());
    }

    @Test
    void nodesOfAClusterHandOverWithoutLoss() throws Exception {
        CamelContext first = clusterNode();
        CamelContext second = clusterNode();
        first.start();
        second.start();
        contact("Ann");
        awaitDelivered("Ann");

        CamelContext leader = isFollowing(first) ? first : second;
        leader.stop();
        contact("Bob");
        awaitDelivered("Bob");

        assertThat(delivered).containsExactly("Ann", "Bob");
    }

    private CamelContext clusterNode() throws Exception {
        CamelContext context = newContext();
        FileLockClusterService cluster = new FileLockClusterService();
        cluster.setRoot(folder.toString());
        cluster.setAcquireLockDelay(100, TimeUnit.MILLISECONDS);
        cluster.setAcquireLockInterval(100, TimeUnit.MILLISECONDS);
        context.addService(cluster);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() throws Exception {
                from(FOLLOW)
                        .routeId("follow")
                        .routePolicy(ClusteredRoutePolicy.forNamespace(context, "freshsales"))
                        .process(exchange -> delivered.add(
                                exchange.getMessage().getBody(Map.class).get("last_name")));
            }
        });
        return context;
    }

    private static boolean isFollowing(CamelContext context) {
        return context.getRouteController().getRouteStatus("follow").isStarted();
    }
}
