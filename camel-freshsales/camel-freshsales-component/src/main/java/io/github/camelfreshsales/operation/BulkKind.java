package io.github.camelfreshsales.operation;

import io.github.camelfreshsales.http.Request;

/** What differs between the bulk calls: how a record gets into a chunk, and how a chunk is sent. */
interface BulkKind {

    /**
     * Adds an element of the body.
     *
     * @throws IllegalArgumentException when it is no record, or lacks what it is matched by
     */
    void add(BulkChunk chunk, int index, Object element);

    /** An element as a result names it; what is wrong with it is said elsewhere. */
    Object named(Object element);

    Request request(BulkChunk chunk);

    /** Whether the service confirms the call and names no job that could be followed. */
    boolean jobless();
}
