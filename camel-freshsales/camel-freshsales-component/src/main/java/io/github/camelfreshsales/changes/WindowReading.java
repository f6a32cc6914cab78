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

    private static final int MOST_PASSES = 20;
    /** After so many passes without anything new, a total that is not reached is wrong. */
    private static final int QUIET_PASSES = 5;
    /** The same where no total says that something is missing. */
    private static final int QUIET_PASSES_WITHOUT_TOTAL = 2;

    private final PollSteps steps;
    private final Instant after;
    private final Instant before;
    private final Set<String> seen = new HashSet<>();
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
        int quiet = 0;
        for (int number = 0; steps.goesOn() && number < MOST_PASSES; number++) {
            Pass pass = new Pass();
            if (pass.readsAll()) {
                return true;
            }
            if (pass.rows == 0) {
                return false;
            }
            quiet = pass.isQuiet() ? quiet + 1 : 0;
            if (steps.goesOn() && quiet == (total == null ? QUIET_PASSES_WITHOUT_TOTAL : QUIET_PASSES)) {
                return true;
            }
        }
        return false;
    }

    /** Once through the pages. */
    private final class Pass {

        private List<String> previous = List.of();
        private boolean bringsNew;
        private long rows;

        /** Whether all were seen. */
        boolean readsAll() throws Exception {
            int empty = 0;
            for (int number = 1; steps.goesOn() && empty < 2; number++) {
                ChangedPage page = steps.read(after, before, number);
                List<String> states = page.states();
                count(page);
                steps.deliver(page.changes());
                if (isAll(page)) {
                    return steps.goesOn();
                }
                // a page may fail in silence: an empty one is the last only if the total says so, or the next is empty too
                empty = page.isEmpty() ? empty + 1 : 0;
                boolean mayBeLast = page.isEmpty() || states.equals(previous);
                if (mayBeLast && (total == null || (long) number * steps.perPage() >= total)) {
                    return false;
                }
                previous = states;
            }
            return false;
        }

        /** A total that changes shows that records have moved, so all of them are counted anew. */
        private void count(ChangedPage page) {
            boolean tells = page.total() != null || !page.isEmpty();
            if (tells && !Objects.equals(total, page.total())) {
                total = page.total();
                seen.clear();
            }
            bringsNew |= page.addKeysTo(seen);
            rows += page.size();
        }

        /** A page without room left may have more behind it, whatever the total says. */
        private boolean isAll(ChangedPage page) {
            return total != null && seen.size() >= total && page.size() < steps.perPage();
        }

        /** Whether it brought nothing new although it came to the end. */
        boolean isQuiet() {
            return !bringsNew && rows >= seen.size();
        }
    }
}
