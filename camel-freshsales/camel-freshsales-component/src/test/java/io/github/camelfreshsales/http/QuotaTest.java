// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.http;

import static io.github.camelfreshsales.http.AccountSimulation.response;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an account has left, and what it learns. */
class QuotaTest {

    private static final Instant NINE = AccountSimulation.NINE;
    private static final Duration SECOND = Duration.ofSeconds(1);

    private Instant now = NINE;
    private final InstantSource clock = () -> now;

    private Quota quota(int perHour, int perMinute, int reserve) {
        return new Quota(perHour, perMinute, reserve, clock);
    }

    private void pass(long seconds) {
        now = now.plusSeconds(seconds);
    }

    /** One call with that response, which has to go at once. */
    private static void call(Quota quota, Response response) {
        Permit permit = quota.take();
        assertThat(permit.delay()).isZero();
        quota.ended(permit, response, SECOND);
    }

    private static void calls(Quota quota, int count) {
        for (int i = 0; i < count; i++) {
            call(quota, response(200));
        }
    }

    private static long waitSeconds(Quota quota) {
        return quota.delay(0).toSeconds();
    }

    @Test
    void nothingIsHeldBackWhileNothingIsKnown() {
        Quota quota = quota(0, 0, 0);

        calls(quota, 10_000);

        assertThat(quota.delay(1_000)).isZero();
    }

    @Test
    void callBeyondTheLimitWaitsForTheWindowToPass() {
        Quota quota = quota(0, 3, 0);
        calls(quota, 1);
        pass(10);
        calls(quota, 1);
        pass(10);
        calls(quota, 1);
        pass(10);

        assertThat(quota.take()).isEqualTo(Permit.notBefore(Duration.ofSeconds(31)));
        assertThat(quota.delay(1)).as("behind another one").isEqualTo(Duration.ofSeconds(41));
        assertThat(quota.delay(3)).as("in the window after").isEqualTo(Duration.ofSeconds(92));
        pass(31);
        calls(quota, 1);
    }

    @Test
    void callCountsUntilTheWindowHasPassedAfterItsEnd() {
        Quota quota = quota(0, 1, 0);
        Permit slow = quota.take();
        pass(50);

        assertThat(quota.take().isGranted()).isFalse();
        quota.ended(slow, response(200), SECOND);
        pass(60);
        assertThat(quota.take().isGranted())
                .as("the service may have counted it at its end")
                .isFalse();
        pass(1);
        assertThat(quota.take().isGranted()).isTrue();
    }

    @Test
    void reserveIsLeftToOthers() {
        Quota quota = quota(0, 3, 2);
        calls(quota, 1);

        assertThat(waitSeconds(quota)).isEqualTo(61);
    }

    @Test
    void hourAndMinuteBothCount() {
        Quota quota = quota(3, 2, 0);
        calls(quota, 2);
        assertThat(waitSeconds(quota)).isEqualTo(61);
        pass(61);
        calls(quota, 1);

        assertThat(waitSeconds(quota)).isEqualTo(3_540);
    }

    @Test
    void permitThatWasNotUsedCostsNothing() {
        Quota quota = quota(0, 1, 0);

        quota.unused(quota.take());

        calls(quota, 1);
    }

    @Test
    void aThirdOfTheMinuteGoesAtOnceAndTheRestIsSpread() {
        Quota quota = quota(0, 60, 0);
        calls(quota, 20);

        for (int i = 0; i < 40; i++) {
            Duration wait = quota.delay(0);
            assertThat(wait).isBetween(Duration.ofMillis(1_400), Duration.ofMillis(1_500));
            now = now.plus(wait);
            calls(quota, 1);
        }
    }

    @Test
    void threeQuartersOfTheHourGoAtOnceAndTheRestIsSpread() {
        Quota quota = quota(1_000, 0, 0);
        calls(quota, 750);

        assertThat(waitSeconds(quota)).isEqualTo(14);
        assertThat(quota.delay(249)).isBetween(Duration.ofSeconds(3_580), Duration.ofSeconds(3_601));
    }

    @Test
    void fewCallsAreNotSpread() {
        Quota quota = quota(10, 10, 0);

        calls(quota, 10);

        assertThat(waitSeconds(quota)).isEqualTo(3_601);
    }

    // --- what responses tell

    @Test
    void usedUpWindowIsWaitedFor() {
        Quota quota = quota(0, 0, 0);
        call(
                quota,
                response(200, "X-RateLimit-Limit", "5000", "X-RateLimit-Remaining", "0", "X-RateLimit-Reset", "300"));

        assertThat(waitSeconds(quota)).isEqualTo(301);
        assertThat(quota.left().blockedUntil()).isEqualTo(NINE.plusSeconds(301));
    }

