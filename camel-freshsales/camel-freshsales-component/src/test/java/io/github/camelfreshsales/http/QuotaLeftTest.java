// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.http;

import static io.github.camelfreshsales.http.AccountSimulation.response;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What an operator is told of the quota. */
class QuotaLeftTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:30Z");

    private Instant now = NOON;

    private Quota quota(int perHour, int perMinute, int reserve) {
        return new Quota(perHour, perMinute, reserve, () -> now);
    }

    private static void call(Quota quota, Response response, int times) {
        for (int i = 0; i < times; i++) {
            Permit permit = quota.take();
            assertThat(permit.isGranted()).isTrue();
            quota.ended(permit, response, Duration.ofSeconds(1));
        }
    }

    private Quota.Left left(Quota quota, int secondsLater) {
        now = NOON.plusSeconds(secondsLater);
        return quota.left();
    }

    @Test
    void nothingIsKnownAtFirst() {
        assertThat(quota(0, 0, 0).left()).isEqualTo(new Quota.Left(null, null, null));
        assertThat(new Quota.Left(null, null, null).calls()).isNull();
    }

    @Test
    void callsAreTakenFromKnownLimitsAndComeBackWithTheWindow() {
        Quota quota = quota(1_000, 400, 100);
        call(quota, response(200), 3);

        assertThat(quota.left()).isEqualTo(new Quota.Left(897, 297, null));
        assertThat(quota.left().calls()).isEqualTo(297);
        assertThat(left(quota, 61)).isEqualTo(new Quota.Left(897, 300, null));
    }

    @Test
    void lookingTakesNothing() {
        Quota quota = quota(0, 1, 0);
        quota.left();

        assertThat(quota.take().isGranted()).isTrue();
        assertThat(quota.left().calls()).isZero();
    }

    @Test
    void answerKnowsBetterWhileItsWindowLasts() {
        Quota quota = quota(0, 0, 10);
        call(quota, response(200), 1);
        call(
                quota,
                response(200, "X-RateLimit-Limit", "5000", "X-RateLimit-Remaining", "77", "X-RateLimit-Reset", "60"),
                1);

        assertThat(quota.left()).isEqualTo(new Quota.Left(67, null, null));
        assertThat(left(quota, 61)).isEqualTo(new Quota.Left(4_988, null, null));
    }

    @Test
    void minuteIsToldApartFromTheHour() {
        Quota quota = quota(2_000, 0, 0);
        call(quota, response(200, "X-RateLimit-Limit", "400", "X-RateLimit-Remaining", "7"), 1);

        assertThat(quota.left()).isEqualTo(new Quota.Left(1_999, 7, null));
        assertThat(quota.left().calls()).isEqualTo(7);
    }

    @Test
    void refusalLeavesNothingUntilItsEnd() {
        Quota quota = quota(2_000, 0, 0);
        call(quota, response(429, "Retry-After", "90"), 1);

        assertThat(quota.left()).isEqualTo(new Quota.Left(1_999, null, NOON.plusSeconds(90)));
        assertThat(quota.left().calls()).isZero();
        assertThat(left(quota, 90).calls()).isEqualTo(1_999);
    }
}
