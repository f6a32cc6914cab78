// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.camelfreshsales.content.RequestBody;
import io.github.camelfreshsales.http.TransportException.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether, how long, how often: with a list as the sleeper. */
class RetryingTransportTest {

    private static final Instant NOW = Instant.parse("2026-03-05T09:00:00Z");
    private static final RetryLimits LIMITS = new RetryLimits(
            3, Duration.ofSeconds(1), Duration.ofSeconds(3), Duration.ofSeconds(60), Duration.ofSeconds(10));
    /** Always the largest value, so that a wait is as long as it can be. */
    private static final RandomGenerator LARGEST = new RandomGenerator() {
        @Override
        public long nextLong() {
            return Long.MAX_VALUE;
        }

        @Override
        public double nextDouble() {
            return 1;
        }
    };

    private final Deque<Object> answers = new ArrayDeque<>();
    private final List<Duration> waits = new ArrayList<>();
    private int sent;
    private boolean stopped;

    private Response send(Request request) throws TransportException {
        Transport below = one -> {
            sent++;
            Object answer = answers.size() > 1 ? answers.poll() : answers.peek();
            if (answer instanceof TransportException e) {
                throw e;
            }
            return (Response) answer;
        };
        Sleeper sleeper = time -> {
            waits.add(time);
            return !stopped;
        };
        return new RetryingTransport(below, LIMITS, () -> NOW, sleeper, LARGEST).send(request);
    }

    private static Request repeatable() {
        return Request.to("GET", List.of("contacts", "1")).build();
    }

    private static Request once() {
        return Request.to("POST", List.of("contacts"))
                .body(RequestBody.of(new byte[] {1}, "application/json"))
                .once()
                .build();
    }

    private static Response answer(int status, String... header) {
        List<NameValue> headers = header.length == 0 ? List.of() : List.of(new NameValue(header[0], header[1]));
        return new Response(status, headers, new byte[0]);
    }

