package io.github.camelfreshsales.changes;

import io.github.camelfreshsales.operation.ChangeReader;
import io.github.camelfreshsales.operation.ChangeReader.Rows;
import io.github.camelfreshsales.operation.ChangeReader.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One poll: reads what has changed since the cursor and delivers what is new.
 *
 * <p>Two things make this harder than it looks. A record may come to light some time after its {@code updated_at}, so what
 * is younger than the overlap is read again by the next poll. And a page is found by its number only: when a record of an
 * earlier page changes, those behind it move up, and one slips through between two pages. So a long read gets an upper
 * bound; a record that changes leaves it, and its total gets smaller. As long as the total stays, nothing has moved.
 */
public final class ChangePoll {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final int MOST_PASSES = 5;

    private final ChangeReader reader;
    private final Cursor cursor;
    private final Delivery delivery;
    private final Duration overlap;
    private final int perPage;
    private final boolean deleted;
    private final Instant begun;
    private boolean goOn = true;
    private boolean complete = true;

    /**
     * @param overlap how long after its change a record may still come to light
     * @param deleted whether to follow the recycle bin
     */
    public ChangePoll(
            ChangeReader reader, Cursor cursor, Delivery delivery, Duration overlap, int perPage, boolean deleted) {
        this.reader = reader;
        this.cursor = cursor;
        this.delivery = delivery;
        this.overlap = overlap;
        this.perPage = perPage;
        this.deleted = deleted;
        this.begun = reader.now();
    }

    /**
     * Reads everything there is.
     *
     * @param quietSince when the cursor's newest change was seen first, by the clock of the reader
     * @return whether nothing is left for the next poll
     */
    public boolean run(Instant quietSince) throws Exception {
        Instant newestBefore = cursor.newest();
        if (reader.isSearched()) {
            search();
        } else {
            list();
        }
        boolean settled = !begun.isBefore(quietSince.plus(overlap).plus(SECOND));
        if (goOn && complete && settled) {
            // whatever had changed until then was visible before this poll began, and so was read
            cursor.moveTo(newestBefore);
        }
        delivery.save(cursor);
        return goOn && complete;
    }

    /** When it began, by the clock of the reader. */
    public Instant begun() {
        return begun;
    }

    private void search() throws Exception {
        Instant after = cursor.since();
        while (goOn) {
            Window open = new Window(after, null, deleted);
            Rows first = reader.page(open, 1, perPage);
            if (isWhole(first)) {
                deliver(fresh(first.rows()), Instant.MAX);
                return;
            }
            Instant before = upperBound(open);
            new Passes(new Window(after, before, deleted)).read();
            Instant next = before.minus(SECOND);
            if (!next.isAfter(after)) {
                return;
            }
            after = next;
        }
    }

    /** The second of the newest change may still grow, so it is left to the next window, unless it is all there is. */
    private Instant upperBound(Window open) {
        List<?> rows = reader.newest(open).rows();
        Instant newest = rows.isEmpty() ? open.after() : Change.of(rows.get(0)).at();
        return newest.isAfter(open.after().plus(SECOND)) ? newest : newest.plus(SECOND);
    }

    /** The first page holds all there is: so it says, and it has room left. */
    private boolean isWhole(Rows page) {
        int size = page.rows().size();
        return size == 0 || size < perPage && page.total() != null && page.total() <= size;
    }

    /** A list comes in an order of its own, so what is new is collected before it is delivered. */
    private void list() throws Exception {
        Passes passes = new Passes(new Window(null, null, deleted));
        passes.read();
        List<Change> found = new ArrayList<>(passes.found.values());
        found.sort(Comparator.comparing(Change::at));
        for (int from = 0; goOn && from < found.size(); from += perPage) {
            deliver(found.subList(from, Math.min(from + perPage, found.size())), Instant.MAX);
        }
    }

    private List<Change> fresh(List<?> rows) {
        return rows.stream()
                .map(Change::of)
                .filter(change -> !change.at().isBefore(cursor.since()) && !cursor.hasSeen(change))
                .sorted(Comparator.comparing(Change::at))
                .toList();
    }

    /** @param readTo up to which change everything has been read for certain, or null */
    private void deliver(List<Change> fresh, Instant readTo) throws Exception {
        if (fresh.isEmpty()) {
            return;
        }
        try {
            goOn = delivery.deliver(fresh, cursor::add);
        } catch (Exception e) {
            saveAfter(e);
            throw e;
        }
        if (complete && readTo != null) {
            advance(readTo);
        }
        delivery.save(cursor);
    }

    private static Instant newest(List<?> rows) {
        return rows.stream()
                .map(row -> Change.of(row).at())
                .max(Instant::compareTo)
                .orElseThrow();
    }

    private void saveAfter(Exception failure) {
        try {
            delivery.save(cursor);
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    /**
     * When this walk began, the clock of the service stood at the newest change, less the time since, or later. What is older
     * than that by the overlap had come to light by then. What was delivered from pages behind a break proves nothing of those
     * before them, so the cursor stays before what has been read without one.
     */
    private void advance(Instant readTo) {
        Duration elapsed = Duration.between(begun, reader.now()).plus(SECOND);
        Instant known = cursor.newest().minus(elapsed);
        cursor.moveTo((known.isBefore(readTo) ? known : readTo).minus(overlap));
    }

    /** Reads a window as often as is needed to know that nothing has slipped through. */
    private final class Passes {

        private final Window window;
        private final Map<List<?>, Change> found = new LinkedHashMap<>();
        private Long firstTotal;
        private Long firstTotalBefore;
        private Long total;
        private boolean unbroken;
        private boolean foundNothing;

        Passes(Window window) {
            this.window = window;
        }

        void read() throws Exception {
            for (int pass = 0; goOn && pass < MOST_PASSES; pass++) {
                readOnce();
                if (unbroken || foundNothing && isFoundNothingEnough()) {
                    return;
                }
                firstTotalBefore = firstTotal;
            }
            // it never came to rest: the cursor stays where it is, and the next poll reads this again
            complete = false;
        }

        /** What slips through twice has moved up by a page; as long as fewer records have left, there is no such record. */
        private boolean isFoundNothingEnough() {
            return total == null || firstTotalBefore != null && firstTotalBefore - total < perPage;
        }

        private void readOnce() throws Exception {
            unbroken = true;
            foundNothing = true;
            List<?> previous = List.of();
            long rows = 0;
            for (int number = 1; goOn; number++) {
                Rows page = reader.page(window, number, perPage);
                unbroken &= page.total() != null && (number == 1 || page.total().equals(total));
                total = page.total();
                firstTotal = number == 1 ? total : firstTotal;
                // a server that gives its last page for ever would never end the list
                if (page.rows().isEmpty() || page.rows().equals(previous)) {
                    // an end before the total may be a page that failed in silence, so it proves nothing
                    unbroken &= total != null && rows >= total;
                    return;
                }
                previous = page.rows();
                rows += page.rows().size();
                take(page.rows());
                if (page.rows().size() < perPage && total != null && rows >= total) {
                    return;
                }
            }
        }

        private void take(List<?> rows) throws Exception {
            List<Change> fresh = fresh(rows);
            if (reader.isSearched()) {
                foundNothing &= fresh.isEmpty();
                deliver(fresh, unbroken ? newest(rows) : null);
                return;
            }
            for (Change change : fresh) {
                foundNothing &= found.put(List.of(change.id(), change.at()), change) != null;
            }
        }
    }
}
