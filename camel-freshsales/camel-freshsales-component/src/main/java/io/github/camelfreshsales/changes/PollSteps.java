package io.github.camelfreshsales.changes;

import io.github.camelfreshsales.operation.ChangePages;
import io.github.camelfreshsales.operation.ChangePages.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
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
    private Instant visible;
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

    /** What changed between two instants; null leaves a side open. */
    ChangedPage read(Instant after, Instant before, int number) {
        Window window = new Window(after, before, settings.deleted());
        Instant reached = clock.atLeast();
        ChangedPage page = ChangedPage.of(pages.page(window, number, settings.perPage()), window, pages.now());
        delivery.responded();
        clock.saw(page.newest());
        odd.skipped(page.size() - page.changes().size());
        visible = later(reached, page.newest()).minus(settings.overlap()).minus(SECOND);
        return page;
    }

    /**
     * Up to which change everything was visible when the latest page was read: the clock of the service had reached the newest
     * change by then, and what is older than that by the overlap had come to light.
     */
    Instant visible() {
        return visible;
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
            try {
                stopped = !delivery.deliver(fresh, this::complete);
            } catch (Exception e) {
                saveAfter(e);
                throw e;
            }
        }
        if (!stopped) {
            changes.forEach(this::reach);
        }
        store.save(cursor);
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

    private void saveAfter(Exception failure) {
        try {
            store.save(cursor);
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    /** Something may have been missed: this poll moves the cursor no further, and the next one reads it again. */
    void doubt() {
        certain = false;
    }

    /**
     * Everything is delivered that changed up to an instant and was visible.
     *
     * @param visibleThen up to which change everything was visible when the reading began
     */
    void hasRead(Instant upTo, Instant visibleThen) {
        if (certain && !stopped) {
            cursor.moveTo(earlier(cursor.newest(), earlier(upTo, visibleThen)));
            store.save(cursor);
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
