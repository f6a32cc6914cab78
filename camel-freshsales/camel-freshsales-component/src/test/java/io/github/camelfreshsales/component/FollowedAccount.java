// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.component;

import io.github.camelfreshsales.simulator.FreshsalesSimulator;
import io.github.camelfreshsales.simulator.SimulatedClock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.support.processor.state.MemoryStateRepository;

/** A simulated account with a clock that a test moves, and a route that follows it and is polled by hand. */
final class FollowedAccount implements AutoCloseable {

    final SimulatedClock clock = SimulatedClock.at("2026-03-05T10:00:00Z");
    final FreshsalesSimulator simulator =
            FreshsalesSimulator.builder().clock(clock).start();
    final List<Exchange> delivered = new ArrayList<>();
    StateRepository<String, String> repository = new MemoryStateRepository();
    private Predicate<Exchange> failing = exchange -> false;
    private CamelContext context;
    private FreshsalesConsumer consumer;

    /** Starts a route, as after a restart of its machine: only the repository remembers. */
    FollowedAccount follow(String options) throws Exception {
        return follow(options, clock);
    }

    FollowedAccount follow(String options, InstantSource ownClock) throws Exception {
        stop();
        context = new TestContext();
        FreshsalesComponent component = new FreshsalesComponent(context, ownClock, this::nanos);
        component.getConfiguration().setDomain(simulator.domain());
        component.getConfiguration().setApiKey(simulator.apiKey());
        component.getConfiguration().setMaxRetries(0);
        component.setMaxQuotaWait(0); // the time is simulated, a wait would be real
        context.addComponent("freshsales", component);
        context.getRegistry().bind("cursors", repository);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("freshsales:changes?initialDelay=1d&stateRepository=#cursors&" + options)
                        .routeId("follow")
                        .errorHandler(noErrorHandler())
                        .process(FollowedAccount.this::receive);
            }
        });
        context.start();
        consumer = (FreshsalesConsumer) context.getRoute("follow").getConsumer();
        return this;
    }

    private long nanos() {
        return Duration.between(Instant.EPOCH, clock.instant()).toNanos();
    }

    private void receive(Exchange exchange) {
        if (failing.test(exchange)) {
            throw new IllegalStateException("the route failed");
        }
        delivered.add(exchange.copy());
    }

    void failOn(Predicate<Exchange> condition) {
        failing = condition;
    }

    CamelContext context() {
        return context;
    }

    int poll() throws Exception {
        return consumer.poll();
    }

    /** Polls as often as a minute passes. */
    int pollAfter(Duration time) throws Exception {
        clock.advance(time);
        return poll();
    }

    /** Adds a contact that changed just now. */
    long contact(String name) {
        return simulator.seed("contacts", Map.of("last_name", name));
    }

    /** The last names that were delivered, in order. */
    List<String> names() {
        return delivered.stream()
                .map(exchange -> ((Map<?, ?>) exchange.getMessage().getBody()).get("last_name"))
                .map(String::valueOf)
                .toList();
    }

    long calls() {
        return simulator.requestCount();
    }

    void stop() throws Exception {
        if (context != null) {
            context.close();
            context = null;
        }
    }

    @Override
    public void close() throws Exception {
        stop();
        simulator.close();
    }
}
