package io.github.camelfreshsales.content;

import java.util.Iterator;

/** Elements that are in memory anyway, so that what is written of them may be held in memory as well, and repeated. */
record HeldElements(Iterator<?> source) implements Iterator<Object> {

    @Override
    public boolean hasNext() {
        return source.hasNext();
    }

    @Override
    public Object next() {
        return source.next();
    }
}
