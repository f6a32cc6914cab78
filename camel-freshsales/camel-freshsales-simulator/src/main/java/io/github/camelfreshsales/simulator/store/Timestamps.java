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
            String time = text.strip().replace(' ', 'T');
            if (time.length() == 10) {
                return Optional.of(LocalDate.parse(time).atStartOfDay().toInstant(ACCOUNT_OFFSET));
            }
            if (time.length() > 16 && OFFSET.matcher(time).find()) {
                return Optional.of(OffsetDateTime.parse(time).toInstant());
            }
            return Optional.of(LocalDateTime.parse(time).toInstant(ACCOUNT_OFFSET));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
