// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.component;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.camelfreshsales.FreshsalesException;
import io.github.camelfreshsales.simulator.FreshsalesSimulator;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.camel.support.PropertyBindingSupport;
import org.apache.camel.support.jsse.KeyStoreParameters;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.TrustManagersParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ways to the service that are not a plain connection. */
class TlsAndProxyTest extends ServiceTest {

    private static final String CREATE = "freshsales:create?resourceType=contacts";

    private void use(FreshsalesSimulator simulator) {
        component.getConfiguration().setDomain(simulator.domain());
        component.getConfiguration().setApiKey(simulator.apiKey());
    }

    private static SSLContextParameters trusting(FreshsalesSimulator simulator) {
        TrustManagersParameters trust = new TrustManagersParameters();
        KeyStoreParameters store = new KeyStoreParameters();
        store.setKeyStore(simulator.trustStore());
        trust.setKeyStore(store);
        SSLContextParameters tls = new SSLContextParameters();
        tls.setTrustManagers(trust);
        return tls;
    }

    @Test
    void certificateThatIsNotTrustedIsToldAndNotTriedAgain() {
        try (FreshsalesSimulator simulator =
                FreshsalesSimulator.builder().https(true).start()) {
            use(simulator);

            FreshsalesException e = failure(CREATE, Map.of("last_name", "Moss"));

            assertThat(e)
                    .hasMessageContaining("is not trusted")
                    .hasMessageContaining("set what to trust in sslContextParameters");
            assertThat(e.isRetryable()).isFalse();
            assertThat(e.isOutcomeUnknown()).isFalse();
            assertThat(simulator.count("contacts")).isZero();
        }
    }

    @Test
    void sslContextParametersSayWhatToTrust() {
        try (FreshsalesSimulator simulator =
                FreshsalesSimulator.builder().https(true).start()) {
            use(simulator);
            component.setSslContextParameters(trusting(simulator));

            call(CREATE, Map.of("last_name", "Moss"));

            assertThat(simulator.domain()).startsWith("https://");
            assertThat(simulator.count("contacts")).isEqualTo(1);
        }
    }

    @Test
    void globalSslContextParametersAreUsedWhenAskedFor() {
        try (FreshsalesSimulator simulator =
                FreshsalesSimulator.builder().https(true).start()) {
            use(simulator);
            context.setSSLContextParameters(trusting(simulator));
            component.setUseGlobalSslContextParameters(true);

            call(CREATE, Map.of("last_name", "Moss"));

            assertThat(simulator.count("contacts")).isEqualTo(1);
        }
    }

    @Test
    void proxyIsGoneThroughWithItsPassword() throws Exception {
        try (TunnelProxy proxy = new TunnelProxy("user", "pa55");
                FreshsalesSimulator simulator =
                        FreshsalesSimulator.builder().https(true).start()) {
            use(simulator);
            component.setSslContextParameters(trusting(simulator));
            component.setProxyHost("localhost");
            component.setProxyPort(proxy.port());
            component.setProxyUser("user");
            component.setProxyPassword("pa55");

            call(CREATE, Map.of("last_name", "Moss"));

            assertThat(simulator.count("contacts")).isEqualTo(1);
            assertThat(proxy.tunnels).isNotEmpty().allMatch(line -> line.startsWith("CONNECT localhost:"));
            assertThat(proxy.seen).noneMatch(line -> line.contains(simulator.apiKey()));
        }
    }

    @Test
    void proxyThatRefusesIsTold() throws Exception {
        try (TunnelProxy proxy = new TunnelProxy("user", "pa55");
                FreshsalesSimulator simulator =
                        FreshsalesSimulator.builder().https(true).start()) {
            use(simulator);
            component.setSslContextParameters(trusting(simulator));
            component.setProxyHost("localhost");
            component.setProxyPort(proxy.port());
            component.setProxyUser("user");
            component.setProxyPassword("wrong");

            FreshsalesException e = failure(CREATE, Map.of("last_name", "Moss"));

            assertThat(e).hasMessageContaining("407").hasMessageContaining("proxyUser");
            assertThat(simulator.count("contacts")).isZero();
        }
    }

    @Test
    void connectTimeoutAndPoolAreThoseOfTheComponent() {
        component.setConnectTimeout(1);
        component.setMaxConnections(1);
        component.setResponseTimeout(300);
        SERVICE.stubFor(
                any(anyUrl()).willReturn(aResponse().withFixedDelay(1_000).withBody("{}")));

        FreshsalesException first;
        FreshsalesException second;
        var other = java.util.concurrent.CompletableFuture.supplyAsync(
                () -> failure("freshsales:get?resourceType=deals&recordId=1", null));
        first = failure("freshsales:get?resourceType=deals&recordId=1", null);
        second = other.join();

        assertThat(List.of(first.getMessage(), second.getMessage()))
                .anyMatch(message -> message.contains("no response within responseTimeout"));
    }

