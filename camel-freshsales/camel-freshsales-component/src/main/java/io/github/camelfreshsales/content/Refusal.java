package io.github.camelfreshsales.content;

import org.w3c.dom.Node;

/** Bodies that are no records, and what is said to those who send them. */
final class Refusal {

    private static final String ACCEPTED = "Accepted are: a Map, a Java bean or record, a JsonNode, JSON as text,"
            + " bytes, InputStream, Reader, File or Path, and for many records an Iterable, Iterator, array or Stream"
            + " of these, or a JSON array";

    private Refusal() {}

    /**
     * Whether something is no record, although Jackson may be able to make an object of it. Classes of Java itself are
     * values, not records: an Optional, a Future or a URL would turn into their inner state.
     */
    static boolean concerns(Object body) {
        return body.getClass().getName().startsWith("java.")
                || body.getClass().isArray()
                || body instanceof Enum
                || body instanceof Throwable
                || body instanceof Node;
    }

    static IllegalArgumentException of(String what, Object body, String reason) {
        return new IllegalArgumentException("The " + what + " of the Java type "
                + body.getClass().getTypeName() + " cannot be used: " + reason + ". " + ACCEPTED);
    }
}
