package io.github.camelfreshsales.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an operator is told of the quota. */
class QuotaLeftTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:30Z");

    private static void call(Quota quota, Instant at, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(quota.next(at, Duration.ZERO).granted()).isTrue();
        }
    }

    private static Response answer(int status, String... headers) {
        List<NameValue> all = new java.util.ArrayList<>();
        for (int i = 0; i < headers.length; i += 2) {
            all.add(new NameValue(headers[i], headers[i + 1]));
        }
        return new Response(status, all, new byte[0]);
    }

    @Test
    void nothingIsKnownAtFirst() {
        assertThat(new Quota(0, 0, 0).left(NOON)).isEqualTo(new Quota.Left(null, null, null));
        assertThat(new Quota.Left(null, null, null).calls()).isNull();
    }

    @Test
    void callsAreTakenFromKnownLimitsAndComeBackWithTheWindow() {
        Quota quota = new Quota(1_000, 400, 100);
        call(quota, NOON, 3);

        assertThat(quota.left(NOON)).isEqualTo(new Quota.Left(897, 297, null));
        assertThat(quota.left(NOON).calls()).isEqualTo(297);
        assertThat(quota.left(NOON.plusSeconds(61))).isEqualTo(new Quota.Left(897, 300, null));
    }

    @Test
    void lookingTakesNothing() {
        Quota quota = new Quota(0, 1, 0);
        quota.left(NOON);

        assertThat(quota.next(NOON, Duration.ZERO).granted()).isTrue();
        assertThat(quota.left(NOON).calls()).isZero();
    }

    @Test
    void answerKnowsBetterWhileItsWindowLasts() {
        Quota quota = new Quota(0, 0, 10);
        call(quota, NOON, 1);
        quota.learn(
                NOON,
                answer(200, "X-RateLimit-Limit", "5000", "X-RateLimit-Remaining", "77", "X-RateLimit-Reset", "60"));

        assertThat(quota.left(NOON)).isEqualTo(new Quota.Left(67, null, null));
        assertThat(quota.left(NOON.plusSeconds(60))).isEqualTo(new Quota.Left(4_989, null, null));
    }

    @Test
    void minuteIsToldApartFromTheHour() {
        Quota quota = new Quota(2_000, 0, 0);
        quota.learn(NOON, answer(200, "X-RateLimit-Limit", "400", "X-RateLimit-Remaining", "7"));

        assertThat(quota.left(NOON)).isEqualTo(new Quota.Left(2_000, 7, null));
        assertThat(quota.left(NOON).calls()).isEqualTo(7);
    }

    @Test
    void refusalLeavesNothingUntilItsEnd() {
        Quota quota = new Quota(2_000, 0, 0);
        quota.learn(NOON, answer(429, "Retry-After", "90"));

        assertThat(quota.left(NOON)).isEqualTo(new Quota.Left(2_000, null, NOON.plusSeconds(90)));
        assertThat(quota.left(NOON).calls()).isZero();
        assertThat(quota.left(NOON.plusSeconds(90)).calls()).isEqualTo(2_000);
    }
}
