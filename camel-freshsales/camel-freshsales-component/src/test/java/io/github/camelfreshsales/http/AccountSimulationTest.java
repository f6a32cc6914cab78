// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.http;

import static io.github.camelfreshsales.http.AccountSimulation.response;
import static io.github.camelfreshsales.http.AccountSimulation.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelfreshsales.http.AccountSimulation.Call;
import io.github.camelfreshsales.http.AccountSimulation.Limit;
import io.github.camelfreshsales.http.AccountSimulation.Service;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Hours and days of an account in which many routes call, some without end. */
class AccountSimulationTest {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Function<Instant, Response> REFUSAL = at -> response(429);

    private static Limit[] limits(int perHour, int perMinute, boolean sliding, int offsetSeconds) {
        Duration offset = Duration.ofSeconds(offsetSeconds);
        List<Limit> limits = new ArrayList<>();
        if (perHour > 0) {
            limits.add(new Limit(perHour, HOUR, sliding, offset));
        }
        if (perMinute > 0) {
            limits.add(new Limit(perMinute, MINUTE, sliding, offset));
        }
        return limits.toArray(Limit[]::new);
    }

    private static AccountSimulation simulation(long seed, Service service, int maxMillis, int perHour, int perMinute) {
        AccountSimulation simulation = new AccountSimulation(seed, service, Duration.ofMillis(maxMillis));
        return simulation.with(new Quota(perHour, perMinute, 0, simulation.clock()), 20);
    }

    private static Duration longestWait(List<Call> calls) {
        return calls.stream().map(Call::waited).max(Comparator.naturalOrder()).orElseThrow();
    }

    /** Route "many" has 62 threads, the others one each. */
    private static void assertKept(int perHour, int perMinute, boolean sliding, int offset, int hours) {
        Service service = service(REFUSAL, limits(perHour, perMinute, sliding, offset));
        AccountSimulation simulation = simulation(perHour + perMinute + offset, service, 3_000, perHour, perMinute)
                .route("many", 62, SECOND)
                .route("steady", 1, Duration.ofSeconds(3))
                .route("rare", 1, Duration.ofMinutes(7))
                .run(Duration.ofHours(hours));

        assertThat(simulation.count(429)).isZero();
        int most = hours * (perHour > 0 ? perHour : 60 * perMinute);
        assertThat(simulation.count(200))
                .as("what the account has is used")
                .isBetween(most * 9L / 10, (long) most + perHour);
    }

    @ParameterizedTest
    @CsvSource({"1000, 400, true, 1234", "1000, 0, false, 5", "0, 60, true, 17", "0, 60, false, 30"})
    void knownLimitsAreNotExceeded(int perHour, int perMinute, boolean sliding, int offset) {
        assertKept(perHour, perMinute, sliding, offset, 3);
    }

    @Tag("large")
    @ParameterizedTest
    @CsvSource({
        "1000,   0, true,  1234",
        "1000, 400, false,    5",
        "2000, 400, true,  3599",
        "5000, 400, false,    0",
        "   0,  60, true,    17",
        "   0,  60, false,   30",
        "   0, 400, true,     0",
        "   0, 400, false,   42"
    })
    void knownLimitsAreNotExceededOnADay(int perHour, int perMinute, boolean sliding, int offset) {
        assertKept(perHour, perMinute, sliding, offset, 24);
    }

    @ParameterizedTest
    @CsvSource({"1, 50", "4, 50", "16, 50", "64, 50", "64, 3000"})
    void routeThatSendsWithoutEndDoesNotHoldUpAnother(int threads, int maxMillis) {
        AccountSimulation simulation = simulation(threads, service(REFUSAL, limits(0, 60, true, 0)), maxMillis, 0, 60)
                .route("flood", threads, Duration.ofMillis(5))
                .route("steady", 1, Duration.ofSeconds(3), Duration.ofSeconds(3))
                .run(Duration.ofMinutes(10));

        assertThat(simulation.count(429)).isZero();
        assertThat(longestWait(simulation.of("steady"))).isLessThan(Duration.ofSeconds(2));
        assertThat(simulation.of("flood")).as("the rest is for the flood").hasSizeGreaterThan(300);
    }