    @Test
    void configurerOfCamelHttpIsUsed() {
        component.setHttpClientConfigurer(builder -> builder.setUserAgent("corporate"));
        SERVICE.stubFor(any(anyUrl()).willReturn(aResponse().withBody("{\"contact\":{\"id\":1}}")));

        call(CREATE, Map.of("last_name", "Moss"));

        SERVICE.verify(1, anyRequestedFor(anyUrl()).withHeader("User-Agent", equalTo("corporate")));
    }

    @Test
    void configurerCanBeABean() {
        HttpClientConfigurer configurer = builder -> {};
        context.getRegistry().bind("ours", configurer);

        PropertyBindingSupport.build().bind(context, component, "httpClientConfigurer", "#bean:ours");

        assertThat(component.getHttpClientConfigurer()).isSameAs(configurer);
    }

    @Test
    void callTimeoutEndsACallWhoseFateIsUnknown() {
        component.setCallTimeout(300);
        component.setResponseTimeout(60_000);
        SERVICE.stubFor(any(anyUrl())
                .willReturn(aResponse().withBody("{\"contact\":{\"id\":1}}").withChunkedDribbleDelay(100, 600_000)));

        FreshsalesException e = failure(CREATE, Map.of("last_name", "Moss"));

        assertThat(e).hasMessageContaining("callTimeout");
        assertThat(e.isOutcomeUnknown()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "proxyPort, 8080, proxyHost and proxyPort belong together",
        "proxyHost, proxy, proxyHost and proxyPort belong together",
        "proxyUser, me, proxyUser needs proxyHost",
        "proxyPassword, secret, proxyUser needs proxyHost",
        "callTimeout, 0, at least 1 ms",
        "responseTimeout, -1, at least 1 ms",
    })
    void optionsThatDoNotFitAreRefused(String option, String value, String message) throws Exception {
        FreshsalesComponent other = new FreshsalesComponent(context);
        PropertyBindingSupport.build().bind(context, other, option, value);

        assertThatIllegalArgumentException()
                .isThrownBy(other::init)
                .withMessageContaining(message)
                .withMessageNotContaining("secret");
    }

    /** A proxy that asks for a password and then passes on what it does not understand. */
    private static final class TunnelProxy implements AutoCloseable {

        private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        private final String expected;
        final List<String> tunnels = new CopyOnWriteArrayList<>();
        final List<String> seen = new CopyOnWriteArrayList<>();

        TunnelProxy(String user, String password) throws IOException {
            expected = "Proxy-Authorization: Basic "
                    + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
            daemon(this::accept);
        }

        int port() {
            return server.getLocalPort();
        }

        private static void daemon(Runnable work) {
            Thread thread = new Thread(work, "proxy");
            thread.setDaemon(true);
            thread.start();
        }

        private void accept() {
            while (!server.isClosed()) {
                try {
                    Socket client = server.accept();
                    daemon(() -> serve(client));
                } catch (IOException e) {
                    return;
                }
            }
        }

        private void serve(Socket client) {
            try (client) {
                BufferedReader in = new BufferedReader(
                        new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1), 1);
                while (true) {
                    String request = in.readLine();
                    boolean allowed = false;
                    if (request == null) {
                        return;
                    }
                    seen.add(request);
                    for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                        seen.add(line);
                        allowed |= line.equals(expected);
                    }
                    if (allowed) {
                        tunnels.add(request);
                        tunnel(client, request.split(" ")[1].split(":"));
                        return;
                    }
                    answer(
                            client,
                            "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"p\"\r\n"
                                    + "Content-Length: 0\r\n\r\n");
                }
            } catch (IOException e) {
                // the other side went away
            }
        }

        private static void tunnel(Socket client, String[] target) throws IOException {
            try (Socket service = new Socket(target[0], Integer.parseInt(target[1]))) {
                answer(client, "HTTP/1.1 200 Connection established\r\n\r\n");
                InputStream back = service.getInputStream();
                OutputStream toClient = client.getOutputStream();
                daemon(() -> {
                    try {
                        back.transferTo(toClient);
                    } catch (IOException e) {
                        // closed
                    }
                });
                client.getInputStream().transferTo(service.getOutputStream());
            }
        }

        private static void answer(Socket client, String text) throws IOException {
            client.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            client.getOutputStream().flush();
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }
}
