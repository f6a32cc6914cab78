// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.changes;

import io.github.camelfreshsales.operation.ChangePages;
import io.github.camelfreshsales.operation.ChangePages.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/** The steps that a poll is made of: to read a page, to deliver what is new, and to move the cursor. */
final class PollSteps {

    static final Comparator<Change> OLDEST_FIRST =
            Comparator.comparing(Change::at, Comparator.nullsFirst(Comparator.naturalOrder()));

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration NOTABLY_AHEAD = Duration.ofMinutes(1);

    private final ChangePages pages;
    private final CursorStore store;
    private final Cursor cursor;
    private final ServiceClock clock;
    private final OddRows odd;
    private final Delivery delivery;
    private final FeedSettings settings;
    private final Instant newestBefore;
    private final Deque<Part> parts = new ArrayDeque<>();
    private long readAt;
    private boolean boundFound;
    private boolean stopped;
    private boolean certain = true;

    PollSteps(
            ChangePages pages,
            CursorStore store,
            Cursor cursor,
            ServiceClock clock,
            OddRows odd,
            Delivery delivery,
            FeedSettings settings) {
        this.pages = pages;
        this.store = store;
        this.cursor = cursor;
        this.clock = clock;
        this.odd = odd;
        this.delivery = delivery;
        this.settings = settings;
        this.newestBefore = cursor.newest();
    }

    boolean isSearched() {
        return pages.isSearched();
    }

    int perPage() {
        return settings.perPage();
    }

    Instant since() {
        return cursor.since();
    }

    /** Whether the cursor stands at the newest change, so that nothing behind it is awaited any more. */
    boolean isSettled() {
        return cursor.since().equals(cursor.newest());
    }

    /** Whether to go on: the route runs, and all that was read is delivered. */
    boolean goesOn() {
        return !stopped && delivery.goesOn();
    }

    /** The service finds what changed in the second of the bound as well, so from now on it is asked for a later one. */
    void boundIsFound() {
        boundFound = true;
    }

    /** What changed between two instants; null leaves a side open. */
    ChangedPage read(Instant after, Instant before, int number) {
        Window window =
                new Window(boundFound && after != null ? after.plus(SECOND) : after, before, settings.deleted());
        readAt = clock.passed();
        ChangedPage page = ChangedPage.of(pages.page(window, number, settings.perPage()), window, after, pages.now());
        delivery.responded();
        clock.saw(page.newest());
        odd.skipped(page.size() - page.changes().size());
        return page;
    }

    /** The time that passes. */
    long passed() {
        return clock.passed();
    }

    /** When the latest page was asked for. */
    long readAt() {
        return readAt;
    }

    boolean isNew(Change change) {
        return !cursor.hasDelivered(change);
    }

    /** Delivers those of the changes that are new, the oldest first. */
    void deliver(List<Change> changes) throws Exception {
        List<Change> fresh = changes.stream()
                .filter(this::isNew)
                .sorted(OLDEST_FIRST)
                .map(change -> change.as(type(change)))
                .toList();
        if (!fresh.isEmpty()) {
            stopped = !delivery.deliver(fresh, this::complete);
        }
        if (!stopped) {
            changes.forEach(this::reach);
        }
    }

    /** A record that was created since the last poll is new to the route, also when it was changed since. */
    private ChangeType type(Change change) {
        if (settings.deleted()) {
            return ChangeType.deleted;
        }
        Instant createdAt = change.createdAt();
        boolean isNew = createdAt != null && (createdAt.equals(change.at()) || createdAt.isAfter(newestBefore));
        return isNew && !cursor.hasSeenOtherStateOf(change) ? ChangeType.created : ChangeType.updated;
    }

    private void complete(Change change) {
        cursor.add(change);
        reach(change);
        if (!change.isFollowed()) {
            odd.delivered(change.missingField());
        } else if (change.at().isAfter(pages.now().plus(NOTABLY_AHEAD))) {
            odd.ahead();
        }
    }

    /** A time that the service's own clock has not reached is wrong, and moves nothing. */
    private void reach(Change change) {
        if (change.isFollowed() && !change.at().isAfter(pages.now())) {
            cursor.reach(change.at());
        }
    }

    /** Keeps the cursor, so that what was delivered is not delivered again. */
    void save() {
        store.save(cursor);
    }

    /** Something may have been missed: this poll moves the cursor no further, and the next one reads it again. */
    void doubt() {
        certain = false;
    }

    /**
     * Everything is delivered that changed up to an instant and was visible at a time.
     *
     * @param then when its reading began
     */
    void hasRead(Instant upTo, long then) {
        if (certain && !stopped) {
            parts.add(new Part(upTo, then));
        }
        moveCursor();
        save();
    }

    /** What was read at one time. */
    private record Part(Instant upTo, long readAt) {}

    /**
     * What was read moves the cursor as far as nothing can come to light any more that was not visible then: up to the time
     * that the service's clock had reached, less the overlap. What that time was shows later, by the changes that follow.
     */
    private void moveCursor() {
        Instant end = cursor.since();
        while (!parts.isEmpty()) {
            Part part = parts.peek();
            Instant visible =
                    clock.atLeast(part.readAt()).minus(settings.overlap()).minus(SECOND);
            end = earlier(part.upTo(), visible);
            if (visible.isBefore(part.upTo())) {
                break;
            }
            parts.remove();
        }
        cursor.moveTo(earlier(cursor.newest(), end).truncatedTo(ChronoUnit.SECONDS));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
