// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.changes;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Reads what changed between two instants by the numbers of pages, since it does not fit on one. Records of one second come
 * in any order, in another one for each page, and one that changes meanwhile leaves and moves those behind it. So the pages
 * are read again and again, until as many different records were seen as there are, and none has left while they were
 * counted.
 */
final class WindowReading {

    private static final int MOST_PASSES = 30;
    /** After so much evidence that nothing is missing, a total that is not reached is wrong. */
    private static final int ENOUGH_EVIDENCE = 9;

    private final PollSteps steps;
    private final Instant after;
    private final Instant before;
    private final Set<String> seen = new HashSet<>();
    private final Set<String> withoutTime = new HashSet<>();
    private Long total;

    WindowReading(PollSteps steps, Instant after, Instant before) {
        this.steps = steps;
        this.after = after;
        this.before = before;
    }

    /**
     * Delivers what there is.
     *
     * @return whether it was everything
     */
    boolean read() throws Exception {
        int evidence = 0;
        for (int number = 0; steps.goesOn() && number < MOST_PASSES; number++) {
            Pass pass = new Pass();
            if (pass.readsAll()) {
                return true;
            }
            if (pass.rows == 0) {
                return false;
            }
            evidence = pass.bringsNothing() ? evidence + pass.evidence() : 0;
            if (steps.goesOn() && (pass.endsWithoutDoubt() || evidence >= ENOUGH_EVIDENCE)) {
                return true;
            }
        }
        return false;
    }

    /** Once through the pages. */
    private final class Pass {

        private List<String> previous = List.of();
        private final Set<String> keys = new HashSet<>();
        private boolean bringsNew;
        private int pages;
        private int rows;
        private int lastSize;

        /** Whether all were seen. */
        boolean readsAll() throws Exception {
            int empty = 0;
            for (int number = 1; steps.goesOn() && empty < 2; number++) {
                ChangedPage page = steps.read(after, before, number);
                List<String> states = page.states();
                count(page);
                steps.deliver(page.changes());
                steps.save();
                if (isAll(page)) {
                    return steps.goesOn();
                }
                // a page may fail in silence: an empty one is the last only if the total says so, or the next is empty
                // too
                empty = page.isEmpty() ? empty + 1 : 0;
                boolean mayBeLast = page.isEmpty() || states.equals(previous);
                if (mayBeLast && (total == null || (long) number * steps.perPage() >= total)) {
                    return false;
                }
                previous = states;
            }
            return false;
        }

        /**
         * A total that changes shows that records have moved, so all of them are counted anew. A record without a time may
         * turn up in any window, and then hides that another has left.
         */
        private void count(ChangedPage page) {
            boolean isKnown = page.total() != null || !page.isEmpty();
            if (withoutTime.addAll(page.keysWithoutTime()) | (isKnown && !Objects.equals(total, page.total()))) {
                total = isKnown ? page.total() : total;
                seen.clear();
            }
            bringsNew |= page.addKeysTo(seen);
            page.addKeysTo(keys);
            if (!page.isEmpty()) {
                pages++;
                rows += page.size();
                lastSize = page.size();
            }
        }

        /** A page without room left may have more behind it, whatever the total says. */
        private boolean isAll(ChangedPage page) {
            return total != null && seen.size() >= total && page.size() < steps.perPage();
        }

        /** Whether it showed what is known and nothing else. */
        boolean bringsNothing() {
            return !bringsNew && rows >= seen.size();
        }

        /** Rows that came twice have taken the place of others, so such a pass says little. */
        int evidence() {
            return isDistinct() ? 3 : 1;
        }

        private boolean isDistinct() {
            return keys.size() == rows;
        }

        /** Where no total says that something is missing, a page with room left says that nothing is. */
        boolean endsWithoutDoubt() {
            boolean hasMoved = pages > 1 && !bringsNothing();
            return total == null && lastSize < steps.perPage() && isDistinct() && !hasMoved;
        }
    }
}
