// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.changes;

import io.github.camelfreshsales.operation.ChangePages;
import io.github.camelfreshsales.operation.ChangePages.Rows;
import io.github.camelfreshsales.operation.ChangePages.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Finds where {@code startFrom=now} begins. Now is the moment of the first request, by the clock of the service: the latest
 * change that exists, since our clock may differ. If the service responds only to a later request, the time since the first one
 * is subtracted, so that no change in between is lost.
 */
final class StartNow {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final int PAGE = 100;

    private final ChangePages pages;
    private final LongSupplier nanos;
    private final FeedSettings settings;
    private Long asked;

    StartNow(ChangePages pages, LongSupplier nanos, FeedSettings settings) {
        this.pages = pages;
        this.nanos = nanos;
        this.settings = settings;
    }

    /** A cursor at that moment that knows what had changed by then; none while that is unknown. */
    Optional<Cursor> cursor() {
        boolean isFirst = asked == null;
        asked = isFirst ? (Long) nanos.getAsLong() : asked;
        Set<Change> there = new LinkedHashSet<>();
        if (!read(there)) {
            return Optional.empty();
        }
        Instant newest = newest(there);
        Duration passed = isFirst ? Duration.ZERO : Duration.ofNanos(nanos.getAsLong() - asked);
        Cursor cursor = Cursor.at(Instant.EPOCH);
        if (isFirst) {
            there.forEach(cursor::add);
        }
        cursor.moveTo(
                newest.minus(settings.overlap()).minus(SECOND).minus(passed).truncatedTo(ChronoUnit.SECONDS));
        cursor.reach(newest);
        return Optional.of(cursor);
    }

    /** A change that the clock of the service has not reached does not show its time. */
    private Instant newest(Set<Change> there) {
        Instant now = pages.now();
        List<Instant> times =
                there.stream().filter(Change::isFollowed).map(Change::at).toList();
        Instant limit = times.isEmpty() ? Instant.EPOCH : now;
        return times.stream()
                .filter(at -> !at.isAfter(now))
                .max(Instant::compareTo)
                .orElse(limit);
    }

    /** Whether the page shows anything: an empty page does not, unless it has a total. */
    private boolean read(Set<Change> there) {
        Window all = new Window(null, null, settings.deleted());
        if (pages.isSearched()) {
            return add(pages.newest(all, PAGE), there);
        }
        int before;
        int number = 1;
        do {
            before = there.size();
            if (!add(pages.page(all, number++, PAGE), there)) {
                return before > 0;
            }
        } while (there.size() > before);
        return true;
    }

    private static boolean add(Rows rows, Set<Change> there) {
        ChangedPage page = ChangedPage.of(rows, new Window(null, null, false), null, Instant.MAX);
        there.addAll(page.changes());
        return !page.isEmpty() || page.total() != null && page.total() == 0;
    }
}
