// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.http;

import static io.github.camelfreshsales.http.AccountSimulation.response;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rate limit headers of a response, in all forms that are in use. */
class RateLimitTest {

    private static final Instant NINE = Instant.parse("2026-03-05T09:00:00Z");

    private static RateLimit told(String... headers) {
        return RateLimit.of(response(200, headers), NINE);
    }

    @Test
    void nothingIsToldWithoutAHeader() {
        assertThat(told("Content-Type", "text/plain", "X-RateLimit-Reset", "30"))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "300,                             301",
        "0,                               1",
        "30.5,                            31.5",
        "1772702100,                      901",
        "1772702100.25,                   901.25",
        "1772702100000,                   901",
        "050326091000,                    601",
        "'Thu, 05 Mar 2026 09:10:00 GMT', 601",
        "'Thu, 5 Mar 2026 09:10:00 GMT',  601",
        "2026-03-05T09:20:00Z,            1201",
        "2026-03-05T04:20:00.5-05:00,     1201.5"
    })
    void resetIsReadWithASecondMore(String reset, double seconds) {
        RateLimit told = told("X-RateLimit-Limit", "400", "X-RateLimit-Remaining", "0", "X-RateLimit-Reset", reset);

        assertThat(told.reset()).isEqualTo(Duration.ofMillis((long) (seconds * 1_000)));
        assertThat(told.remaining()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-5",
                "1772701199",
                "1772701199000",
                "050326085959",
                "Thu, 05 Mar 2026 08:59:59 GMT",
                "2026-03-05T08:59:59Z",
                "010120000000"
            })
    void windowThatIsOverTellsNothingOfWhatIsLeft(String reset) {
        RateLimit told = told("X-RateLimit-Limit", "400", "X-RateLimit-Remaining", "0", "X-RateLimit-Reset", reset);

        assertThat(told).isEqualTo(new RateLimit(400, null, null, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"soon", "", "7201", "99999999999999999999", "2026-03-06T09:00:00Z", "311326091000", "12:30"})
    void resetThatCannotBeMeantIsNotTold(String reset) {
        RateLimit told = told("X-RateLimit-Limit", "400", "X-RateLimit-Remaining", "0", "X-RateLimit-Reset", reset);

        assertThat(told).isEqualTo(new RateLimit(400, 0, null, null));
    }

    @Test
    void resetIsReadByTheClockOfTheService() {
        RateLimit told = told(
                "Date",
                "Thu, 05 Mar 2026 07:00:00 GMT",
                "X-RateLimit-Remaining",
                "0",
                "X-RateLimit-Reset",
                "2026-03-05T07:00:20Z");

        assertThat(told.reset()).isEqualTo(Duration.ofSeconds(21));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "100                             | 100  | ",
                "100.0                           | 100  | ",
                "100;w=60                        | 100  | 60",
                "100; w=60                       | 100  | 60",
                "100, 100;w=60                   | 100  | 60",
                "1000, 100;w=60, 1000;w=3600     | 1000 | 3600",
                "10, 10;w=1;burst=5, 50;w=60     | 10   | 1"
            })
    void limitMayBeAListWithWindows(String limit, int most, Integer seconds) {
        RateLimit told = told("RateLimit-Limit", limit, "RateLimit-Remaining", "5, 5;w=60");

        assertThat(told).isEqualTo(new RateLimit(most, 5, seconds == null ? null : Duration.ofSeconds(seconds), null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "limit=100, remaining=5, reset=30  |                        | 100 |",
                "limit=100, remaining=5, reset=30  | 100;w=60               | 100 | 60",
                "remaining=5,reset=30              |                        |     |",
                "\"default\";r=5;t=30              | \"default\";q=100;w=60 | 100 | 60",
                "\"default\";r=5;t=30              |                        |     |"
            })
    void oneHeaderMayTellItAll(String all, String policy, Integer limit, Integer seconds) {
        RateLimit told = policy == null ? told("RateLimit", all) : told("RateLimit", all, "RateLimit-Policy", policy);

        Duration window = seconds == null ? null : Duration.ofSeconds(seconds);
        assertThat(told).isEqualTo(new RateLimit(limit, 5, window, Duration.ofSeconds(31)));
    }

    @ParameterizedTest
    @CsvSource({"100, 101", "0, 5", "many, few", "-1, -1", "99999999999, 99999999999"})
    void valuesThatCannotBeAreNotTold(String limit, String remaining) {
        assertThat(told("X-RateLimit-Limit", limit, "X-RateLimit-Remaining", remaining))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "400,      30,   true,  false",
        "400,      900,  false, true",
        "1000,     30,   false, true",
        "500;w=60, 900,  true,  false",
        "500;w=3600, 30, false, true",
        "500;w=10, 5,    false, false"
    })
    void minuteIsToldApartFromTheHour(String limit, String reset, boolean ofMinute, boolean ofHour) {
        RateLimit told = told("RateLimit-Limit", limit, "RateLimit-Reset", reset);

        assertThat(told.isOfMinute()).isEqualTo(ofMinute);
        assertThat(told.isOfHour()).isEqualTo(ofHour);
    }
}
