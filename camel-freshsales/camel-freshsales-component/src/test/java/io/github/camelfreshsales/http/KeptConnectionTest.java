// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.util.Throwables.getStackTrace;

import io.github.camelfreshsales.content.RequestBody;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may happen on a connection between two requests, and while one is being sent. */
class KeptConnectionTest {

    private static final String REFUSED = "HTTP/1.1 422 No\r\nContent-Length: 2\r\n\r\n{}";
    private static final String INJECTED = HostileServer.ok("{\"contact\":{\"id\":666}}");
    private static final HostileServer.Script HONEST = wire -> {
        while (wire.receive() != null) {
            wire.send(REFUSED);
        }
    };

    private static HttpSettings settings(boolean tls) throws Exception {
        HttpSettings plain = HostileServer.settings(Duration.ofSeconds(30), Duration.ofMinutes(5));
        return tls
                ? new HttpSettings(
                        plain.connectTimeout(),
                        plain.responseTimeout(),
                        plain.callTimeout(),
                        5,
                        HostileServer.trust(),
                        null,
                        null)
                : plain;
    }

    private static Request create(RequestBody body) {
        return Request.to("POST", List.of("contacts")).body(body).once().build();
    }

    private static Request create() {
        return create(RequestBody.of("{}".getBytes(StandardCharsets.UTF_8), "application/json"));
    }