    @Test
    void usedUpWindowWithoutAnEndIsWaitedForShortly() {
        Quota quota = quota(0, 0, 0);
        call(quota, response(200, "X-RateLimit-Limit", "5000", "X-RateLimit-Remaining", "0"));

        assertThat(waitSeconds(quota)).isEqualTo(60);
    }

    @Test
    void windowThatIsOverBlocksNothing() {
        Quota quota = quota(0, 0, 0);
        String past = Long.toString(NINE.getEpochSecond() - 1);
        call(
                quota,
                response(200, "X-RateLimit-Limit", "5000", "X-RateLimit-Remaining", "0", "X-RateLimit-Reset", past));

        assertThat(quota.delay(0)).isZero();
    }

    @Test
    void reserveIsTakenOffWhatIsTold() {
        Quota quota = quota(0, 0, 5);
        call(quota, response(200, "X-RateLimit-Remaining", "6", "X-RateLimit-Reset", "50"));
        calls(quota, 1);

        assertThat(waitSeconds(quota)).isEqualTo(51);
    }

    @Test
    void callsUnderWayAreTakenOffWhatIsTold() {
        Quota quota = quota(0, 0, 0);
        Permit first = quota.take();
        Permit second = quota.take();
        Permit third = quota.take();

        quota.ended(third, response(200, "X-RateLimit-Remaining", "3", "X-RateLimit-Reset", "50"), SECOND);
        assertThat(quota.delay(0)).isZero();
        assertThat(quota.delay(1)).as("two have perhaps not been counted yet").isPositive();
        quota.ended(first, response(200, "X-RateLimit-Remaining", "5", "X-RateLimit-Reset", "50"), SECOND);
        assertThat(quota.delay(1)).as("one was counted before").isZero();
        quota.ended(second, response(200, "X-RateLimit-Remaining", "2", "X-RateLimit-Reset", "50"), SECOND);
        assertThat(quota.delay(2)).as("the other one after").isPositive();
    }

    @Test
    void littleThatIsLeftIsSpreadOverTheRestOfTheWindow() {
        Quota quota = quota(0, 0, 0);
        call(quota, response(200, "X-RateLimit-Limit", "400", "X-RateLimit-Remaining", "9", "X-RateLimit-Reset", "29"));

        assertThat(waitSeconds(quota)).isEqualTo(3);
    }

    @Test
    void limitThatIsToldIsKept() {
        Quota quota = quota(0, 0, 0);
        call(quota, response(200, "X-RateLimit-Limit", "10"));
        calls(quota, 9);

        assertThat(waitSeconds(quota)).isEqualTo(61);
    }

    @Test
    void limitThatIsNoLongerToldIsForgottenAfterAnHour() {
        Quota quota = quota(0, 0, 0);
        call(quota, response(200, "X-RateLimit-Limit", "10"));
        pass(3_599);
        calls(quota, 10);
        assertThat(quota.delay(0)).isPositive();

        pass(1);

        assertThat(quota.delay(0)).isZero();
    }

    // --- refusals

    private void refuse(Quota quota, String... headers) {
        call(quota, response(429, headers));
    }

    @Test
    void retryAfterHoldsEverybodyBack() {
        Quota quota = quota(0, 0, 0);
        refuse(quota, "Retry-After", "120");
        pass(20);

        assertThat(waitSeconds(quota)).isEqualTo(100);
    }

    @ParameterizedTest
    @CsvSource({"86400, 3600", "86401, 1", "999999999999, 1", "'Fri, 31 Dec 9999 23:59:59 GMT', 1", "-5, 1", "0, 1"})
    void retryAfterThatCannotBeMeantHoldsNobodyBackForLong(String retryAfter, long seconds) {
        Quota quota = quota(0, 0, 0);
        refuse(quota, "Retry-After", retryAfter);

        assertThat(waitSeconds(quota)).isEqualTo(seconds);
    }

    @Test
    void refusalThatNamesItsWaitTeachesNoLimit() {
        Quota quota = quota(0, 0, 0);
        for (int minute = 0; minute < 5; minute++) {
            calls(quota, 400);
            refuse(quota, "Retry-After", "1");
            pass(60);
        }

        calls(quota, 600);
        refuse(quota, "Retry-After", "1");
        pass(1);
        calls(quota, 600);

        assertThat(quota.left()).isEqualTo(new Quota.Left(null, null, null));
    }

