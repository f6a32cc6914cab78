// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelfreshsales.simulator.Client.Reply;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class QuotaTest {

    private static final Instant HALF_PAST_NOON = Instant.parse("2024-03-05T12:30:20.250Z");
    private static final AtomicReference<Instant> NOW = new AtomicReference<>(HALF_PAST_NOON);

    @RegisterExtension
    static final FreshsalesSimulatorExtension FRESHSALES = new FreshsalesSimulatorExtension(
            FreshsalesSimulator.builder().clock(NOW::get).quota(1000, 0));

    private final FreshsalesSimulator simulator = FRESHSALES.simulator();
    private final Client client = Client.of(simulator);

    @BeforeEach
    void isHalfPastNoon() {
        NOW.set(HALF_PAST_NOON);
    }

    @Test
    void hourEndsAtTheTopOfTheHour() {
        simulator.setQuota(3, 0);

        List<Integer> statuses =
                IntStream.range(0, 5).mapToObj(i -> create().status()).toList();

        assertThat(statuses).containsExactly(201, 201, 201, 429, 429);
        assertThat(simulator.count("contacts")).isEqualTo(3);
        assertThat(simulator.quotaExceededCount()).isEqualTo(2);
        assertThat(simulator.quotaRemaining()).isZero();
        NOW.set(Instant.parse("2024-03-05T12:59:59.999Z"));
        assertThat(create().status()).isEqualTo(429);
        NOW.set(Instant.parse("2024-03-05T13:00:00Z"));
        assertThat(simulator.quotaRemaining()).isEqualTo(3);
        assertThat(create().status()).isEqualTo(201);
        assertThat(simulator.requestCount("POST", "contacts")).isEqualTo(7);
        assertThat(simulator.processedCount("POST", "contacts")).isEqualTo(4);
    }

    @Test
    void anHourOfTheQuotaMayBeShort() {
        try (FreshsalesSimulator short10 = FreshsalesSimulator.builder()
                .clock(NOW::get)
                .quota(2, 0)
                .quotaHour(Duration.ofSeconds(10))
                .start()) {
            short10.useQuota(2);

            assertThat(short10.quotaRemaining()).isZero();
            NOW.set(Instant.parse("2024-03-05T12:30:29.999Z"));
            assertThat(short10.quotaRemaining()).isZero();
            NOW.set(Instant.parse("2024-03-05T12:30:30Z"));
            assertThat(short10.quotaRemaining()).isEqualTo(2);
        }
    }

    @Test
    void minuteAndHourBothHaveToHaveRoom() {
        simulator.setQuota(5, 2);

        List<Integer> statuses = IntStream.range(0, 9)
                .mapToObj(i -> {
                    NOW.set(HALF_PAST_NOON.plusSeconds(20L * i));
                    return create().status();
                })
                .toList();

        // seconds 20, 40 | 0, 20, 40 | 0, 20, 40 | 0
        assertThat(statuses).containsExactly(201, 201, 201, 201, 429, 201, 429, 429, 429);
    }

    @Test
    void slidingWindowGivesBackWhatWasUsedOneByOne() {
        simulator
                .quotaWindows(QuotaWindows.SLIDING)
                .retryAfter(RetryAfterForm.SECONDS)
                .setQuota(0, 3);

        List<Integer> statuses = IntStream.range(0, 8)
                .mapToObj(i -> {
                    NOW.set(HALF_PAST_NOON.plusSeconds(15L * i));
                    return create().status();
                })
                .toList();

        // seconds 0, 15, 30 are used; the first comes back at 60, the second at 75, the third at 90
        assertThat(statuses).containsExactly(201, 201, 201, 429, 201, 201, 201, 429);
        assertThat(header(create(), "Retry-After")).isEqualTo("15");
    }

    @Test
    void windowMayBeginWithTheFirstRequest() {
        simulator
                .quotaWindows(QuotaWindows.FROM_FIRST_REQUEST)
                .rateLimitReset(RateLimitReset.SECONDS_LEFT)
                .setQuota(0, 2);

        assertThat(header(create(), "X-RateLimit-Reset")).isEqualTo("60");
        create();
        NOW.set(HALF_PAST_NOON.plusMillis(59_999));
        assertThat(create().status()).isEqualTo(429);
        NOW.set(HALF_PAST_NOON.plusSeconds(60));
        assertThat(simulator.quotaRemaining()).isEqualTo(2);
        NOW.set(HALF_PAST_NOON.plusSeconds(100));
        assertThat(header(create(), "X-RateLimit-Reset")).isEqualTo("60");
    }

    @ParameterizedTest
    @EnumSource(QuotaWindows.class)
    void hourAndMinuteAreCountedInEachWay(QuotaWindows form) {
        simulator.quotaWindows(form).setQuota(4, 3);

        List<Integer> inOneMinute =
                IntStream.range(0, 4).mapToObj(i -> create().status()).toList();
        NOW.set(HALF_PAST_NOON.plusSeconds(61));
        List<Integer> inTheNext =
                IntStream.range(0, 2).mapToObj(i -> create().status()).toList();
        NOW.set(HALF_PAST_NOON.plusSeconds(3_700));

        assertThat(inOneMinute).containsExactly(201, 201, 201, 429);
        assertThat(inTheNext).containsExactly(201, 429);
        assertThat(create().status()).isEqualTo(201);
    }

    @Test
    void everyRequestCountsWhateverBecomesOfIt() {
        simulator.setQuota(10, 0);

        client.withAuthorization(null).get("selector/owners");
        client.withAuthorization("Token token=" + simulator.restrictedKey()).get("contacts/filters");
        client.get("nowhere");
        client.get("contacts/1");

        assertThat(simulator.quotaRemaining()).isEqualTo(6);
        assertThat(simulator.processedCount()).isOne();
    }

    @Test
    void scriptedTroubleUsesNothingUpUnlessTheRequestIsProcessed() {
        simulator.setQuota(10, 0);
        simulator
                .trouble()
                .answer(429)
                .times(3)
                .then()
                .answer(504)
                .afterProcessing()
                .then()
                .answer(500);

        IntStream.range(0, 5).forEach(i -> create());

        assertThat(simulator.quotaRemaining()).isEqualTo(9);
        assertThat(simulator.quotaExceededCount()).isZero();
    }

    @Test
    void parallelRequestsNeverGetMoreThanTheQuota() {
        simulator.setQuota(0, 50);

        long passed = IntStream.range(0, 120)
                .parallel()
                .filter(i -> create().status() == 201)
                .count();

        assertThat(passed).isEqualTo(50);
        assertThat(simulator.quotaExceededCount()).isEqualTo(70);
    }

    @Test
    void refusalIsAnErrorsObjectWithoutRetryAfter() {
        Reply refused = refused();

        assertThat(refused.json().at("/errors/code").asInt()).isEqualTo(429);
        assertThat(refused.json().at("/errors/message").isArray()).isTrue();
        assertThat(header(refused, "Retry-After")).isNull();
    }

    @Test
    void refusalMayBeHtmlOrEmpty() {
        simulator.turnOn(Switch.QUOTA_ANSWER_AS_HTML);
        assertThat(refused().contentType()).startsWith("text/html");
        simulator.turnOn(Switch.QUOTA_ANSWER_EMPTY);
        assertThat(refused().text()).isEmpty();
    }

    @Test
    void answersTellTheWindowWithTheLeastLeft() {
        simulator.setQuota(5, 3);

        assertThat(quotaHeaders(create()))
                .containsExactly(
                        Map.entry("x-ratelimit-limit", "3"),
                        Map.entry("x-ratelimit-remaining", "2"),
                        Map.entry("x-ratelimit-reset", "050324123100"));
        IntStream.range(0, 2).forEach(i -> create());
        NOW.set(NOW.get().plusSeconds(60));
        assertThat(quotaHeaders(client.get("nowhere")))
                .containsEntry("x-ratelimit-limit", "5")
                .containsEntry("x-ratelimit-remaining", "1")
                .containsEntry("x-ratelimit-reset", "050324130000");
        create();
        assertThat(quotaHeaders(create()))
                .containsEntry("x-ratelimit-remaining", "0")
                .containsEntry("x-ratelimit-reset", "050324130000");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "DAY_TO_SECOND, 050324130000",
                "EPOCH_SECONDS, 1709643600",
                "SECONDS_LEFT, 1780",
                "ISO, 2024-03-05T13:00:00Z",
                "ABSENT, none"
            })
    void resetHasManyForms(RateLimitReset form, String expected) {
        simulator.rateLimitReset(form);

        assertThat(header(create(), "X-RateLimit-Reset")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            nullValues = "none",
            value = {
                "ABSENT|none",
                "SECONDS|1780",
                "HTTP_DATE|Tue, 05 Mar 2024 13:00:00 GMT",
                "SMALL|1",
                "HUGE|86400",
                "BROKEN|soon"
            })
    void retryAfterHasManyForms(RetryAfterForm form, String expected) {
        simulator.retryAfter(form);

        assertThat(header(create(), "Retry-After")).isNull();
        assertThat(header(refused(), "Retry-After")).isEqualTo(expected);
    }

    @Test
    void headersMayBeOfTheOtherFamilyOrAbsent() {
        simulator.retryAfter(RetryAfterForm.SMALL);

        simulator.turnOn(Switch.QUOTA_HEADERS_STANDARD);
        assertThat(quotaHeaders(create()))
                .containsExactly(
                        Map.entry("ratelimit-limit", "1000"),
                        Map.entry("ratelimit-remaining", "999"),
                        Map.entry("ratelimit-reset", "1780"));
        simulator.turnOn(Switch.QUOTA_HEADERS_ABSENT);
        assertThat(quotaHeaders(refused())).containsOnlyKeys("retry-after");
    }

    @Test
    void headersMayBeInLowerCase() throws IOException {
        assertThat(rawHeaders()).contains("X-RateLimit-Limit: 1000", "X-RateLimit-Remaining: 999");
        simulator.turnOn(Switch.QUOTA_HEADERS_LOWER_CASE);
        assertThat(rawHeaders()).contains("x-ratelimit-limit: 1000", "x-ratelimit-remaining: 998");
    }

    @Test
    void withoutAQuotaNothingIsTold() {
        simulator.setQuota(0, 0);

        assertThat(quotaHeaders(create())).isEmpty();
        assertThat(simulator.quotaRemaining()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void resetComesBackToTheQuotaOfTheBuilder() {
        simulator.setQuota(1, 1).retryAfter(RetryAfterForm.HUGE);
        create();
        create();

        simulator.reset();

        assertThat(simulator.quotaRemaining()).isEqualTo(1000);
        assertThat(simulator.quotaExceededCount()).isZero();
    }

    @Test
    void quotaIsNoNegativeNumber() {
        assertThatThrownBy(() -> simulator.setQuota(-1, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    /** The answer to one request too many. */
    private Reply refused() {
        simulator.setQuota(1, 0);
        create();
        Reply refused = create();
        assertThat(refused.status()).isEqualTo(429);
        return refused;
    }

    private Reply create() {
        return client.post("contacts", "{'contact':{'last_name':'Moss'}}");
    }

    private static String header(Reply reply, String name) {
        return reply.raw().headers().firstValue(name).orElse(null);
    }

    /** The headers about the quota, by their names in lower case. */
    private static Map<String, String> quotaHeaders(Reply reply) {
        Map<String, String> found = new TreeMap<>();
        reply.raw().headers().map().forEach((name, values) -> {
            if (name.matches("(x-)?ratelimit-.*|retry-after")) {
                found.put(name, values.get(0));
            }
        });
        return found;
    }

    /** The answer as it is on the wire; the HTTP client would change the case of names. */
    private List<String> rawHeaders() throws IOException {
        try (Socket socket = new Socket("127.0.0.1", simulator.port())) {
            socket.getOutputStream()
                    .write("GET /nowhere HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".getBytes(US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), US_ASCII)
                    .lines()
                    .toList();
        }
    }
}
