package io.github.camelfreshsales.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** Reads the Retry-After header, which holds seconds or a date. */
public final class RetryAfter {

    private RetryAfter() {}

    /** The wait it asks for, never negative; null when there is none or it cannot be read. */
    public static Duration read(String value, Instant now) {
        if (value == null) {
            return null;
        }
        String text = value.trim();
        if (text.matches("\\d{1,12}")) {
            return Duration.ofSeconds(Long.parseLong(text));
        }
        try {
            Instant then = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return then.isAfter(now) ? Duration.between(now, then) : Duration.ZERO;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
