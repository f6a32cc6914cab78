// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.changes;

import io.github.camelfreshsales.operation.ChangePages.Rows;
import io.github.camelfreshsales.operation.ChangePages.Window;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A page of changed records.
 *
 * @param changes the records, in the order they came
 * @param times   when they changed, in the order they came, without those at or before the bound that was asked for,
 *                and without those still to come unless all are
 * @param size    how many rows there were, readable or not
 * @param total   how many rows all pages have, or null if the response does not contain it
 * @param newest  the latest change that the clock of the service has reached
 */
record ChangedPage(List<Change> changes, List<Instant> times, int size, Long total, Instant newest) {

    /**
     * Reads a page.
     *
     * @param after the records up to it are of no more interest
     * @param now   the time by the clock of the service, as far as it is known
     */
    static ChangedPage of(Rows page, Window window, Instant after, Instant now) {
        List<Change> changes = page.rows().stream()
                .filter(Map.class::isInstance)
                .map(row -> Change.of((Map<?, ?>) row))
                .map(change -> isIn(window, change) ? change : change.withoutTime())
                .toList();
        Predicate<Instant> asked = at -> after == null || at.isAfter(after);
        List<Instant> past = times(changes, asked.and(at -> !at.isAfter(now)));
        List<Instant> times = past.isEmpty() ? times(changes, asked) : past;
        Instant newest = times(changes, at -> !at.isAfter(now)).stream()
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
        return new ChangedPage(changes, times, page.rows().size(), page.total(), newest);
    }

    /** A time before the bound that was asked for cannot be that of the change for which the record was found. */
    private static boolean isIn(Window window, Change change) {
        return window.after() == null
                || change.at() == null
                || !change.at().isBefore(window.after().truncatedTo(ChronoUnit.SECONDS));
    }

    private static List<Instant> times(List<Change> changes, Predicate<Instant> which) {
        return changes.stream()
                .filter(Change::isFollowed)
                .map(Change::at)
                .filter(which)
                .toList();
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** Whether none of the records says when it changed. */
    boolean isTimeless() {
        return changes.stream().noneMatch(Change::isFollowed);
    }

    /** Whether it says that there is no more than it holds, and has room left; an empty page must say so too. */
    boolean isWhole(int perPage) {
        return size < perPage && total != null && total <= size;
    }

    /** The latest of the times but so many that are later still; the epoch when there are no more. */
    Instant end(int later) {
        return times.stream()
                .sorted(Comparator.reverseOrder())
                .skip(later)
                .findFirst()
                .orElse(Instant.EPOCH);
    }

    /** How many of the times a bound would leave behind. */
    long upTo(Instant bound) {
        return times.stream().filter(at -> !at.isAfter(bound)).count();
    }

    /** What the rows hold, taken before a route may change them. */
    List<String> states() {
        return changes.stream().map(Change::state).toList();
    }

    List<String> keysWithoutTime() {
        return changes.stream()
                .filter(change -> !change.isFollowed())
                .map(Change::key)
                .toList();
    }

    /** Adds the keys of the records, and returns whether any of them was new. */
    boolean addKeysTo(Collection<String> keys) {
        return keys.addAll(changes.stream().map(Change::key).toList());
    }
}
