// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.management.ThreadMXBean;
import io.github.camelfreshsales.content.RequestBody;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Responses that break off, lie about themselves or are no HTTP. */
class BrokenResponseTest {

    private static final HttpSettings SETTINGS = HostileServer.settings(Duration.ofSeconds(30), Duration.ofMinutes(5));
    private static final HttpSettings IMPATIENT = HostileServer.settings(Duration.ofSeconds(1), Duration.ofMinutes(5));
    private static final String WORDS = "{\"message\":\"the phone of Amélie is taken\"}";
    private static final String SECRET = "amelie@example.org kEy-0123456789abcdef";

    /** Sends a create and gives back a Response or a TransportException. */
    private static Object create(HostileServer.Script script) throws Exception {
        return create(script, SETTINGS);
    }

    private static Object create(HostileServer.Script script, HttpSettings settings) throws Exception {
        try (HostileServer server = new HostileServer(script);
                HttpTransport transport = server.transport(settings)) {
            return transport.send(Request.to("POST", List.of("contacts"))
                    .body(RequestBody.of("{}".getBytes(StandardCharsets.UTF_8), "application/json"))
                    .build());
        } catch (TransportException e) {
            return e;
        }
    }

    private static Object answered(String response) throws Exception {
        return create(wire -> {
            wire.receive();
            wire.send(response);
            wire.close();
        });
    }

    private static Object answered(String head, byte[] body) throws Exception {
        return create(wire -> {
            wire.receive();
            wire.send(head + "\r\nContent-Length: " + body.length + "\r\n\r\n").send(body);
            wire.hang();
        });
    }

    private static void assertUnreadable(Object result, int status) {
        assertThat(result).isInstanceOfSatisfying(TransportException.class, e -> {
            assertThat(e.stage()).isEqualTo(TransportException.Stage.RESPONDED);
            assertThat(e.status()).isEqualTo(status);
        });
    }

