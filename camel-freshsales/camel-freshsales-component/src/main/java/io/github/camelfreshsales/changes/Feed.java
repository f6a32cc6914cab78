// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.changes;

import io.github.camelfreshsales.operation.ChangePages;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Something to follow with its own cursor: the records of a resource, or those in its recycle bin. */
public final class Feed {

    private final ChangePages pages;
    private final CursorStore store;
    private final FeedSettings settings;
    private final LongSupplier nanos;
    private final StartNow now;
    private final ServiceClock clock;
    private final OddRows odd;
    private final RowOrder order = new RowOrder();
    private volatile Instant newest;
    private volatile Long upToDate;

    /** @param nanos the time that passes, in nanoseconds from anywhere; it never jumps */
    public Feed(ChangePages pages, CursorStore store, FeedSettings settings, LongSupplier nanos) {
        this.pages = pages;
        this.store = store;
        this.settings = settings;
        this.nanos = nanos;
        this.now = new StartNow(pages, nanos, settings);
        this.clock = new ServiceClock(nanos);
        this.odd = new OddRows(store.resource());
    }

    public CursorStore store() {
        return store;
    }

    public boolean isOfDeleted() {
        return settings.deleted();
    }

    /** The latest change that was delivered, or null before the first poll. */
    public Instant newest() {
        return newest;
    }

    /** The time since nothing was left to deliver, or null when that was not yet so. */
    public Duration lag() {
        Long then = upToDate;
        return then == null ? null : Duration.ofNanos(nanos.getAsLong() - then);
    }

    /** How many rows were delivered, or left out, that no cursor can move by. */
    public long oddRows() {
        return odd.count();
    }

    /**
     * Keeps where to begin, if nothing is kept yet. That comes before anything else can fail, or a later poll would begin
     * later and leave a gap.
     *
     * @return the cursor; none while it is unknown where now is
     */
    public Optional<Cursor> begin() {
        Optional<Cursor> kept = store.load();
        if (kept.isPresent()) {
            return kept;
        }
        Instant given = StartPoint.parse(settings.startFrom());
        Optional<Cursor> first = given == null ? now.cursor() : Optional.of(Cursor.at(given));
        first.ifPresent(store::save);
        return first;
    }

    /** Delivers what has changed since the cursor. */
    public void poll(Delivery delivery) throws Exception {
        Optional<Cursor> begun = begin();
        if (begun.isEmpty()) {
            return;
        }
        Cursor cursor = begun.get();
        if (!cursor.newest().isAfter(pages.now())) {
            // it may come from elsewhere, so nobody here knows since when it stands there
            clock.saw(cursor.newest());
        }
        long from = nanos.getAsLong();
        try {
            PollSteps steps = new PollSteps(pages, store, cursor, clock, odd, delivery, settings);
            if (new ChangePoll(steps, order).run()) {
                upToDate = from;
            }
        } catch (Exception e) {
            saveAfter(cursor, e);
            throw e;
        } finally {
            newest = cursor.newest();
        }
        store.save(cursor);
    }

    private void saveAfter(Cursor cursor, Exception failure) {
        try {
            store.save(cursor);
        } catch (RuntimeException e) {
            if (e != failure) {
                failure.addSuppressed(e);
            }
        }
    }
}
