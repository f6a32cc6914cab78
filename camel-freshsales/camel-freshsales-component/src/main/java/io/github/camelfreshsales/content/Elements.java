// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.content;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.UnaryOperator;
import java.util.stream.BaseStream;
import java.util.stream.Stream;

/**
 * The elements of a container, one by one. It closes their source after the last element, after a failure, or on request.
 */
public final class Elements implements Iterator<Object>, AutoCloseable {

    private final Iterator<?> source;
    private final Object owner;
    private final boolean held;
    private final UnaryOperator<Object> unwrap;
    private boolean closed;

    private Elements(Iterator<?> source, Object owner, boolean held, UnaryOperator<Object> unwrap) {
        this.source = source;
        this.owner = owner;
        this.held = held;
        this.unwrap = unwrap;
    }

    /** Elements that are in memory. */
    static Elements held(Iterable<?> elements) {
        return new Elements(elements.iterator(), null, true, UnaryOperator.identity());
    }

    /** Elements that come from something which is closed if it can be. */
    static Elements from(Iterator<?> source, Object owner) {
        return new Elements(source, owner, false, UnaryOperator.identity());
    }

    /** The elements of a body that holds many, each without what wraps it; null when the body is something else. */
    static Elements of(Object body, UnaryOperator<Object> unwrap) {
        if (body instanceof Elements elements) {
            return elements;
        }
        if (body instanceof Object[] array) {
            return new Elements(Arrays.asList(array).iterator(), null, true, unwrap);
        }
        if (body instanceof Collection<?> collection) {
            return new Elements(collection.iterator(), null, true, unwrap);
        }
        if (body instanceof Iterator<?> iterator) {
            return new Elements(iterator, body, false, unwrap);
        }
        if (body instanceof Stream<?> stream) {
            return new Elements(iterator(stream), body, false, unwrap);
        }
        return isLazy(body) ? new Elements(((Iterable<?>) body).iterator(), body, false, unwrap) : null;
    }

    private static Iterator<?> iterator(BaseStream<?, ?> stream) {
        try {
            return stream.iterator();
        } catch (IllegalStateException e) {
            throw new IllegalArgumentException(
                    "A Stream of the body has been read already; it gives its elements once", e);
        }
    }

    /** A Path is an Iterable of its names, a JsonNode one of its children, and some maps are one of their entries. */
    private static boolean isLazy(Object body) {
        return body instanceof Iterable && !(body instanceof Path || body instanceof JsonNode || body instanceof Map);
    }

    /** Whether they are in memory anyway, so that their bytes may be kept in memory as well, for retries. */
    public boolean held() {
        return held;
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
            return unwrapped(source.next());
        } catch (RuntimeException | Error e) {
            closeAfter(e);
            throw e;
        }
    }

    /** One that cannot be unwrapped is returned as it is: reading it reports why, and the others follow. */
    private Object unwrapped(Object element) {
        try {
            return unwrap.apply(element);
        } catch (IllegalArgumentException | UncheckedIOException e) {
            return element;
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
