// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelfreshsales.FreshsalesConfiguration;
import io.github.camelfreshsales.Wrap;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

/** What endpoints share, and when it is closed. */
class LifeCycleTest extends ServiceTest {

    @Test
    void connectionsAreClosedWithTheComponent() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Integer> afterTheAnswer = CompletableFuture.supplyAsync(() -> answerOnce(server));
            DefaultCamelContext camel = new DefaultCamelContext();
            FreshsalesComponent other = new FreshsalesComponent();
            other.getConfiguration().setDomain("http://127.0.0.1:" + server.getLocalPort());
            other.getConfiguration().setApiKey(KEY);
            camel.addComponent("freshsales", other);
            camel.start();
            camel.createProducerTemplate().requestBody("freshsales:ping", (Object) null);
            assertThat(afterTheAnswer)
                    .as("the connection is kept for the next call")
                    .isNotDone();

            camel.close();

            assertThat(afterTheAnswer.get(10, TimeUnit.SECONDS)).isEqualTo(-1);
        }
    }

    /** ResponseReader one request and waits for what comes next on its connection: -1 when it is closed. */
    private static int answerOnce(ServerSocket server) {
        try (Socket socket = server.accept()) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
                assertThat(line).isNotNull();
            }
            socket.getOutputStream()
                    .write("HTTP/1.1 200 OK\r\nContent-Length: 14\r\n\r\n{\"filters\":[]}"
                            .getBytes(StandardCharsets.US_ASCII));
            return in.read();
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void endpointsOfAnAccountShareItsConnectionsAndAccountsShareNothing() {
        FreshsalesConfiguration one = component.getConfiguration().copy();
        FreshsalesConfiguration sameInOtherWords = component.getConfiguration().copy();
        sameInOtherWords.setDomain(one.getDomain() + "/api/");
        FreshsalesConfiguration otherKey = component.getConfiguration().copy();
        otherKey.setApiKey("another");

        assertThat(component.accounts().acquire(sameInOtherWords))
                .isSameAs(component.accounts().acquire(one));
        assertThat(component.accounts().acquire(otherKey))
                .isNotSameAs(component.accounts().acquire(one));
        assertThat(new FreshsalesComponent(context).accounts().acquire(one))
                .isNotSameAs(component.accounts().acquire(one));
    }

    @Test
    void routeCanBeStoppedAndStartedAgain() throws Exception {
        serviceAnswers(200, "{\"deal\":{\"id\":5}}");
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").routeId("read").to("freshsales:get?resourceType=deals&recordId=5");
            }
        });
        assertThat(call("direct:in", null)).isEqualTo(Map.of("id", 5L));

        context.getRouteController().stopRoute("read");
        context.getRouteController().startRoute("read");

        assertThat(call("direct:in", null)).isEqualTo(Map.of("id", 5L));
    }

    @Test
    void clientOfTheUserIsUsedAndNotClosed() throws Exception {
        serviceAnswers(200, "{\"deal\":{\"id\":5}}");
        boolean[] closed = {false};
        var client = new org.apache.hc.client5.http.impl.classic.CloseableHttpClient() {
            private final org.apache.hc.client5.http.impl.classic.CloseableHttpClient real =
                    org.apache.hc.client5.http.impl.classic.HttpClients.createDefault();
            private int calls;

            @Override
            protected org.apache.hc.client5.http.impl.classic.CloseableHttpResponse doExecute(
                    org.apache.hc.core5.http.HttpHost target,
                    org.apache.hc.core5.http.ClassicHttpRequest request,
                    org.apache.hc.core5.http.protocol.HttpContext context)
                    throws java.io.IOException {
                calls++;
                return real.execute(target, request, context);
            }

            @Override
            public void close() {
                closed[0] = true;
            }

            @Override
            public void close(org.apache.hc.core5.io.CloseMode mode) {
                closed[0] = true;
            }
        };
        component.setHttpClient(client);

        call("freshsales:get?resourceType=deals&recordId=5", null);
        context.close();

        assertThat(client.calls).isEqualTo(1);
        assertThat(closed[0]).isFalse();
        client.real.close();
    }

    @Test
    void configurationOfAnEndpointLeavesTheComponentsAlone() {
        serviceAnswers(200, "{\"deal\":{\"id\":5}}");
        component.getConfiguration().setHttpHeaders(Map.of("X-All", "1", "X-Own", "1"));

        call("freshsales:get?resourceType=deals&recordId=5&httpHeader.X-Own=2&wrap=never", null);

        assertThat(onlyRequest().getHeader("X-All")).isEqualTo("1");
        assertThat(onlyRequest().getHeader("X-Own")).isEqualTo("2");
        assertThat(component.getConfiguration().getHttpHeaders()).containsEntry("X-Own", "1");
        assertThat(component.getConfiguration().getWrap()).isEqualTo(Wrap.auto);
        context.getEndpointRegistry().values().forEach(endpoint -> {
            if (endpoint instanceof FreshsalesEndpoint ours) {
                assertThat(ours.getConfiguration().getWrap()).isEqualTo(Wrap.never);
            }
        });
    }

    @Test
    void routeCannotStartFromAnOperation() {
        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                        () -> context.getEndpoint("freshsales:ping").createConsumer(exchange -> {})))
                .hasMessage("No route can start from freshsales:ping; a route that follows records starts from"
                        + " freshsales:changes");
        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                        () -> context.getEndpoint("freshsales:changes?resourceType=deals")
                                .createProducer()))
                .hasMessage("The operation changes starts a route: from(\"freshsales:changes?...\")");
    }
}
