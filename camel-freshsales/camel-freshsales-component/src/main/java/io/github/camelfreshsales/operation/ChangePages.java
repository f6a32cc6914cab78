// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.operation;

import java.time.Instant;
import java.util.List;

/** The source of changed records, page by page. */
public interface ChangePages {

    /** Whether the service itself chooses the changed records; else every page of the list has to be read. */
    boolean isSearched();

    /** A page of the changed records, the oldest change first. A list comes in an order of its own. */
    Rows page(Window window, int number, int perPage);

    /** The records that changed last, the newest first. */
    Rows newest(Window window, int count);

    /**
     * The time by the clock of the service if its latest response contains it, else by ours. It bounds which times of records are
     * believed; nothing moves because of it.
     */
    Instant now();

    /**
     * What to read.
     *
     * @param after   only records changed after it; null for all
     * @param before  only records changed before it; null for no such bound
     * @param deleted whether to search the recycle bin
     */
    record Window(Instant after, Instant before, boolean deleted) {}

    /**
     * One page.
     *
     * @param total how many records all pages have, or null if the response does not contain it
     */
    record Rows(List<?> rows, Long total) {}
}
