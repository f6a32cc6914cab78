package io.github.camelfreshsales.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

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
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
    private static final Pattern SECONDS = Pattern.compile("\\d{1,5}");
    private static final Pattern EPOCH_SECOND = Pattern.compile("\\d{10}");
    private static final Pattern TWELVE_DIGITS = Pattern.compile("\\d{12}");
    private static final DateTimeFormatter DAY_TO_SECOND = DateTimeFormatter.ofPattern("ddMMyyHHmmss");

    /** What an answer tells, or null when it tells nothing. */
    static RateLimit of(Response response, Instant now) {
        Integer limit = number(header(response, "X-RateLimit-Limit", "RateLimit-Limit"));
        Integer remaining = number(header(response, "X-RateLimit-Remaining", "RateLimit-Remaining"));
        if (limit == null && remaining == null) {
            return null;
        }
        return new RateLimit(limit, remaining, reset(header(response, "X-RateLimit-Reset", "RateLimit-Reset"), now));
    }

    private static String header(Response response, String name, String otherName) {
        String value = response.header(name);
        return value == null ? response.header(otherName) : value;
    }

    private static Integer number(String text) {
        return text != null && NUMBER.matcher(text.trim()).matches() ? Integer.valueOf(text.trim()) : null;
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
            if (SECONDS.matcher(text).matches()) {
                return now.plusSeconds(Long.parseLong(text));
            }
            if (EPOCH_SECOND.matcher(text).matches()) {
                return Instant.ofEpochSecond(Long.parseLong(text));
            }
            return TWELVE_DIGITS.matcher(text).matches()
                    ? LocalDateTime.parse(text, DAY_TO_SECOND).toInstant(ZoneOffset.UTC)
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
