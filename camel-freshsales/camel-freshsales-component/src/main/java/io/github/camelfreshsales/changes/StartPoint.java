// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.changes;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Where a consumer begins that has no cursor yet. */
public final class StartPoint {

    private StartPoint() {}

    /**
     * Reads the option {@code startFrom}.
     *
     * @return the instant, {@link Instant#EPOCH} for the beginning, or null for now
     * @throws IllegalArgumentException when it is none of these
     */
    public static Instant parse(String startFrom) {
        if (startFrom.equals("now")) {
            return null;
        }
        if (startFrom.equals("beginning")) {
            return Instant.EPOCH;
        }
        try {
            return OffsetDateTime.parse(startFrom).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("The option startFrom cannot be " + startFrom
                    + ": it must be now, beginning, or an instant such as 2026-03-05T00:00:00Z");
        }
    }
}
