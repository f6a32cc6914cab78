// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.control;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads durations as people write them: {@code 500ms}, {@code 30s} or just {@code 30}, {@code 5m}, {@code 1h}, {@code 2d}, {@code PT1H30M}. */
public final class Durations {

    private static final Pattern FORM = Pattern.compile("(-?\\d{1,12})\\s*(ms|s|m|h|d)?");
    private static final Map<String, ChronoUnit> UNITS = Map.of(
            "ms", ChronoUnit.MILLIS,
            "s", ChronoUnit.SECONDS,
            "m", ChronoUnit.MINUTES,
            "h", ChronoUnit.HOURS,
            "d", ChronoUnit.DAYS);

    private Durations() {}

    /** @param what is named when the text cannot be read */
    public static Duration parse(String what, String text) {
        try {
            Matcher matcher = FORM.matcher(text.strip());
            if (matcher.matches()) {
                String unit = matcher.group(2) == null ? "s" : matcher.group(2);
                return Duration.of(Long.parseLong(matcher.group(1)), UNITS.get(unit));
            }
            return Duration.parse(text.strip());
        } catch (DateTimeParseException | ArithmeticException e) {
            throw new IllegalArgumentException(
                    what + " must be a duration such as 500ms, 30s, 5m, 1h or PT1H30M, not " + text, e);
        }
    }
}
