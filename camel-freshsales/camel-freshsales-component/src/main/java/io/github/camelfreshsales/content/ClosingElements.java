package io.github.camelfreshsales.content;

import java.util.Iterator;
import java.util.NoSuchElementException;

/** Elements that come one by one from something that has to be closed: at the end, after a failure, or on request. */
final class ClosingElements implements Iterator<Object>, AutoCloseable {

    private final Iterator<?> source;
    private final Object owner;
    private boolean closed;

    /** The owner is closed if it can be. */
    ClosingElements(Iterator<?> source, Object owner) {
        this.source = source;
        this.owner = owner;
    }

    @Override
    public boolean hasNext() {
        if (closed) {
            return false;
        }
        boolean more;
        try {
            more = source.hasNext();
        } catch (RuntimeException | Error e) {
            closeAfter(e);
            throw e;
        }
        if (!more) {
            close();
        }
        return more;
    }

    @Override
    public Object next() {
        if (closed) {
            throw new NoSuchElementException();
        }
        try {
            return source.next();
        } catch (RuntimeException | Error e) {
            closeAfter(e);
            throw e;
        }
    }

    private void closeAfter(Throwable failure) {
        closed = true;
        Closing.closeAfter(failure, owner);
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            Closing.close(owner);
        }
    }
}
