package io.github.camelfreshsales.changes;

import io.github.camelfreshsales.operation.ChangeReader;
import io.github.camelfreshsales.operation.ChangeReader.Rows;
import io.github.camelfreshsales.operation.ChangeReader.Window;
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

    /** The instant to begin after. Now is the latest change that there is, since the service's clock may differ from ours. */
    public static Instant of(String startFrom, ChangeReader reader, int perPage, boolean deleted) {
        Instant given = parse(startFrom);
        if (given != null) {
            return given;
        }
        Window all = new Window(null, null, deleted);
        return reader.isSearched() ? newest(reader.newest(all)) : newestOfList(reader, all, perPage);
    }

    private static Instant newestOfList(ChangeReader reader, Window all, int perPage) {
        Instant newest = Instant.EPOCH;
        Rows previous = null;
        for (int number = 1; ; number++) {
            Rows page = reader.page(all, number, perPage);
            if (page.rows().isEmpty() || page.equals(previous)) {
                return newest;
            }
            Instant ofPage = newest(page);
            newest = ofPage.isAfter(newest) ? ofPage : newest;
            previous = page;
        }
    }

    private static Instant newest(Rows page) {
        return page.rows().stream()
                .map(row -> Change.of(row).at())
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }
}