    @Test
    void resetOfARefusalIsWaitedForToo() {
        Quota quota = quota(0, 0, 0);
        refuse(quota, "X-RateLimit-Remaining", "0", "X-RateLimit-Reset", "30");

        assertThat(waitSeconds(quota)).isEqualTo(31);
    }

    @Test
    void waitsDoubleWhileRefusalsGoOn() {
        Quota quota = quota(0, 0, 0);
        long all = 0;
        for (long seconds : new long[] {1, 2, 4, 8, 16, 16, 16, 128, 256, 300, 300}) {
            refuse(quota);
            assertThat(waitSeconds(quota)).as("after %s s", all).isEqualTo(seconds);
            pass(seconds);
            all += seconds;
        }
        calls(quota, 2);
        refuse(quota);

        assertThat(waitSeconds(quota)).as("after a success").isEqualTo(1);
    }

    @Test
    void waitsGrowAlsoWhenTheServiceAsksForLess() {
        Quota quota = quota(0, 0, 0);
        for (long seconds : new long[] {3, 3, 4, 8, 16}) {
            refuse(quota, "Retry-After", "3");
            assertThat(waitSeconds(quota)).isEqualTo(seconds);
            pass(seconds);
        }
    }

    @Test
    void waitsAreAsShortAsTheDelayOfTheCaller() {
        Quota quota = quota(0, 0, 0);
        quota.ended(quota.take(), response(429), Duration.ofMillis(5));

        assertThat(quota.delay(0)).isEqualTo(Duration.ofMillis(5));
    }

    @Test
    void refusalsOfCallsThatWereUnderWayCountForOne() {
        Quota quota = quota(0, 0, 0);
        Permit first = quota.take();
        Permit second = quota.take();
        Permit third = quota.take();

        quota.ended(second, response(429), SECOND);
        quota.ended(first, response(429), SECOND);
        quota.ended(third, response(200), SECOND);

        assertThat(waitSeconds(quota)).isEqualTo(1);
    }

    @Test
    void oneCallGoesAheadAfterARefusal() {
        Quota quota = quota(0, 0, 0);
        refuse(quota);
        pass(1);

        Permit ahead = quota.take();

        assertThat(ahead.isGranted()).isTrue();
        assertThat(waitSeconds(quota)).as("for as long as it is waited for").isEqualTo(5);
        quota.ended(ahead, response(200), SECOND);
        assertThat(quota.delay(100)).isZero();
    }

    @Test
    void nextCallGoesAheadWhenTheFirstOneHasNoResponse() {
        Quota quota = quota(0, 0, 0);
        refuse(quota);
        pass(1);
        quota.ended(quota.take(), null, SECOND);

        assertThat(quota.take().isGranted()).isTrue();
        assertThat(quota.take().isGranted()).isFalse();
    }

    /** So many calls, then refusals until the window is over. */
    private void useUp(Quota quota, int calls, Duration window) {
        now = now.plus(quota.delay(0));
        Instant end = now.plus(window);
        calls(quota, calls);
        while (now.isBefore(end)) {
            if (quota.delay(0).isZero()) {
                refuse(quota);
            }
            pass(1);
        }
    }

    @Test
    void oneRefusalTeachesNoLimit() {
        Quota quota = quota(0, 0, 0);
        useUp(quota, 400, Duration.ofSeconds(60));
        pass(60);

        assertThat(quota.left().minute()).isNull();
        calls(quota, 1);
        assertThat(quota.delay(600)).isZero();
    }

    @Test
    void twoRefusalsForTheSamePlanAreBelievedForAnHour() {
        Quota quota = quota(0, 0, 0);
        useUp(quota, 400, Duration.ofSeconds(60));
        useUp(quota, 395, Duration.ofSeconds(60));
        pass(60);

        assertThat(quota.left().minute()).isEqualTo(400);
        pass(3_600);
        assertThat(quota.left().minute()).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 250, 360, 420})
    void refusalsThatOthersHaveCausedTeachNothing(int calls) {
        Quota quota = quota(0, 0, 0);
        for (int i = 0; i < 5; i++) {
            useUp(quota, calls, Duration.ofSeconds(60));
        }
        pass(60);

        assertThat(quota.left().minute()).isNull();
        assertThat(quota.left().hour()).isNull();
    }

    @Test
    void limitOfAnHourIsGuessedWhenRefusalsOutlastTheMinuteAndPutToTheTestSoon() {
        Quota quota = quota(0, 0, 0);
        useUp(quota, 1_000, Duration.ofMinutes(4));

        assertThat(quota.left().hour()).isZero();
        pass(600);
        assertThat(quota.left().hour()).isNull();
        call(quota, response(200));
        assertThat(quota.delay(1_000)).as("it was wrong").isZero();
    }
}
