// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator;

import io.github.camelfreshsales.simulator.web.ApiResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Predicate;

/** Tells a client about one window of the quota, in the form that settings and switches choose. */
final class QuotaHeaders {

    private static final DateTimeFormatter DAY_TO_SECOND = utc("ddMMyyHHmmss");
    private static final DateTimeFormatter HTTP_DATE = utc("EEE, dd MMM yyyy HH:mm:ss 'GMT'");

    private final Predicate<Switch> switches;

    QuotaHeaders(Predicate<Switch> switches) {
        this.switches = switches;
    }

    ApiResponse addTo(ApiResponse answer, QuotaWindow window, QuotaSettings settings, Instant now) {
        if (switches.test(Switch.QUOTA_HEADERS_ABSENT)) {
            return answer;
        }
        boolean standard = switches.test(Switch.QUOTA_HEADERS_STANDARD);
        String family = standard ? "RateLimit-" : "X-RateLimit-";
        ApiResponse told = add(answer, family + "Limit", String.valueOf(window.limit()));
        told = add(told, family + "Remaining", String.valueOf(window.remaining()));
        String reset = reset(settings.reset(), standard, window, now);
        return reset == null ? told : add(told, family + "Reset", reset);
    }

    ApiResponse addRetryAfter(ApiResponse answer, QuotaWindow window, QuotaSettings settings, Instant now) {
        String value =
                switch (settings.retryAfter()) {
                    case ABSENT -> null;
                    case SECONDS -> secondsLeft(window, now);
                    case HTTP_DATE -> HTTP_DATE.format(window.end());
                    case SMALL -> "1";
                    case HUGE -> String.valueOf(Duration.ofDays(1).toSeconds());
                    case BROKEN -> "soon";
                };
        return value == null ? answer : answer.withHeader("Retry-After", value);
    }

    private ApiResponse add(ApiResponse answer, String name, String value) {
        boolean lower = switches.test(Switch.QUOTA_HEADERS_LOWER_CASE);
        return answer.withHeader(lower ? name.toLowerCase(Locale.ROOT) : name, value);
    }

    private static String reset(RateLimitReset form, boolean standard, QuotaWindow window, Instant now) {
        if (form == RateLimitReset.ABSENT) {
            return null;
        }
        return switch (standard ? RateLimitReset.SECONDS_LEFT : form) {
            case EPOCH_SECONDS -> String.valueOf(window.end().getEpochSecond());
            case SECONDS_LEFT -> secondsLeft(window, now);
            case ISO -> window.end().toString();
            default -> DAY_TO_SECOND.format(window.end());
        };
    }

    /** Rounded up, so that who waits that long is in the next window. */
    private static String secondsLeft(QuotaWindow window, Instant now) {
        Duration left = Duration.between(now, window.end());
        return String.valueOf(left.getNano() == 0 ? left.toSeconds() : left.toSeconds() + 1);
    }

    private static DateTimeFormatter utc(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
    }
}
