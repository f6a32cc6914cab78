// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.http;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;

/** Reads the time until the moment in a header, in any form that is in use. */
final class HeaderTime {

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,20}(\\.\\d{1,9})?");
    private static final Pattern TWELVE_DIGITS = Pattern.compile("\\d{12}");
    private static final DateTimeFormatter DAY_TO_SECOND = DateTimeFormatter.ofPattern("ddMMyyHHmmss");
    private static final List<DateTimeFormatter> WITH_ZONE =
            List.of(DateTimeFormatter.RFC_1123_DATE_TIME, DateTimeFormatter.ISO_OFFSET_DATE_TIME);

    /** A smaller number of seconds counts from now, a larger one from 1970. */
    private static final BigDecimal EPOCH_SECONDS = BigDecimal.valueOf(100_000_000);

    private static final BigDecimal EPOCH_MILLIS = BigDecimal.valueOf(100_000_000_000L);
    /** The longest wait; it also prevents an overflow of sums. */
    private static final Duration LONGEST = Duration.ofDays(36_525);

    private HeaderTime() {}

    /** The seconds that a text names, or null when it is no number; a hundred years at most. */
    static Duration seconds(String text) {
        return NUMBER.matcher(text).matches() ? seconds(new BigDecimal(text)) : null;
    }

    private static Duration seconds(BigDecimal seconds) {
        BigDecimal most = BigDecimal.valueOf(LONGEST.toSeconds());
        return Duration.ofMillis(
                seconds.min(most).max(most.negate()).movePointRight(3).longValue());
    }

    /** The time until the moment that a text names in seconds from now or since 1970, or null when it cannot be read. */
    static Duration until(String text, Instant now) {
        if (TWELVE_DIGITS.matcher(text).matches()) {
            return between(now, dayToSecond(text));
        }
        if (!NUMBER.matcher(text).matches()) {
            return date(text, now);
        }
        BigDecimal number = new BigDecimal(text);
        if (number.compareTo(EPOCH_SECONDS) < 0) {
            return seconds(number);
        }
        BigDecimal since1970 = number.compareTo(EPOCH_MILLIS) < 0 ? number : number.movePointLeft(3);
        return seconds(since1970.subtract(BigDecimal.valueOf(now.toEpochMilli(), 3)));
    }

    /** The time until a date with its zone, negative when it has passed; null when it is none. */
    static Duration date(String text, Instant now) {
        for (DateTimeFormatter format : WITH_ZONE) {
            try {
                return between(now, ZonedDateTime.parse(text, format).toInstant());
            } catch (DateTimeException e) {
                // perhaps in the next form
            }
        }
        return null;
    }

    private static Instant dayToSecond(String text) {
        try {
            return LocalDateTime.parse(text, DAY_TO_SECOND).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Duration between(Instant now, Instant then) {
        if (then == null) {
            return null;
        }
        Duration until = Duration.between(now, then);
        return until.compareTo(LONGEST) > 0 ? LONGEST : until;
    }

    /** What the service's clock says, so that ours need not agree with it; ours when it says nothing. */
    static Instant now(Response response, Instant ours) {
        String date = response.header("Date");
        Duration ahead = date == null ? null : date(date.trim(), ours);
        return ahead == null ? ours : ours.plus(ahead);
    }
}
