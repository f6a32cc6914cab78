// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.changes;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads a list that cannot be searched: all of it, for each poll. A list comes in an order of its own, so what is new is
 * collected before it is delivered. Records that come or go meanwhile move others from page to page, and one may slip
 * through; so after a reading that brought something the list is read again, until a reading agrees with those before it.
 */
final class ListReading {

    private static final int MOST_READINGS = 5;

    private final PollSteps steps;
    private final Map<String, Change> found = new LinkedHashMap<>();

    ListReading(PollSteps steps) {
        this.steps = steps;
    }

    /**
     * Delivers what is new.
     *
     * @return whether nothing is left for the next poll
     */
    boolean read() throws Exception {
        Reading last = lastReading();
        if (steps.goesOn()) {
            deliver();
            if (last.agrees) {
                steps.hasRead(Instant.MAX, last.begun);
            }
        }
        return last.agrees && steps.goesOn();
    }

    private Reading lastReading() {
        Reading former = new Reading();
        former.run();
        for (int number = 1; !former.agrees && steps.goesOn() && number < MOST_READINGS; number++) {
            Reading next = new Reading();
            next.run();
            next.agrees |= !next.bringsNew && !next.keys.isEmpty() && next.keys.equals(former.keys);
            former = next;
        }
        return former;
    }

    private void deliver() throws Exception {
        List<Change> changes = new ArrayList<>(found.values());
        changes.sort(PollSteps.OLDEST_FIRST);
        for (int from = 0; steps.goesOn() && from < changes.size(); from += steps.perPage()) {
            steps.deliver(changes.subList(from, Math.min(from + steps.perPage(), changes.size())));
            steps.save();
        }
    }

    /** Once through all pages. */
    private final class Reading {

        private final Set<String> keys = new HashSet<>();
        private final long begun = steps.passed();
        private boolean bringsNew;
        private boolean agrees;

        void run() {
            List<String> previous = List.of();
            for (int number = 1; steps.goesOn(); number++) {
                ChangedPage page = steps.read(null, null, number);
                List<String> states = page.states();
                take(page);
                boolean isComplete = page.total() != null && keys.size() >= page.total();
                // a service that gives its last page for ever would never end the list
                if (isComplete && page.size() < steps.perPage() || page.isEmpty() || states.equals(previous)) {
                    // what is new on the only page cannot have moved; while nothing is under way, nothing can be missed
                    boolean isOnly = number == 1 && isComplete;
                    agrees = isOnly || !bringsNew && (isComplete || steps.isSettled());
                    return;
                }
                previous = states;
            }
        }

        private void take(ChangedPage page) {
            page.addKeysTo(keys);
            for (Change change : page.changes()) {
                if (steps.isNew(change)) {
                    Change known = found.put(change.key(), change);
                    bringsNew |= known == null || !known.state().equals(change.state());
                }
            }
        }
    }
}
