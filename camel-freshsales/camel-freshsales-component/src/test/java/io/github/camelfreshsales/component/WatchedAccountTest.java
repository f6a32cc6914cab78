// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.component;

import io.github.camelfreshsales.simulator.FreshsalesSimulator;
import io.github.camelfreshsales.simulator.FreshsalesSimulatorExtension;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A simulated account with two keys, a clock that a test turns, and a context in which somebody looks on. */
abstract class WatchedAccountTest {

    static final String KEY = "k3y-0f-the-first-user";
    static final String OTHER_KEY = "k3y-0f-the-second-user";
    static final String EMAIL = "moss@customer.example";
    static final Instant NOON = Instant.parse("2026-03-01T12:00:30Z");

    @RegisterExtension
    static final FreshsalesSimulatorExtension FRESHSALES =
            new FreshsalesSimulatorExtension(FreshsalesSimulator.builder().apiKeys(KEY, OTHER_KEY));

    final FreshsalesSimulator simulator = FRESHSALES.simulator();
    final AtomicReference<Instant> now = new AtomicReference<>(NOON);
    DefaultCamelContext context;
    FreshsalesComponent component;

    @BeforeEach
    void prepareContext() throws Exception {
        context = new DefaultCamelContext();
        component = addFreshsales("freshsales");
    }

    @AfterEach
    void stopContext() throws Exception {
        context.close();
    }

    FreshsalesComponent addFreshsales(String name) {
        FreshsalesComponent freshsales = new FreshsalesComponent(context, now::get);
        freshsales.getConfiguration().setDomain(simulator.domain());
        freshsales.getConfiguration().setApiKey(KEY);
        freshsales.getConfiguration().setMaxRetries(0);
        context.addComponent(name, freshsales);
        return freshsales;
    }

    /** The component anew, with a clock that runs, so that its waits end. It retries soon. */
    void runClock() {
        FreshsalesComponent live = new FreshsalesComponent(context);
        live.setConfiguration(component.getConfiguration());
        live.getConfiguration().setMaxRetries(1);
        live.getConfiguration().setRetryDelay(30);
        context.removeComponent("freshsales");
        context.addComponent("freshsales", live);
        component = live;
    }

    /** A route from {@code direct:} and its own name to an endpoint. */
    void route(String name, String uri) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from("direct:" + name).routeId(name).to(uri);
            }
        });
    }

    Exchange send(String route, Object body) {
        return context.createFluentProducerTemplate()
                .withBody(body)
                .to("direct:" + route)
                .send();
    }

    Exchange sendContact(String route) {
        return send(route, Map.of("last_name", "Moss", "email", EMAIL));
    }

    void turnClock(int seconds) {
        now.updateAndGet(time -> time.plusSeconds(seconds));
    }
}
