// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelfreshsales.content.RequestBody;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.impl.DefaultHttpRequestRetryStrategy;
import org.apache.hc.client5.http.impl.DefaultRedirectStrategy;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.util.TimeValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a HttpClientConfigurer of Camel HTTP can do to the client, and what it cannot. */
class ConfiguredClientTest {

    private static final Request CREATE = Request.to("POST", List.of("contacts"))
            .body(RequestBody.of("{}".getBytes(StandardCharsets.UTF_8), "application/json"))
            .once()
            .build();

    private static HttpSettings settings(HttpClientConfigurer configurer) {
        return new HttpSettings(
                Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ofMinutes(5), 5, null, null, configurer);
    }

    private static Response create(HostileServer server, HttpClientConfigurer configurer) throws TransportException {
        try (HttpTransport transport = server.transport(settings(configurer))) {
            transport.send(CREATE);
            return transport.send(CREATE);
        }
    }

    @Test
    void configurerIsApplied() throws Exception {
        try (HostileServer server = HostileServer.answering(HostileServer.ok("{}"))) {
            create(server, builder -> builder.setUserAgent("corporate")
                    .addRequestInterceptorLast((request, entity, context) -> request.addHeader("X-Trace", "abc")));

            assertThat(server.requests()).hasSize(2).allSatisfy(request -> assertThat(request)
                    .contains("User-Agent: corporate\r\n", "X-Trace: abc\r\n", "Accept-Encoding: gzip\r\n")
                    .contains("Authorization: Token token="));
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void nameOfTheComponentIsSentUnlessTheConfigurerHasAnother() throws Exception {
        try (HostileServer server = HostileServer.answering(HostileServer.ok("{}"))) {
            create(server, builder -> {});

            assertThat(server.requests().get(0)).contains("User-Agent: camel-freshsales\r\n");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"429 Slow down", "503 No"})
    void nothingIsRepeatedBehindOurBack(String status) throws Exception {
        try (HostileServer server =
                HostileServer.answering("HTTP/1.1 " + status + "\r\nRetry-After: 0\r\nContent-Length: 0\r\n\r\n")) {
            create(
                    server,
                    builder -> builder.setRetryStrategy(
                            new DefaultHttpRequestRetryStrategy(3, TimeValue.ofMilliseconds(1))));

            assertThat(server.requests()).hasSize(2);
        }
    }

    @Test
    void interceptorCannotSendTwice() throws Exception {
        try (HostileServer server = HostileServer.answering(HostileServer.ok("{}"))) {
            assertThatThrownBy(() -> create(
                            server,
                            builder -> builder.addExecInterceptorLast("again", (request, scope, chain) -> {
                                chain.proceed(request, scope).close();
                                return chain.proceed(request, scope);
                            })))
                    .isInstanceOfSatisfying(TransportException.class, e -> assertThat(e.stage())
                            .isEqualTo(TransportException.Stage.SENT))
                    .hasMessage("the httpClientConfigurer sent the request twice");

            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void redirectsAreNotFollowedAndCookiesNotKept() throws Exception {
        try (HostileServer other = HostileServer.answering(HostileServer.ok("{}"));
                HostileServer server = HostileServer.answering("HTTP/1.1 307 Elsewhere\r\nSet-Cookie: a=b\r\nLocation: "
                        + other.root().origin() + "/api/contacts\r\nContent-Length: 0\r\n\r\n")) {
            Response response =
                    create(server, builder -> builder.setRedirectStrategy(DefaultRedirectStrategy.INSTANCE));

            assertThat(response.status()).isEqualTo(307);
            assertThat(other.requests()).isEmpty();
            assertThat(server.requests()).hasSize(2).noneMatch(request -> request.contains("Cookie"));
        }
    }

    @Test
    void keyGoesToNoOtherHost() throws Exception {
        try (HostileServer other = HostileServer.answering(HostileServer.ok("{}"));
                HostileServer server = HostileServer.answering(HostileServer.ok("{}"))) {
            HttpHost elsewhere = new HttpHost("http", "localhost", other.root().port());

            assertThatThrownBy(() -> create(
                            server, builder -> builder.setRoutePlanner((target, context) -> new HttpRoute(elsewhere))))
                    .isInstanceOfSatisfying(TransportException.class, e -> assertThat(e.stage())
                            .isEqualTo(TransportException.Stage.NOT_SENT));

            assertThat(other.requests()).isEmpty();
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void connectionsStayOurs() throws Exception {
        try (HostileServer server = HostileServer.answering(HostileServer.ok("{}"));
                PoolingHttpClientConnectionManager closed = new PoolingHttpClientConnectionManager()) {
            closed.close();

            assertThat(create(server, builder -> builder.setConnectionManager(closed)
                                    .setConnectionManagerShared(true))
                            .status())
                    .isEqualTo(200);
        }
    }
}
