package io.github.camelfreshsales.content;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.stream.BaseStream;
import java.util.stream.Stream;

/** The Java types that hold many elements. */
final class Elements {

    private Elements() {}

    /** The elements of a body that holds many, or null when it is something else. */
    static Iterator<Object> of(Object body) {
        if (body instanceof HeldElements held) {
            return held;
        }
        if (body instanceof ClosingElements closing) {
            return closing;
        }
        if (body instanceof Object[] array) {
            return new HeldElements(Arrays.asList(array).iterator());
        }
        if (body instanceof Collection<?> collection) {
            return new HeldElements(collection.iterator());
        }
        if (body instanceof Iterator<?> iterator) {
            return new ClosingElements(iterator, body);
        }
        if (body instanceof Stream<?> stream) {
            return new ClosingElements(((BaseStream<?, ?>) stream).iterator(), body);
        }
        return isLazy(body) ? new ClosingElements(((Iterable<?>) body).iterator(), body) : null;
    }

    /** A Path is an Iterable of its names, a JsonNode one of its children, and some maps are one of their entries. */
    private static boolean isLazy(Object body) {
        return body instanceof Iterable && !(body instanceof Path || body instanceof JsonNode || body instanceof Map);
    }
}