    private static TransportException failure(Stage stage, boolean mayPass) {
        return new TransportException(stage, 0, mayPass, "failed", null);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 502, 503, 504})
    void readIsRepeatedAfterWhatMayPass(int status) throws Exception {
        answers.add(answer(status));
        answers.add(answer(200));

        Response response = send(repeatable());

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.history().attempts()).isEqualTo(2);
        assertThat(response.history().earlier())
                .extracting(Exception::getMessage)
                .containsExactly("returned " + status);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 204, 302, 400, 401, 403, 404, 405, 409, 422})
    void restIsNotRepeated(int status) throws Exception {
        answers.add(answer(status));

        assertThat(send(repeatable()).history().attempts()).isEqualTo(1);
        assertThat(sent).isEqualTo(1);
        assertThat(waits).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"429, 2", "408, 1", "500, 1", "501, 1", "502, 1", "503, 1", "504, 1", "505, 1", "520, 1", "599, 1"})
    void createIsRepeatedOnlyWhenItWasNotCarriedOut(int status, int requests) throws Exception {
        answers.add(answer(status));
        answers.add(answer(201));

        send(once());

        assertThat(sent).isEqualTo(requests);
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void createThatMayHaveArrivedIsNotRepeated(Stage stage) throws Exception {
        answers.add(failure(stage, true));
        answers.add(answer(201));

        if (stage == Stage.NOT_SENT) {
            assertThat(send(once()).status()).isEqualTo(201);
        } else {
            TransportException e = catchThrowableOfType(TransportException.class, () -> send(once()));
            assertThat(e.history().attempts()).isEqualTo(1);
        }
        assertThat(sent).isEqualTo(stage == Stage.NOT_SENT ? 2 : 1);
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void readIsRepeatedAfterALostConnection(Stage stage) throws Exception {
        answers.add(failure(stage, true));
        answers.add(answer(200));

        assertThat(send(repeatable()).history().attempts()).isEqualTo(2);
    }

    @Test
    void certificateIsNotTriedAgain() {
        answers.add(failure(Stage.NOT_SENT, false));

        catchThrowableOfType(TransportException.class, () -> send(repeatable()));

        assertThat(sent).isEqualTo(1);
    }

    @Test
    void bodyThatIsGoneIsNotSentAgain() throws Exception {
        RequestBody streamed = new RequestBody() {
            @Override
            public String contentType() {
                return "x/y";
            }

            @Override
            public long length() {
                return -1;
            }

            @Override
            public boolean repeatable() {
                return false;
            }

            @Override
            public void writeTo(java.io.OutputStream out) {}
        };
        answers.add(answer(429));

        Request put = Request.to("PUT", List.of("x")).body(streamed).build();

        assertThat(send(put).status()).isEqualTo(429);
        assertThat(sent).isEqualTo(1);
    }

    @Test
    void maxRetriesCountsRepeats() throws Exception {
        answers.add(answer(503));

        Response response = send(repeatable());

        assertThat(response.status()).isEqualTo(503);
        assertThat(sent).isEqualTo(4);
        assertThat(response.history().attempts()).isEqualTo(4);
        assertThat(response.history().earlier()).hasSize(3);
    }

    @Test
    void waitDoublesUpToItsLimitAndIsNeverTheSame() throws Exception {
        answers.add(answer(503));

        send(repeatable());

        assertThat(waits).containsExactly(Duration.ofMillis(1_500), Duration.ofSeconds(3), Duration.ofSeconds(3));
        Backoff least = new Backoff(LIMITS, () -> 0L);
        assertThat(least.before(1, null)).isEqualTo(Duration.ofSeconds(1));
        assertThat(least.before(2, null)).isEqualTo(Duration.ofSeconds(2));
        assertThat(least.before(60, null)).isEqualTo(Duration.ofSeconds(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.2", "-3", "Thu, 5 Mar 2026 08:00:00 GMT", "Thu, 01 Jan 1970 00:00:00 GMT"})
    void waitIsNeverShorterThanTheDelayWhateverTheServiceAsksFor(String retryAfter) throws Exception {
        answers.add(answer(503, "Retry-After", retryAfter));

        send(repeatable());

        assertThat(waits).containsExactly(Duration.ofMillis(1_500), Duration.ofSeconds(3), Duration.ofSeconds(3));
    }

    @ParameterizedTest
    @CsvSource({
        "7,                             7700",
        "0,                             1500",
        "1.2,                           1500",
        "60,                            61000",
        "'Thu, 5 Mar 2026 09:00:30 GMT', 31000",
        "'Thu, 5 Mar 2026 08:00:00 GMT', 1500",
        "soon,                          1500"
    })
    void serviceIsObeyedWhenItAsksForAWait(String retryAfter, long millis) throws Exception {
        answers.add(answer(429, "Retry-After", retryAfter));
        answers.add(answer(200));

        send(repeatable());

        assertThat(waits).containsExactly(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @CsvSource({
        "429, 61",
        "503, 61",
        "429, 86400",
        "429, 'Thu, 5 Mar 2026 10:00:00 GMT'",
        "429, 999999999999",
        "503, 99999999999999999999",
        "429, 'Fri, 31 Dec 9999 23:59:59 GMT'"
    })
    void waitBeyondTheLimitFailsAtOnce(int status, String retryAfter) throws Exception {
        answers.add(answer(status, "Retry-After", retryAfter));

        assertThat(send(repeatable()).status()).isEqualTo(status);
        assertThat(sent).isEqualTo(1);
        assertThat(waits).isEmpty();
    }

    @Test
    void dateIsReadByTheClockOfTheService() throws Exception {
        Response busy = new Response(
                503,
                List.of(
                        new NameValue("Date", "Thu, 5 Mar 2026 11:30:00 GMT"),
                        new NameValue("Retry-After", "Thu, 5 Mar 2026 11:30:07 GMT")),
                new byte[0]);
        answers.add(busy);
        answers.add(answer(200));

        send(repeatable());

        assertThat(waits).containsExactly(Duration.ofMillis(7_700));
    }

    @Test
    void waitsThatTheServiceAsksForAreBoundedInAll() throws Exception {
        answers.add(answer(429, "Retry-After", "40"));

        assertThat(send(repeatable()).status()).isEqualTo(429);
        assertThat(sent).as("a second wait of 40 s would make 80 s").isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        // 60 s of quota, 3 waits of 3 s and a timeout of 10 s: no retry begins after 79 s
        "10, 4", // retries begin at 11.5, 24.5 and 37.5 s
        "26, 3", // at 27.5 and 56.5 s; the third would begin at 85.5 s
        "77, 2", // at 78.5 s
        "78, 1"
    })
    void repeatsAreBoundedByTheTimeThatTheCallTakesInAll(int secondsARequest, int requests) throws Exception {
        Instant[] now = {NOW};
        Transport slow = one -> {
            sent++;
            now[0] = now[0].plusSeconds(secondsARequest);
            return answer(503);
        };
        Sleeper sleeper = time -> {
            now[0] = now[0].plus(time);
            return true;
        };

        Response response = new RetryingTransport(slow, LIMITS, () -> now[0], sleeper, LARGEST).send(repeatable());

        assertThat(response.status()).isEqualTo(503);
        assertThat(sent).isEqualTo(requests);
        assertThat(response.history().attempts()).isEqualTo(requests);
    }

    @Test
    void eachCallHasTheWholeTimeAgain() throws Exception {
        Instant[] now = {NOW};
        Transport slow = one -> {
            sent++;
            now[0] = now[0].plusSeconds(70);
            return answer(503);
        };
        Transport retrying = new RetryingTransport(slow, LIMITS, () -> now[0], time -> true, LARGEST);

        retrying.send(repeatable());
        retrying.send(repeatable());

        assertThat(sent).isEqualTo(4);
    }

    @Test
    void stoppingRouteEndsTheWait() throws Exception {
        stopped = true;
        answers.add(answer(503));

        assertThat(send(repeatable()).status()).isEqualTo(503);
        assertThat(sent).isEqualTo(1);
    }

    @Test
    void interruptIsRestored() throws Exception {
        answers.add(answer(503));
        Sleeper interrupted = time -> {
            throw new InterruptedException();
        };

        Response response =
                new RetryingTransport(one -> answer(503), LIMITS, () -> NOW, interrupted, LARGEST).send(repeatable());

        assertThat(response.status()).isEqualTo(503);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void repeatedDeleteThatFindsNothingHasSucceeded() throws Exception {
        Request delete = Request.to("DELETE", List.of("contacts", "1")).build();
        answers.add(failure(Stage.SENT, true));
        answers.add(answer(404));

        Response response = send(delete);

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.history().attempts()).isEqualTo(2);
    }

    @Test
    void deleteThatFindsNothingAfterAQuotaWaitHasNotSucceeded() throws Exception {
        Request delete = Request.to("DELETE", List.of("contacts", "1")).build();
        answers.add(answer(429));
        answers.add(answer(404));

        assertThat(send(delete).status()).isEqualTo(404);
    }

    @Test
    void writeWhoseAnswerBrokeIsNotRepeated() {
        answers.add(failure(Stage.RESPONDED, true));

        catchThrowableOfType(
                TransportException.class,
                () -> send(Request.to("PUT", List.of("contacts", "1")).build()));

        assertThat(sent).isEqualTo(1);
    }

    @Test
    void readWhoseAnswerCannotBeReadIsRepeated() throws Exception {
        answers.add(answer(200).read(null, "it is not JSON"));
        answers.add(answer(200).read(null, "it holds no contact"));
        answers.add(answer(200));

        Response response = send(repeatable());

        assertThat(response.succeeded()).isTrue();
        assertThat(response.history().attempts()).isEqualTo(3);
    }
}