    /** The first connection serves one request and then does something; the create after that must not notice. */
    private static void assertNewConnection(boolean tls, String response, HostileServer.Script then) throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        HostileServer.Script first = wire -> {
            wire.receive();
            wire.send(response);
            then.play(wire);
            done.countDown();
            HONEST.play(wire);
        };
        try (HostileServer server = tls ? HostileServer.overTls(first, HONEST) : new HostileServer(first, HONEST);
                HttpTransport transport = server.transport(settings(tls))) {
            transport.send(Request.to("GET", List.of("contacts")).build());
            done.await();

            assertThat(transport.send(create()).status()).isEqualTo(422);
            assertThat(server.requests()).hasSize(2);
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void connectionThatTheServiceClosedIsNotUsed(boolean tls) throws Exception {
        assertNewConnection(tls, HostileServer.ok("{}"), HostileServer.Wire::close);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void connectionThatWasResetIsNotUsed(boolean tls) throws Exception {
        assertNewConnection(tls, HostileServer.ok("{}"), HostileServer.Wire::reset);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void secondResponseIsNotTakenForTheNext(boolean tls) throws Exception {
        assertNewConnection(tls, HostileServer.ok("{}") + INJECTED, wire -> {});
        assertNewConnection(tls, HostileServer.ok("{}"), wire -> wire.send(INJECTED));
        assertNewConnection(tls, HostileServer.ok("{}"), wire -> wire.send("\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 204 No Content\r\n\r\n",
                "HTTP/1.1 204 No Content\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 304 Not Modified\r\nContent-Length: 5\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "HTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n",
            })
    void bytesBehindAResponseWithoutABodyMakeTheConnectionUnfit(String response) throws Exception {
        assertNewConnection(false, response + INJECTED, wire -> {});
        assertNewConnection(false, response, wire -> wire.send(INJECTED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}",
                "HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\n{}",
            })
    void connectionThatIsToBeClosedIsNotUsed(String response) throws Exception {
        assertNewConnection(false, response, wire -> {});
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void connectionWithoutNewsIsUsedAgain(boolean tls) throws Exception {
        try (HostileServer server = tls ? HostileServer.overTls(HONEST) : new HostileServer(HONEST);
                HttpTransport transport = server.transport(settings(tls))) {
            for (int i = 0; i < 20; i++) {
                assertThat(transport.send(create()).status()).isEqualTo(422);
            }

            assertThat(server.connections()).isEqualTo(1);
        }
    }

    // --- while a request is being sent

    /** A body of so many bytes. */
    private record Zeros(long length, boolean announced) implements RequestBody {

        @Override
        public String contentType() {
            return "application/octet-stream";
        }

        @Override
        public long length() {
            return announced ? length : -1;
        }

        @Override
        public boolean repeatable() {
            return true;
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            byte[] some = new byte[10_000];
            for (long left = length; left > 0; left -= some.length) {
                out.write(some, 0, (int) Math.min(left, some.length));
            }
        }
    }

    private static final long LARGE = 60_000_000; // more than any socket buffers

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void refusalThatComesBeforeTheRequestWasSentCounts(boolean announced) throws Exception {
        String tooLarge = "HTTP/1.1 413 Too large\r\nContent-Length: 2\r\n\r\n{}";
        HostileServer.Script hangsUp = wire -> {
            wire.receiveHead();
            wire.send(tooLarge);
            wire.close();
        };
        HostileServer.Script listensOn = wire -> {
            wire.receiveHead();
            wire.send(tooLarge);
            wire.hang();
        };
        for (HostileServer.Script script : List.of(hangsUp, listensOn)) {
            try (HostileServer server = new HostileServer(script, HONEST);
                    HttpTransport transport = server.transport(settings(false))) {
                assertThat(transport.send(create(new Zeros(LARGE, announced))).status())
                        .isEqualTo(413);
                assertThat(transport.send(create()).status()).isEqualTo(422);
                assertThat(server.connections()).isEqualTo(2);
            }
        }
    }

    @Test
    void successThatComesBeforeTheRequestWasSentIsNotBelieved() throws Exception {
        try (HostileServer server = new HostileServer(wire -> {
                    wire.receiveHead();
                    wire.send(INJECTED);
                    wire.hang();
                });
                HttpTransport transport = server.transport(settings(false))) {
            assertThatThrownBy(() -> transport.send(create(new Zeros(LARGE, true))))
                    .isInstanceOfSatisfying(TransportException.class, e -> {
                        assertThat(e.stage()).isEqualTo(TransportException.Stage.RESPONDED);
                        assertThat(e.status()).isEqualTo(200);
                    })
                    .hasMessageContaining("before the request had been sent");
        }
    }

    @Test
    void interimResponseDoesNotStopARequest() throws Exception {
        try (HostileServer server = new HostileServer(wire -> {
                    String head = wire.receiveHead();
                    wire.send("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 102 Processing\r\n\r\n");
                    wire.receiveBody(head);
                    wire.send(REFUSED);
                });
                HttpTransport transport = server.transport(settings(false))) {
            assertThat(transport.send(create(new Zeros(LARGE, true))).status()).isEqualTo(422);
        }
    }

    // --- bodies that are not what they were

    private static RequestBody liar(long announced, String text) {
        return liar(announced, () -> text);
    }

    private static RequestBody liar(long announced, Supplier<String> text) {
        return new RequestBody() {
            @Override
            public String contentType() {
                return "text/plain";
            }

            @Override
            public long length() {
                return announced;
            }

            @Override
            public boolean repeatable() {
                return true;
            }

            @Override
            public void writeTo(OutputStream out) throws IOException {
                out.write(text.get().getBytes(StandardCharsets.UTF_8));
                if (announced < 0) {
                    throw new IOException("the disk is gone");
                }
            }
        };
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 40, -1})
    void bodyOfAnotherLengthThanAnnouncedEndsWithItsConnection(long announced) throws Exception {
        StringBuffer received = new StringBuffer();
        CountDownLatch over = new CountDownLatch(1);
        try (HostileServer server = new HostileServer(
                        wire -> {
                            try {
                                received.append(wire.receiveHead()).append(wire.receiveAll());
                            } finally {
                                over.countDown();
                            }
                        },
                        HONEST);
                HttpTransport transport = server.transport(settings(false))) {
            assertThatThrownBy(() -> transport.send(create(liar(announced, "ten bytes!"))))
                    .isInstanceOf(TransportException.class)
                    .hasMessageContaining("the body broke while it was being sent");
            over.await();

            assertThat(received.toString()).doesNotContain("\r\n0\r\n").doesNotContain("ten bytes!ten");
            assertThat(received.length() - received.indexOf("\r\n\r\n") - 4).isNotEqualTo((int) announced);
            assertThat(transport.send(create()).status()).isEqualTo(422);
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void wordsOfAnUnforeseenFailureAreNotQuoted() throws Exception {
        RequestBody broken = liar(10, () -> {
            throw new IllegalStateException("amelie@example.org has no phone");
        });
        try (HostileServer server = new HostileServer(HONEST);
                HttpTransport transport = server.transport(settings(false))) {
            assertThatThrownBy(() -> transport.send(create(broken)))
                    .hasMessageContaining("java.lang.IllegalStateException")
                    .hasStackTraceContaining("wordsOfAnUnforeseen")
                    .satisfies(e -> assertThat(getStackTrace(e)).doesNotContain("amelie"));
        }
    }

    @Test
    void bodyThatBreaksBeforeItsFirstByteWasNotSent() throws Exception {
        RequestBody gone = liar(-1, "");
        try (HostileServer server = new HostileServer(HONEST);
                HttpTransport transport = server.transport(settings(false))) {
            assertThatThrownBy(() -> transport.send(create(gone)))
                    .isInstanceOfSatisfying(TransportException.class, e -> assertThat(e.stage())
                            .isEqualTo(TransportException.Stage.NOT_SENT))
                    .hasMessageContaining("the disk is gone");
        }
    }
}
