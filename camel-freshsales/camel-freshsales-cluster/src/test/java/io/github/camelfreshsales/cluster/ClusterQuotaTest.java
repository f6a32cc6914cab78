// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.camelfreshsales.FreshsalesException;
import io.github.camelfreshsales.component.FreshsalesComponent;
import io.github.camelfreshsales.simulator.FreshsalesSimulator;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The quota as an option of the component. */
@Timeout(180)
class ClusterQuotaTest {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String PING = "freshsales:ping";

    private final FreshsalesSimulator simulator = FreshsalesSimulator.builder().start();
    private final Postgres database = Postgres.empty();
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile Away away = Away.NOT;

    private final CamelContext context = new DefaultCamelContext();

    @AfterEach
    void close() throws Exception {
        end.countDown();
        context.close();
        simulator.close();
    }

    private enum Away {
        NOT,
        HANGS,
        REFUSES
    }

    /** Connections come at once, or late, or not. */
    private DataSource source() {
        DataSource source = database.source();
        return (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    if (away == Away.HANGS) {
                        end.await();
                    } else if (away == Away.REFUSES) {
                        throw new SQLException("Connection refused");
                    }
                    try {
                        return method.invoke(source, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private FreshsalesComponent component(String name, int perHour, String domain) {
        FreshsalesComponent component = new FreshsalesComponent();
        component.getConfiguration().setDomain(domain);
        component.getConfiguration().setApiKey(simulator.apiKey());
        component.setRequestsPerHour(perHour);
        component.setMaxQuotaWait(Duration.ofHours(1).toMillis());
        context.addComponent(name, component);
        return component;
    }

    @Test
    void threeNodesShareAnAccount() {
        DataSource database = source();

        // tag::quota[]
        ClusterQuota quota = new ClusterQuota(database, 3); // three nodes at the most
        FreshsalesComponent freshsales = new FreshsalesComponent();
        freshsales.setSharedQuota(quota);
        freshsales.setRequestsPerHour(1_000);
        context.addComponent("freshsales", freshsales);
        // end::quota[]
        freshsales.getConfiguration().setDomain(simulator.domain());
        freshsales.getConfiguration().setApiKey(simulator.apiKey());
        context.start();
        context.createFluentProducerTemplate().to(PING).send();

        assertThat(this.database.column("SELECT id FROM freshsales_quota")).hasSize(1);
    }

    private void start(ClusterQuota quota, int perHour) throws Exception {
        context.getRegistry().bind("quota", quota);
        component("freshsales", perHour, simulator.domain());
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").routeId("calls").to(PING);
            }
        });
        context.start();
    }

    private Exchange call() {
        return context.createFluentProducerTemplate().to("direct:in").send();
    }

    @Test
    void beanIsTakenWithoutBeingNamed() throws Exception {
        start(new ClusterQuota(source(), 2), 1_000);

        call();

        assertThat(context.getComponent("freshsales", FreshsalesComponent.class).getSharedQuota())
                .isInstanceOf(ClusterQuota.class);
        assertThat(database.column("SELECT id FROM freshsales_quota")).hasSize(1);
    }

    @Test
    void accountsThatShareADatabaseShareNoCalls() throws Exception {
        try (FreshsalesSimulator second = FreshsalesSimulator.builder().start()) {
            ClusterQuota quota = new ClusterQuota(source(), 2);
            start(quota, 1_000);
            component("other", 1_000, second.domain()).setSharedQuota(quota);

            call();
            Exchange other =
                    context.createFluentProducerTemplate().to("other:ping").send();
            assertThat(other.getException()).isNull();
            assertThat(second.requestCount()).isEqualTo(1);
        }

        assertThat(database.column("SELECT id FROM freshsales_quota")).hasSize(2);
    }

    @Test
    void nodesShareWhatTheyKnow() {
        assertThatThrownBy(() -> start(new ClusterQuota(source(), 2), 0))
                .hasRootCauseMessage(
                        "The option sharedQuota needs requestsPerHour, the calls an hour that the nodes share,"
                                + " and a maxQuotaWait of at least 1 s");
    }

    @Test
    void clusterHasANode() {
        assertThatThrownBy(() -> new ClusterQuota(source(), 0)).hasMessage("A cluster has at least one node, not 0");
    }

    /** A call waits for the quota of an hour, or for a database that does not respond. */
    @ParameterizedTest
    @EnumSource(Away.class)
    void waitEndsAtOnceWhenItsRouteStops(Away how) throws Exception {
        away = how;
        start(new ClusterQuota(source(), 2), 10); // two calls at once, then one in seven minutes
        CompletableFuture<Exchange> waiting = CompletableFuture.supplyAsync(() -> {
            Exchange last = call();
            while (last.getException() == null) {
                last = call();
            }
            return last;
        });
        if (how == Away.NOT) {
            await().atMost(LONG).until(() -> simulator.requestCount() >= 2);
        }
        await().atMost(LONG).until(() -> context.getInflightRepository().size() > 0);

        context.getRouteController().stopRoute("calls", 30, TimeUnit.SECONDS);

        assertThat(waiting.get(20, TimeUnit.SECONDS).getException())
                .isInstanceOf(FreshsalesException.class)
                .hasMessageContaining("the route stopped while the call waited for its turn");
    }

    @ParameterizedTest
    @EnumSource(
            value = Away.class,
            names = {"HANGS", "REFUSES"})
    void callsGoOnWhenTheDatabaseIsBack(Away how) throws Exception {
        away = how;
        start(new ClusterQuota(source(), 2), 1_000);
        CompletableFuture<Exchange> first = CompletableFuture.supplyAsync(this::call);
        await().atMost(LONG).until(() -> context.getInflightRepository().size() > 0);

        away = Away.NOT;
        end.countDown();

        assertThat(first.get(60, TimeUnit.SECONDS).getException()).isNull();
    }
}
