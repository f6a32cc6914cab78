// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.content;

import java.util.Iterator;
import java.util.function.IntFunction;

/** Counts what was pulled, and remembers whether it was closed. */
final class WatchedIterator implements Iterator<Object>, AutoCloseable {

    private final int count;
    private final IntFunction<Object> element;
    int pulled;
    int closed;

    WatchedIterator(int count, IntFunction<Object> element) {
        this.count = count;
        this.element = element;
    }

    @Override
    public boolean hasNext() {
        return pulled < count;
    }

    @Override
    public Object next() {
        return element.apply(pulled++);
    }

    @Override
    public void close() {
        closed++;
    }
}
