// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.entry;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrafficTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private Instant now = NOON;
    private final Traffic traffic = new Traffic(() -> now);
    private Response answer;
    private TransportException failure;
    private final Transport transport =
            new CountingTransport(ApiRoot.of("acme.myfreshworks.com", List.of()), this::send, traffic);

    private Response send(Request request) throws TransportException {
        if (failure != null) {
            throw failure;
        }
        return answer;
    }

    private void call(int status, String mediaType) throws Exception {
        failure = null;
        answer = new Response(
                status, List.of(new NameValue("Content-Type", mediaType)), "{}".getBytes(StandardCharsets.UTF_8));
        assertThat(transport.send(Request.to("GET", List.of("deals", "5")).build()))
                .isSameAs(answer);
    }

    private void call(int status) throws Exception {
        call(status, "application/json");
    }

    private void fail(TransportException.Stage stage, int status) {
        failure = new TransportException(stage, status, true, "broke", null);
        assertThat(catchThrowable(() ->
                        transport.send(Request.to("GET", List.of("deals", "5")).build())))
                .isSameAs(failure);
    }

    @Test
    void requestsAreCountedByWhatCameOfThem() throws Exception {
        call(200);
        call(201);
        call(200);
        call(404);
        fail(TransportException.Stage.SENT, 0);

        assertThat(traffic.calls()).isEqualTo(5);
        assertThat(traffic.responses()).containsExactly(entry(200, 2L), entry(201, 1L), entry(404, 1L));
        assertThat(traffic.callsWithoutResponse()).isEqualTo(1);
        assertThat(traffic.errors()).isEqualTo(2);
    }

    @Test
    void latestSuccessAndFailureAreKeptWithTheirTimes() throws Exception {
        call(200);
        now = NOON.plus(MINUTE);
        call(422);

        assertThat(traffic.lastSuccess()).isEqualTo(NOON);
        assertThat(traffic.lastFailure()).isEqualTo(new Traffic.Failure(NOON.plus(MINUTE), 422));
    }

    @Test
    void failureIsToldInWords() {
        assertThat(new Traffic.Failure(NOON, 0)).hasToString("no response");
        assertThat(new Traffic.Failure(NOON, 403)).hasToString("403");
        assertThat(new Traffic.Failure(NOON, 200)).hasToString("200, unreadable");
    }

    @Test
    void accountIsHealthyForSomeTimeAfterASuccess() throws Exception {
        assertThat(traffic.isHealthy(MINUTE)).isFalse();
        call(200);

        now = NOON.plus(MINUTE);
        assertThat(traffic.isHealthy(MINUTE)).isTrue();
        now = now.plusMillis(1);
        assertThat(traffic.isHealthy(MINUTE)).isFalse();
        assertThat(traffic.isOut()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 502, 503, 504})
    void statusThatConcernsTheAccountIsAnOutageUntilTheNextSuccess(int status) throws Exception {
        call(200);
        call(status);
        assertThat(traffic.isHealthy(MINUTE)).isFalse();
        assertThat(traffic.isOut()).isTrue();
        assertThat(traffic.lastOutage()).isEqualTo(new Traffic.Failure(NOON, status));

        call(429);
        assertThat(traffic.isOut()).isTrue();
        call(200);

        assertThat(traffic.isHealthy(MINUTE)).isTrue();
        assertThat(traffic.isOut()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 400, 403, 404, 422, 429, 500})
    void failureOfOneCallIsNoOutage(int status) throws Exception {
        call(200);
        call(status);

        assertThat(traffic.isHealthy(MINUTE)).isTrue();
    }

    @Test
    void missingAnswerIsAnOutageAndAnUnreadableOneIsNot() throws Exception {
        call(200);
        fail(TransportException.Stage.RESPONDED, 200);
        assertThat(traffic.isOut()).isFalse();
        fail(TransportException.Stage.NOT_SENT, 0);
        assertThat(traffic.isOut()).isTrue();
    }

    @Test
    void pageOfAWebServerIsNoSuccess() throws Exception {
        call(200, "text/html; charset=utf-8");

        assertThat(traffic.lastSuccess()).isNull();
        assertThat(traffic.isHealthy(MINUTE)).isFalse();
    }

    @Test
    void waitIsCountedWhileItLasts() throws Exception {
        Sleeper sleeper = traffic.counted(time -> {
            assertThat(traffic.waiting()).isEqualTo(1);
            return time.equals(MINUTE);
        });

        assertThat(sleeper.sleep(MINUTE)).isTrue();
        assertThat(sleeper.sleep(Duration.ZERO)).isFalse();

        assertThat(traffic.waiting()).isZero();
    }

    @Test
    void jobsAreCountedUntilTheyEnd() {
        traffic.jobBegan();
        traffic.jobBegan();
        traffic.jobBegan();
        traffic.jobEnded(Purpose.NONE, true, Duration.ZERO);
        traffic.jobEnded(Purpose.NONE, false, Duration.ZERO);

        assertThat(traffic.jobs()).isEqualTo(1);
    }
}
