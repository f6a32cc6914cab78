// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.store;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the timestamp forms that clients send, and writes the one that the account uses. */
public final class Timestamps {

    /** Where the account is: its timestamps carry this offset. */
    public static final ZoneOffset ACCOUNT_OFFSET = ZoneOffset.ofHours(-5);

    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX");

    private static final Instant EARLIEST = Instant.parse("0001-01-02T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9999-12-30T00:00:00Z");

    private static final Pattern OFFSET = Pattern.compile("(Z|[+-]\\d\\d(:?\\d\\d)?)$");

    private Timestamps() {}

    public static String format(Instant instant, boolean zulu) {
        return FORM.format(instant.atOffset(zulu ? ZoneOffset.UTC : ACCOUNT_OFFSET));
    }

    /** The number of the account's day that a moment falls into. */
    public static long day(Instant instant) {
        return instant.atOffset(ACCOUNT_OFFSET).toLocalDate().toEpochDay();
    }

    /** A time with offset, a local time or a date of the account; nothing for another text. */
    public static Optional<Instant> parse(String text) {
        try {
            if (text.length() > 100) {
                return Optional.empty();
            }
            String time = text.strip().replace(' ', 'T');
            return Optional.of(instant(time)).filter(Timestamps::isReasonable);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Instant instant(String time) {
        if (time.length() == 10) {
            return LocalDate.parse(time).atStartOfDay().toInstant(ACCOUNT_OFFSET);
        }
        if (time.length() > 16 && OFFSET.matcher(time).find()) {
            return OffsetDateTime.parse(time).toInstant();
        }
        return LocalDateTime.parse(time).toInstant(ACCOUNT_OFFSET);
    }

    /** Has a year of four digits in any offset. */
    private static boolean isReasonable(Instant time) {
        return time.isAfter(EARLIEST) && time.isBefore(LATEST);
    }
}
