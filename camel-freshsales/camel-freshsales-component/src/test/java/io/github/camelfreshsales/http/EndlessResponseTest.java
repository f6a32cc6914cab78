// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelfreshsales.content.RequestBody;
import io.github.camelfreshsales.http.TransportException.Stage;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Responses without an end, and how one is put to the wait for them. */
@Timeout(120)
class EndlessResponseTest {

    private static final HttpSettings PATIENT = HostileServer.settings(Duration.ofMinutes(5), Duration.ofMinutes(5));
    private static final HttpSettings SHORT = HostileServer.settings(Duration.ofMinutes(5), Duration.ofMillis(700));
    private static final Request GET = Request.to("GET", List.of("contacts")).build();

    private static Request create(int size) {
        return Request.to("POST", List.of("contacts"))
                .body(RequestBody.of(new byte[size], "application/json"))
                .once()
                .build();
    }

    private static Object send(HostileServer.Script script, HttpSettings settings, Request request) throws Exception {
        try (HostileServer server = new HostileServer(script);
                HttpTransport transport = server.transport(settings)) {
            return transport.send(request);
        } catch (TransportException e) {
            return e;
        }
    }

    private static Object endless(String start, String again) throws Exception {
        return send(
                wire -> {
                    wire.receive();
                    wire.send(start).sendForEver(again);
                },
                PATIENT,
                GET);
    }

    private static Object dripped(String start, String again) throws Exception {
        return send(
                wire -> {
                    wire.receive();
                    wire.send(start).drip(again);
                },
                SHORT,
                create(2));
    }

    private static void assertFailed(Object result, Stage stage, int status) {
        assertThat(result).isInstanceOfSatisfying(TransportException.class, e -> {
            assertThat(e.stage()).isEqualTo(stage);
            assertThat(e.status()).isEqualTo(status);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Transfer-Encoding: chunked\r\n",
                "Content-Length: 999999999999\r\n",
                "",
                "Content-Encoding: gzip\r\n"
            })
    void endlessBodyIsDroppedAtTheLimit(String framing) throws Exception {
        String again = framing.startsWith("Transfer") ? "4\r\nabcd\r\n" : "abcd";

        Object success = endless("HTTP/1.1 200 OK\r\n" + framing + "\r\n", again);
        Object missing = endless("HTTP/1.1 404 No\r\n" + framing + "\r\n", again);
        Object trouble = endless("HTTP/1.1 500 No\r\n" + framing + "\r\n", again);

        assertFailed(success, Stage.RESPONDED, 200);
        assertThat((Exception) success).hasMessageContaining("larger than maxResponseSize");
        assertThat(((Response) missing).status()).isEqualTo(404);
        assertThat(((Response) trouble).status()).isEqualTo(500);
    }

    @ParameterizedTest
    @CsvSource({
        "'', x, SENT, 0",
        "'', '\n', SENT, 0",
        "'HTTP/1.1 200 ', x, SENT, 0",
        "'HTTP/1.1 100 Continue\n\n', 'HTTP/1.1 103 Early Hints\n\n', SENT, 0",
        "'HTTP/1.1 200 OK\n', 'X-More: of it\n', RESPONDED, 200",
        "'HTTP/1.1 200 OK\nX-More: of it\n', ' folded\n', RESPONDED, 200",
        "'HTTP/1.1 200 OK\nX-More: ', x, RESPONDED, 200",
        "'HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n', 1, RESPONDED, 200",
        "'HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n1;', 'ext=x;', RESPONDED, 200",
        "'HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n0\n', 'X-Trailer: x\n', RESPONDED, 200",
        "'HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n0\nX-Trailer: ', x, RESPONDED, 200",
    })
    void endlessHeadIsDroppedAtTheLimit(String start, String again, Stage stage, int status) throws Exception {
        assertFailed(endless(start, again), stage, status);
    }

    @Test
    void statusOfAnErrorCountsThoughItsHeadersAreEndless() throws Exception {
        Object result = endless("HTTP/1.1 429 Slow down\r\n", "X-More: of it\r\n");

        assertThat(((Response) result).status()).isEqualTo(429);
    }

    // --- callTimeout

    @Test
    void drippedResponseEndsWithCallTimeout() throws Exception {
        for (Object result : List.of(dripped("", "H"), dripped("HTTP/1.1 ", "2"))) {
            assertFailed(result, Stage.SENT, 0);
            assertThat((Exception) result).hasMessageContaining("callTimeout");
        }
        for (String start : List.of(
                "HTTP/1.1 200 OK\r\nX-More: ",
                "HTTP/1.1 200 OK\r\nContent-Length: 90000\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nff00\r\n")) {
            Object result = dripped(start, "x");

            assertFailed(result, Stage.RESPONDED, 200);
            assertThat((Exception) result).hasMessageContaining("callTimeout");
        }
        assertThat(((Response) dripped("HTTP/1.1 503 No\r\nContent-Length: 9000\r\n\r\n", "x")).status())
                .isEqualTo(503);
    }

    @Test
    void requestThatNobodyReadsEndsWithCallTimeout() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        try {
            Object result = send(wire -> over.await(), SHORT, create(60_000_000));

            assertFailed(result, Stage.SENT, 0);
            assertThat((Exception) result).hasMessageContaining("callTimeout");
        } finally {
            over.countDown();
        }
    }