    @Test
    void eachOfManyRoutesGetsItsShare() {
        AccountSimulation simulation = simulation(1, service(REFUSAL, limits(0, 120, true, 0)), 50, 0, 120)
                .route("64 threads", 64, Duration.ofMillis(5))
                .route("8 threads", 8, Duration.ofMillis(5))
                .route("1 thread", 1, Duration.ofMillis(5))
                .run(Duration.ofMinutes(30));

        for (String route : List.of("64 threads", "8 threads", "1 thread")) {
            assertThat(simulation.of(route)).as(route).hasSizeBetween(1_050, 1_300);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void accountIsBackAtFullSpeedSoonAfterOthersHaveUsedItUp(boolean namesItsWait) {
        Limit limit = new Limit(400, MINUTE, false, Duration.ZERO);
        Function<Instant, Response> naming = at -> response(
                429,
                "Retry-After",
                Long.toString(Duration.between(at, limit.end(at)).toSeconds() + 1));
        AccountSimulation simulation = simulation(3, service(namesItsWait ? naming : REFUSAL, limit), 300, 0, 0)
                .route("steady", 6, SECOND);
        // they use 300 within a minute, and later all that is left of a minute
        simulation.at(
                Duration.ofSeconds(110), () -> limit.use(simulation.clock().instant(), 300));
        simulation.at(
                Duration.ofSeconds(430), () -> limit.use(simulation.clock().instant(), 400));

        simulation.run(Duration.ofMinutes(12));

        long[] minutes = new long[12];
        for (Call call : simulation.calls()) {
            int minute =
                    (int) Duration.between(AccountSimulation.NINE, call.sent()).toMinutes();
            minutes[minute] += call.status() == 200 ? 1 : 0;
        }
        assertThat(simulation.count(429)).isPositive();
        for (int minute : new int[] {0, 3, 4, 5, 6, 9, 10, 11}) {
            assertThat(minutes[minute]).as("minute %s of %s", minute, minutes).isGreaterThan(290);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "   0, 400, false,  0, 1, 40",
        "   0, 400, true,  23, 1, 40",
        "1000,   0, false,  0, 6, 110",
        "2000, 400, true,   0, 4, 130"
    })
    void unknownLimitsCostFewRefusals(
            int perHour, int perMinute, boolean sliding, int offset, int hours, long mostRefusals) {
        AccountSimulation simulation = simulation(
                        9, service(REFUSAL, limits(perHour, perMinute, sliding, offset)), 500, 0, 0)
                .route("flood", 16, Duration.ofMillis(20))
                .run(Duration.ofHours(hours));

        assertThat(simulation.count(429)).isBetween(1L, mostRefusals);
        int most = hours * (perHour > 0 ? perHour : 60 * perMinute);
        assertThat(simulation.count(200)).isGreaterThan(most * 85L / 100);
    }

    @Test
    void toldLimitIsKeptAlsoWhenOthersUseTheAccount() {
        Limit limit = new Limit(400, MINUTE, false, Duration.ofSeconds(20));
        Service told = at -> {
            if (limit.isFull(at)) {
                return response(429);
            }
            limit.count(at);
            long reset = Duration.between(at, limit.end(at)).toSeconds();
            return response(
                    200,
                    "X-RateLimit-Limit",
                    "400",
                    "X-RateLimit-Remaining",
                    Integer.toString(limit.left(at)),
                    "X-RateLimit-Reset",
                    Long.toString(reset));
        };
        AccountSimulation simulation = simulation(5, told, 400, 0, 0).route("flood", 32, Duration.ofMillis(20));
        for (int minute = 0; minute < 30; minute++) {
            simulation.at(
                    Duration.ofSeconds(60L * minute + 25),
                    () -> limit.use(simulation.clock().instant(), 100));
        }

        simulation.run(Duration.ofMinutes(30));

        assertThat(simulation.count(429)).isZero();
        assertThat(simulation.count(200)).isGreaterThan(30 * 300 * 85 / 100);
    }
}
