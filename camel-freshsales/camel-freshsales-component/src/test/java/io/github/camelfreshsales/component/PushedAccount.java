// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.component;

import io.github.camelfreshsales.simulator.FreshsalesSimulator;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/** A route that a workflow pushes to, over real HTTP, and the workflow. */
final class PushedAccount implements AutoCloseable {

    static final String SECRET = "s3cret-0f-the-w0rkflow";

    final FreshsalesSimulator simulator = FreshsalesSimulator.builder().start();
    final List<Exchange> delivered = new CopyOnWriteArrayList<>();
    final CamelContext context = new TestContext();
    final int port = freePort();
    private final HttpClient client = HttpClient.newHttpClient();
    private Predicate<Exchange> failing = exchange -> false;

    PushedAccount() {
        FreshsalesComponent component = new FreshsalesComponent();
        component.getConfiguration().setDomain(simulator.domain());
        component.getConfiguration().setApiKey(simulator.apiKey());
        component.getConfiguration().setMaxRetries(0);
        component.getConfiguration().setWebhookVerifyToken(SECRET);
        context.addComponent("freshsales", component);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    FreshsalesComponent component() {
        return context.getComponent("freshsales", FreshsalesComponent.class);
    }

    /** Starts the route. */
    PushedAccount listen(String options) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                restConfiguration().component("undertow").host("localhost").port(port);
                from("webhook:freshsales:changes?webhookComponentName=undertow&webhookPath=/pushed&" + options)
                        .routeId("pushed")
                        .process(PushedAccount.this::receive)
                        .setBody(constant("what the route made of it"))
                        .setHeader("X-Of-The-Route", constant("internal"));
            }
        });
        context.start();
        return this;
    }

    private void receive(Exchange exchange) {
        delivered.add(exchange.copy());
        if (failing.test(exchange)) {
            throw new IllegalStateException("the route failed for a reason that nobody outside may know");
        }
    }

    void failOn(Predicate<Exchange> condition) {
        failing = condition;
    }

    /** A request as a workflow sends it. */
    HttpRequest.Builder request(String contentType, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/pushed"))
                .header("X-Freshsales-Secret", SECRET)
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return contentType == null ? request : request.header("Content-Type", contentType);
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> push(String contentType, String body) throws Exception {
        return send(request(contentType, body));
    }

    /** A request without the secret in its headers. */
    HttpResponse<String> pushTo(String query, String body) throws Exception {
        return send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/pushed" + query))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** The body of the only exchange that reached the route. */
    Object body() {
        return only().getMessage().getBody();
    }

    Exchange only() {
        if (delivered.size() != 1) {
            throw new AssertionError("One exchange should have reached the route, and " + delivered.size() + " did");
        }
        return delivered.get(0);
    }

    @Override
    public void close() throws Exception {
        context.close();
        simulator.close();
    }
}
