// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.operation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.IntFunction;

/**
 * Goes through the pages of a list and holds one of them. The service reports the end in several ways, and sometimes
 * wrongly, so the records decide: an empty page ends the list always, a full one never, and one in between when
 * the service says that it is the last. A short page alone ends nothing, since searches give short pages in the middle.
 */
final class PageIterator implements Iterator<Page> {

    private final IntFunction<Page> fetch;
    private final int perPage;
    private final long maxRecords;
    private final Deque<Page> ready = new ArrayDeque<>(1);
    private int number;
    private long seen;
    private List<Object> lastRows = List.of();
    private boolean ended;

    /**
     * @param fetch      gives a page by its number
     * @param first      the number of the first page
     * @param maxRecords how many records are wanted, or 0 for all
     */
    PageIterator(IntFunction<Page> fetch, int first, int perPage, long maxRecords) {
        this.fetch = fetch;
        this.number = first;
        this.perPage = perPage;
        this.maxRecords = maxRecords;
    }

    @Override
    public boolean hasNext() {
        if (ready.isEmpty() && !ended) {
            load();
        }
        return !ready.isEmpty();
    }

    @Override
    public Page next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return ready.poll();
    }

    private void load() {
        Page page = fetch.apply(number);
        // a server that gives its last page for ever would never end the list
        if (page.rows().isEmpty() || page.rows().equals(lastRows)) {
            ended = true;
            return;
        }
        lastRows = page.rows();
        long wanted = maxRecords == 0 ? Long.MAX_VALUE : maxRecords - seen;
        seen += page.rows().size();
        ended = page.rows().size() >= wanted || isLast(page);
        ready.add(page.rows().size() > wanted ? cut(page, (int) wanted) : page);
        number++;
    }

    private boolean isLast(Page page) {
        if (page.hasNext() != null) {
            return !page.hasNext();
        }
        if (page.rows().size() >= perPage) {
            return false;
        }
        boolean pagesReached = page.totalPages() != null && number >= page.totalPages();
        boolean totalReached = page.total() != null && seen >= page.total();
        return page.totalPages() == null ? totalReached : pagesReached && (page.total() == null || totalReached);
    }

    private static Page cut(Page page, int rows) {
        return new Page(
                page.whole(),
                page.rows().subList(0, rows),
                page.sideloads(),
                page.total(),
                page.totalPages(),
                page.hasNext());
    }
}
