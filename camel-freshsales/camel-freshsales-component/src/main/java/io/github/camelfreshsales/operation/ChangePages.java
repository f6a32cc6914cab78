// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.operation;

import java.time.Instant;
import java.util.List;

/** Where changed records are read, page by page. */
public interface ChangePages {

    /** Whether the service itself chooses the changed records; else every page of the list has to be read. */
    boolean isSearched();

    /** A page of the changed records, the oldest change first. A list comes in an order of its own. */
    Rows page(Window window, int number, int perPage);

    /** The records that changed last, the newest first. */
    Rows newest(Window window, int count);

    /**
     * The time by the clock of the service where its latest response told it, else by ours. It bounds what is believed of a
     * record; nothing moves because of it.
     */
    Instant now();

    /**
     * What to read.
     *
     * @param after   only records changed after it; null for all
     * @param before  only records changed before it; null for no such bound
     * @param deleted whether to look into the recycle bin
     */
    record Window(Instant after, Instant before, boolean deleted) {}

    /**
     * One page.
     *
     * @param total how many records all pages have, or null when the service does not tell
     */
    record Rows(List<?> rows, Long total) {}
}
