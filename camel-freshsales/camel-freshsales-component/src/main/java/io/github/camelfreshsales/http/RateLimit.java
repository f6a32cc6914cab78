package io.github.camelfreshsales.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * What the headers of an answer tell of the quota, in both families of names that are in use. Their meaning is not
 * documented, so what cannot be understood counts as not told.
 *
 * @param limit     the calls of the window, or null
 * @param remaining the calls that are left, or null
 * @param reset     when the window ends, or null
 */
record RateLimit(Integer limit, Integer remaining, Instant reset) {

    private static final Duration FURTHEST = Duration.ofHours(2);
    private static final DateTimeFormatter DAY_TO_SECOND = DateTimeFormatter.ofPattern("ddMMyyHHmmss");

    /** What an answer tells, or null when it tells nothing. */
    static RateLimit of(Response response, Instant now) {
        Integer limit = number(header(response, "Limit"));
        Integer remaining = number(header(response, "Remaining"));
        return limit == null && remaining == null
                ? null
                : new RateLimit(limit, remaining, reset(header(response, "Reset"), now));
    }

    private static String header(Response response, String what) {
        String value = response.header("X-RateLimit-" + what);
        return value == null ? response.header("RateLimit-" + what) : value;
    }

    private static Integer number(String text) {
        return text != null && text.trim().matches("\\d{1,9}") ? Integer.valueOf(text.trim()) : null;
    }

    private static Instant reset(String text, Instant now) {
        if (text == null) {
            return null;
        }
        Instant reset = instant(text.trim(), now);
        boolean plausible = reset != null && !reset.isBefore(now) && reset.isBefore(now.plus(FURTHEST));
        return plausible ? reset : null;
    }

    private static Instant instant(String text, Instant now) {
        try {
            if (text.matches("\\d{1,5}")) {
                return now.plusSeconds(Long.parseLong(text));
            }
            if (text.matches("\\d{10}")) {
                return Instant.ofEpochSecond(Long.parseLong(text));
            }
            return text.matches("\\d{12}")
                    ? LocalDateTime.parse(text, DAY_TO_SECOND).toInstant(ZoneOffset.UTC)
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
