// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpTransportTest {

    private static final String JSON = "{\"contact\":{\"id\":1,\"last_name\":\"" + "Möss".repeat(200) + "\"}}";
    private static final HttpSettings SETTINGS = new HttpSettings(
            Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofMinutes(5), 5, null, null, null);

    private final Set<Integer> ports = ConcurrentHashMap.newKeySet();
    private HttpServer server;
    private byte[] answer = JSON.getBytes(StandardCharsets.UTF_8);
    private String encoding;
    private Headers received;

    @BeforeEach
    void startServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            ports.add(exchange.getRemoteAddress().getPort());
            received = exchange.getRequestHeaders();
            exchange.getRequestBody().readAllBytes();
            if (encoding != null) {
                exchange.getResponseHeaders().add("Content-Encoding", encoding);
            }
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.stop(0);
    }

    private HttpTransport transport(AccountClient client, long most) {
        ApiRoot root = ApiRoot.of("http://127.0.0.1:" + server.getAddress().getPort(), List.of());
        return new HttpTransport(root, "key", client, most);
    }

    private Response get(AccountClient client, NameValue... headers) throws TransportException {
        try (HttpTransport transport = transport(client, 10_000)) {
            return transport.send(Request.to("GET", List.of("contacts"))
                    .headers(List.of(headers))
                    .build());
        }
    }

    /** Makes the stream that compresses. */
    private interface Compression {
        OutputStream of(OutputStream out) throws IOException;
    }

    private void answerIs(String encoding, Compression compression) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = compression.of(bytes)) {
            out.write(JSON.getBytes(StandardCharsets.UTF_8));
        }
        this.answer = bytes.toByteArray();
        this.encoding = encoding;
    }

    @Test
    void saysWhoAsksAndWhatItUnderstands() throws Exception {
        Response response = get(AccountClient.of(SETTINGS));

        assertThat(response.text()).isEqualTo(JSON);
        assertThat(received)
                .containsEntry("User-agent", List.of("camel-freshsales"))
                .containsEntry("Accept", List.of("application/json"))
                .containsEntry("Accept-encoding", List.of("gzip"))
                .containsEntry("Authorization", List.of("Token token=key"));
    }

    @Test
    void customHeadersReplaceItsOwn() throws Exception {
        get(
                AccountClient.of(SETTINGS),
                new NameValue("user-agent", "import-job"),
                new NameValue("ACCEPT-ENCODING", "identity"),
                new NameValue("accept", "text/csv"));

        assertThat(received)
                .containsEntry("User-agent", List.of("import-job"))
                .containsEntry("Accept", List.of("text/csv"))
                .containsEntry("Accept-encoding", List.of("identity"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "GZIP", "x-gzip"})
    void gzipIsUndone(String name) throws Exception {
        answerIs(name, GZIPOutputStream::new);

        assertThat(get(AccountClient.of(SETTINGS)).text()).isEqualTo(JSON);
    }

    @Test
    void deflateIsUndone() throws Exception {
        answerIs("deflate", DeflaterOutputStream::new);

        assertThat(get(AccountClient.of(SETTINGS)).text()).isEqualTo(JSON);
    }

    @Test
    void compressedAnswersLeaveTheConnectionUsable() throws Exception {
        answerIs("gzip", GZIPOutputStream::new);
        try (HttpTransport transport = transport(AccountClient.of(SETTINGS), 10_000)) {
            for (int call = 0; call < 3; call++) {
                transport.send(Request.to("GET", List.of("contacts")).build());
            }
        }

        assertThat(ports).hasSize(1);
    }

    @Test
    void limitHoldsForWhatComesOutOfACompressedAnswer() throws Exception {
        answerIs("gzip", GZIPOutputStream::new);
        try (HttpTransport transport = transport(AccountClient.of(SETTINGS), 1_000)) {
            assertThat(answer.length).isLessThan(1_000);
            assertThatThrownBy(() -> transport.send(
                            Request.to("GET", List.of("contacts")).build()))
                    .isInstanceOf(TransportException.class)
                    .hasMessageContaining("larger than maxResponseSize");
        }
    }

    @Test
    void clientOfAUserKeepsItsHeadersAndItsCompression() throws Exception {
        answerIs("gzip", GZIPOutputStream::new);
        try (CloseableHttpClient client =
                HttpClientBuilder.create().setUserAgent("corporate").build()) {
            assertThat(get(AccountClient.given(client, Duration.ofMinutes(5))).text())
                    .isEqualTo(JSON);

            assertThat(received).containsEntry("User-agent", List.of("corporate"));
            assertThat(get(AccountClient.given(client, Duration.ofMinutes(5))).text())
                    .isEqualTo(JSON); // it was not closed
        }
    }
}
