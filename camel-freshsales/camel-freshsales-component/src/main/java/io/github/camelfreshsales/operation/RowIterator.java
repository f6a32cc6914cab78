// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.operation;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.UnaryOperator;

/** The records of all pages, one after the other. */
final class RowIterator implements Iterator<Object> {

    private final PageIterator pages;
    private final boolean unwrap;
    private final UnaryOperator<Object> formatted;
    private Iterator<Object> rows = Collections.emptyIterator();

    /** @param unwrap whether the records are given, else the whole responses */
    RowIterator(PageIterator pages, boolean unwrap, UnaryOperator<Object> formatted) {
        this.pages = pages;
        this.unwrap = unwrap;
        this.formatted = formatted;
    }

    @Override
    public boolean hasNext() {
        while (!rows.hasNext() && pages.hasNext()) {
            Page page = pages.next();
            rows = (unwrap ? page.rows() : List.of(page.whole())).iterator();
        }
        return rows.hasNext();
    }

    @Override
    public Object next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return formatted.apply(rows.next());
    }
}