    private static void assertResponse(Object result, int status, String text) {
        assertThat(result).isInstanceOfSatisfying(Response.class, response -> {
            assertThat(response.status()).isEqualTo(status);
            assertThat(response.text()).isEqualTo(text);
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 400, 401, 429, 500, 503, 599})
    void statusOfAnErrorCountsThoughItsBodyBreaksOff(int status) throws Exception {
        assertStatusCounts(status, HostileServer.Wire::close, SETTINGS);
        assertStatusCounts(status, HostileServer.Wire::reset, SETTINGS);
    }

    @Test
    void statusOfAnErrorCountsThoughTheRestOfItsBodyDoesNotCome() throws Exception {
        assertStatusCounts(429, HostileServer.Wire::hang, IMPATIENT);
    }

    private static void assertStatusCounts(int status, HostileServer.Script end, HttpSettings settings)
            throws Exception {
        String part = "{\"message\":\"no";
        for (String framing : List.of(
                "Content-Length: 500\r\n\r\n" + part,
                "Transfer-Encoding: chunked\r\n\r\ne\r\n" + part + "\r\n",
                "Transfer-Encoding: chunked\r\n\r\nff\r\n" + part)) {
            Object result = create(
                    wire -> {
                        wire.receive();
                        wire.send("HTTP/1.1 " + status + " No\r\n" + framing);
                        end.play(wire);
                    },
                    settings);

            assertThat(result).isInstanceOfSatisfying(Response.class, response -> {
                assertThat(response.status()).isEqualTo(status);
                assertThat(part).startsWith(response.text()); // a reset may take bytes with it
            });
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 9\r\nContent-Length: 7\r\n\r\n{}",
                "Content-Length: -1\r\n\r\n{}",
                "Content-Length: many\r\n\r\n{}",
                "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\nxyz\r\n{}\r\n",
                "Transfer-Encoding: chunked\r\n\r\n-2\r\n{}\r\n",
                "Content-Type: appli",
                "Content-Length: 3\r\n",
                "",
            })
    void statusCountsWhateverIsWrongBehindIt(String rest) throws Exception {
        assertThat(answered("HTTP/1.1 429 Slow down\r\n" + rest))
                .isInstanceOfSatisfying(Response.class, response -> assertThat(response.status())
                        .isEqualTo(429));
        assertUnreadable(answered("HTTP/1.1 201 Created\r\n" + rest), 201);
    }

    @Test
    void successThatBreaksOffIsNotReadable() throws Exception {
        assertUnreadable(answered("HTTP/1.1 201 Created\r\nContent-Length: 500\r\n\r\n{\"contact\":{}}"), 201);
        assertUnreadable(answered("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n"), 200);
        assertUnreadable(
                create(
                        wire -> {
                            wire.receive();
                            wire.send("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n{}")
                                    .hang();
                        },
                        IMPATIENT),
                200);
    }

    @Test
    void anEndWithoutAnyResponseLeavesTheFateOpen() throws Exception {
        for (String start : List.of("", "HTTP/1.1", "HTTP/1.1 100 Continue\r\n\r\n")) {
            assertThat(answered(start)).isInstanceOfSatisfying(TransportException.class, e -> {
                assertThat(e.stage()).isEqualTo(TransportException.Stage.SENT);
                assertThat(e.mayPass()).isTrue();
            });
        }
    }

    // --- content encodings

    @ParameterizedTest
    @CsvSource({"gzip, 200", "gzip, 201", "deflate, 200", "x-gzip, 204", "gzip, 500"})
    void emptyBodyNeedsNoDecoding(String encoding, int status) throws Exception {
        String head = "HTTP/1.1 " + status + " Fine\r\nContent-Encoding: " + encoding;

        assertResponse(answered(head, new byte[0]), status, "");
        if (status != 204) {
            assertResponse(answered(head + "\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"), status, "");
        }
    }

    @ParameterizedTest
    @CsvSource({"gzip, 400", "deflate, 422", "gzip, 200", "deflate, 200", "identity, 200", "'gzip, identity', 400"})
    void whatIsSentPlainIsTakenPlain(String encoding, int status) throws Exception {
        assertResponse(
                answered(
                        "HTTP/1.1 " + status + " Plain\r\nContent-Type: application/json\r\nContent-Encoding: "
                                + encoding,
                        WORDS.getBytes(StandardCharsets.UTF_8)),
                status,
                WORDS);
    }

    private static byte[] encoded(byte[] plain, Function<OutputStream, OutputStream> encoder) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = encoder.apply(bytes)) {
            out.write(plain);
        }
        return bytes.toByteArray();
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        return encoded(plain, out -> {
            try {
                return new GZIPOutputStream(out);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
    }

    private static byte[] gzipOfZeros(int megabytes) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            for (int i = 0; i < megabytes; i++) {
                out.write(new byte[1_000_000]);
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void deflateComesWithAFrameAndWithout() throws Exception {
        byte[] plain = WORDS.getBytes(StandardCharsets.UTF_8);
        String head = "HTTP/1.1 200 OK\r\nContent-Encoding: deflate";

        assertResponse(answered(head, encoded(plain, DeflaterOutputStream::new)), 200, WORDS);
        assertResponse(
                answered(head, encoded(plain, out -> new DeflaterOutputStream(out, new Deflater(9, true)))),
                200,
                WORDS);
    }

    @Test
    void severalEncodingsAreUndoneFromTheLast() throws Exception {
        byte[] twice = encoded(gzip(WORDS.getBytes(StandardCharsets.UTF_8)), DeflaterOutputStream::new);

        assertResponse(answered("HTTP/1.1 200 OK\r\nContent-Encoding: gzip, deflate", twice), 200, WORDS);
    }

    @Test
    void brokenCompressionOfASuccessIsNotReadableAndOfAnErrorGivesWhatThereIs() throws Exception {
        byte[] whole = gzip(WORDS.repeat(50).getBytes(StandardCharsets.UTF_8));
        byte[] cut = Arrays.copyOf(whole, whole.length - 12);
        byte[] wrong = whole.clone();
        wrong[whole.length - 6] ^= 1; // the checksum

        assertUnreadable(answered("HTTP/1.1 200 OK\r\nContent-Encoding: gzip", cut), 200);
        assertUnreadable(answered("HTTP/1.1 200 OK\r\nContent-Encoding: gzip", wrong), 200);
        assertThat(answered("HTTP/1.1 400 No\r\nContent-Encoding: gzip", cut))
                .isInstanceOfSatisfying(
                        Response.class, response -> assertThat(response.text()).startsWith("{\"message\":\"the phone"));
    }

    @Test
    void encodingThatNobodyAskedForIsNamed() throws Exception {
        Object success = answered("HTTP/1.1 200 OK\r\nContent-Encoding: br", new byte[] {11, 2, 3});

        assertUnreadable(success, 200);
        assertThat((Exception) success).hasMessageEndingWith("not asked for, br");
        assertResponse(answered("HTTP/1.1 500 No\r\nContent-Encoding: br", new byte[] {11, 2, 3}), 500, "");
    }

    @Test
    void encodingThatTheRequestAskedForIsLeft() throws Exception {
        try (HostileServer server = HostileServer.answering(
                        "HTTP/1.1 200 OK\r\nContent-Encoding: br\r\nContent-Length: 3\r\n\r\nabc");
                HttpTransport transport = server.transport(SETTINGS)) {
            Response response = transport.send(Request.to("GET", List.of("contacts"))
                    .headers(List.of(new NameValue("accept-encoding", "br")))
                    .build());

            assertThat(response.text()).isEqualTo("abc");
        }
    }

    @Test
    void bombIsBounded() throws Exception {
        byte[] bomb = gzipOfZeros(30);
        byte[] doubleBomb = gzip(gzipOfZeros(300));

        for (byte[] body : List.of(bomb, doubleBomb)) {
            String encoding = body == bomb ? "gzip" : "gzip, gzip";
            Object success = answered("HTTP/1.1 200 OK\r\nContent-Encoding: " + encoding, body);
            Object error = answered("HTTP/1.1 500 No\r\nContent-Encoding: " + encoding, body);

            assertUnreadable(success, 200);
            assertThat((Exception) success).hasMessageContaining("larger than maxResponseSize");
            assertThat(((Response) error).body()).hasSizeLessThanOrEqualTo(64 * 1024);
        }
    }

    // --- lengths

    @Test
    void hugeLengthIsRefusedBeforeAnyMemoryIsTaken() throws Exception {
        for (String length : List.of("999999999999", "700000000", "9223372036854775807")) {
            Object success = answered("HTTP/1.1 200 OK\r\nContent-Length: " + length + "\r\n\r\n{");

            assertUnreadable(success, 200);
            assertThat((Exception) success).hasMessageContaining("larger than maxResponseSize");
            assertResponse(answered("HTTP/1.1 400 No\r\nContent-Length: " + length + "\r\n\r\n{"), 400, "{");
        }
    }

    @Test
    void memoryIsTakenAsBytesComeNotAsTheyAreAnnounced() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();

        ReadBytes.of(new ByteArrayInputStream(new byte[10]), 700_000_000, Integer.MAX_VALUE - 16);

        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(1_000_000);
    }

    // --- nothing is quoted

    @ParameterizedTest
    @ValueSource(
            strings = {
                SECRET + "\r\n\r\n",
                "HTTP/1.1 " + SECRET + "\r\n\r\n",
                "HTTP/9.9 200 " + SECRET + "\r\n\r\n",
                "HTTP/1.1 200 OK\r\n" + SECRET + "\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: " + SECRET + "\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: " + SECRET + "\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + SECRET + "\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}" + SECRET + "\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n" + SECRET + "\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Encoding: " + SECRET + "\r\nContent-Length: 2\r\n\r\n{}",
            })
    void malformedResponseIsNotQuoted(String response) throws Exception {
        Object result = answered(response);

        if (result instanceof TransportException e) {
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            assertThat(trace.toString()).doesNotContain("kEy-0123456789abcdef");
            assertThat(trace.toString()).doesNotContain("amelie");
        }
    }

    @Test
    void causeKeepsItsNameAndItsTrace() throws Exception {
        TransportException e = catchThrowableOfType(TransportException.class, () -> {
            throw (TransportException) answered("SMTP ready\r\n");
        });

        assertThat(e.getCause()).hasMessageContaining("ClientProtocolException");
        assertThat(e.getCause().getStackTrace()).isNotEmpty();
        assertThat(e.getCause().getCause()).isNull();
    }
}