    @Test
    void callTimeoutNeedsNoThreadOfTheCommonPool() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        try {
            for (int i = 0; i <= ForkJoinPool.getCommonPoolParallelism(); i++) {
                ForkJoinPool.commonPool().execute(() -> awaitQuietly(over));
            }

            Object result = send(HostileServer.Wire::hang, SHORT, create(2));

            assertFailed(result, Stage.SENT, 0);
            assertThat((Exception) result).hasMessageContaining("callTimeout");
        } finally {
            over.countDown();
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void tlsThatIsNeverAgreedOnEndsWithCallTimeout() throws Exception {
        try (HostileServer server = new HostileServer(HostileServer.Wire::hang)) {
            ApiRoot root = ApiRoot.of(server.root().origin().replace("http:", "https:"), List.of());
            try (HttpTransport transport = new HttpTransport(root, "key", AccountClient.of(SHORT), 1_000)) {
                assertThatThrownBy(() -> transport.send(GET))
                        .isInstanceOfSatisfying(TransportException.class, e -> {
                            assertThat(e.stage()).isEqualTo(Stage.NOT_SENT);
                            assertThat(e.mayPass()).isTrue();
                        })
                        .hasMessageContaining("callTimeout");
            }
        }
    }

    @Test
    void eachRequestHasItsOwnTime() throws Exception {
        try (HostileServer server = new HostileServer(wire -> {
                    while (wire.receive() != null) {
                        wire.send("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n{");
                        new CountDownLatch(1).await(150, TimeUnit.MILLISECONDS);
                        wire.send("  }");
                    }
                });
                HttpTransport transport =
                        server.transport(HostileServer.settings(Duration.ofMinutes(5), Duration.ofMillis(1_500)))) {
            for (int i = 0; i < 12; i++) {
                assertThat(transport.send(GET).status()).isEqualTo(200);
            }
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    // --- ended from outside

    /** A request that hangs on another thread. */
    private static final class Hanging implements AutoCloseable {

        private final CountDownLatch arrived = new CountDownLatch(1);
        private final HostileServer server = new HostileServer(wire -> {
            wire.receive();
            arrived.countDown();
            wire.hang();
        });
        private final HttpTransport transport;
        private final AbortSignal signal = new AbortSignal();
        private final AtomicReference<Thread> thread = new AtomicReference<>();
        private final CompletableFuture<Response> result = new CompletableFuture<>();
        private volatile boolean flag;

        Hanging(Request request) throws Exception {
            transport = server.transport(PATIENT);
            thread.set(inAThread(() -> {
                try {
                    result.complete(transport
                            .abortedBy(List.of(new AbortSignal(), signal))
                            .send(request));
                } catch (Throwable e) {
                    flag = Thread.currentThread().isInterrupted();
                    result.completeExceptionally(e);
                }
            }));
            arrived.await();
        }

        TransportException failure() throws Exception {
            try {
                throw new AssertionError(result.get());
            } catch (ExecutionException e) {
                return (TransportException) e.getCause();
            }
        }

        @Override
        public void close() throws Exception {
            transport.close();
            server.close();
        }
    }

    @Test
    void signalEndsWhatIsUnderWayAndWhatComesLater() throws Exception {
        try (Hanging hanging = new Hanging(create(2))) {
            hanging.signal.raise();

            assertFailed(hanging.failure(), Stage.SENT, 0);
            assertThat(hanging.failure()).hasMessageContaining("the route stopped");
            assertThatThrownBy(() ->
                            hanging.transport.abortedBy(List.of(hanging.signal)).send(create(2)))
                    .isInstanceOfSatisfying(
                            TransportException.class, e -> assertThat(e.stage()).isEqualTo(Stage.NOT_SENT));
            assertThat(hanging.server.requests()).hasSize(1);
        }
    }

    @Test
    void loweredSignalLetsRequestsGoAgain() throws Exception {
        AbortSignal signal = new AbortSignal();
        signal.raise();
        signal.lower();
        try (HostileServer server = HostileServer.answering(HostileServer.ok("{}"));
                HttpTransport transport = server.transport(PATIENT)) {
            assertThat(transport.abortedBy(List.of(signal)).send(GET).status()).isEqualTo(200);
        }
    }

    @Test
    void signalEndsTheWaitForAConnection() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        HttpSettings one = new HttpSettings(
                Duration.ofMinutes(5), Duration.ofMinutes(5), Duration.ofMinutes(5), 1, null, null, null);
        try (HostileServer server = new HostileServer(wire -> {
                    wire.receive();
                    arrived.countDown();
                    wire.hang();
                });
                HttpTransport transport = server.transport(one)) {
            AbortSignal signal = new AbortSignal();
            inAThread(() -> sendQuietly(transport));
            arrived.await();
            Thread raising = inAThread(() -> {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
                signal.raise();
            });

            assertThatThrownBy(() -> transport.abortedBy(List.of(signal)).send(create(2)))
                    .isInstanceOfSatisfying(TransportException.class, e -> {
                        assertThat(e.stage()).isEqualTo(Stage.NOT_SENT);
                        assertThat(e.mayPass()).isTrue();
                    });
            raising.join();
        }
    }

    private static Thread inAThread(Runnable work) {
        Thread thread = new Thread(work);
        thread.start();
        return thread;
    }

    private static void sendQuietly(HttpTransport transport) {
        try {
            transport.send(GET);
        } catch (TransportException e) {
            // the test is over
        }
    }

    @Test
    void interruptEndsAHangingRequestAndIsKept() throws Exception {
        try (Hanging hanging = new Hanging(create(2))) {
            hanging.thread.get().interrupt();

            assertFailed(hanging.failure(), Stage.SENT, 0);
            assertThat(hanging.failure()).hasMessageContaining("interrupted");
            assertThat(hanging.flag).isTrue();
        }
    }

    @Test
    void closingEndsAHangingRequestAndRefusesLaterOnes() throws Exception {
        try (Hanging hanging = new Hanging(create(2))) {
            hanging.transport.close();

            assertFailed(hanging.failure(), Stage.SENT, 0);
            assertThatThrownBy(() -> hanging.transport.send(create(2)))
                    .isInstanceOfSatisfying(
                            TransportException.class, e -> assertThat(e.stage()).isEqualTo(Stage.NOT_SENT));
        }
    }
}
