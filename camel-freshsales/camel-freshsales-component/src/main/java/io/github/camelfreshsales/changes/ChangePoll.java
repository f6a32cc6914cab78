// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.changes;

import java.time.Duration;
import java.time.Instant;

/**
 * One poll: reads what has changed since the cursor and delivers what is new.
 *
 * <p>The idea is to ask by time and never by the number of a page: "the first page of what changed after this instant". What
 * was delivered lies before the bound, so whatever happens to it moves nothing that is still to come. The next question
 * begins within the page that was read, so its last second is read twice; the cursor knows what was delivered.
 *
 * <p>Three things need more than that:
 *
 * <ul>
 *   <li>A second may hold more records than a page. Then the numbers of pages are all there is: see {@link WindowReading}.
 *   <li>A record may come to light some time after its {@code updated_at}. So the cursor stays behind by the overlap, until
 *       so much time has passed since the newest change that nothing before it can come any more.
 *   <li>Rows may come slightly out of order, so that one which belongs at the end of a page stands on the next. So the next
 *       question begins a few rows before the end, some seconds before it where that costs next to nothing, and in any case
 *       by as much as rows were seen to be out of order.
 * </ul>
 *
 * <p>An empty page proves nothing, unless its total says that there is nothing. A list that cannot be searched is read
 * whole: see {@link ListReading}.
 */
final class ChangePoll {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final PollSteps steps;
    private final RowOrder order;

    ChangePoll(PollSteps steps, RowOrder order) {
        this.steps = steps;
        this.order = order;
    }

    /**
     * Reads everything there is.
     *
     * @return whether nothing is left for the next poll
     */
    boolean run() throws Exception {
        return steps.isSearched() ? search() : new ListReading(steps).read();
    }

    private boolean search() throws Exception {
        Instant after = steps.since();
        while (steps.goesOn()) {
            ChangedPage page = steps.read(after, null, 1);
            long readAt = steps.readAt();
            steps.deliver(page.changes());
            if (page.isWhole(steps.perPage())) {
                steps.hasRead(Instant.MAX, readAt);
                return steps.goesOn();
            }
            if (page.isEmpty()) {
                return page.total() == null;
            }
            if (page.isTimeless()) {
                readByPages(after, null);
                steps.hasRead(Instant.MAX, readAt);
                return steps.goesOn();
            }
            if (page.times().isEmpty()) {
                steps.boundIsFound();
            } else if (steps.goesOn()) {
                after = boundIn(page, after);
                steps.hasRead(after, readAt);
            }
        }
        return false;
    }

    /** The bound of the next question: what changed up to it is delivered. */
    private Instant boundIn(ChangedPage page, Instant after) throws Exception {
        order.learn(page.times());
        Instant end = page.end(order.places(steps.perPage())).minus(SECOND);
        Instant careful = end.minus(order.likely());
        if (2 * page.upTo(careful) >= page.times().size()) {
            return careful;
        }
        Instant near = end.minus(order.seen());
        if (page.upTo(near) > 0) {
            return near;
        }
        steps.save();
        readByPages(after, page.end(0).plus(SECOND));
        return page.end(0);
    }

    private void readByPages(Instant after, Instant before) throws Exception {
        if (!new WindowReading(steps, after, before).read()) {
            steps.doubt();
        }
    }
}
