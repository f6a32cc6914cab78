// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.operation;

import io.github.camelfreshsales.http.Request;

/** The differences between the bulk calls: how to add a record to a chunk, and how to send a chunk. */
interface BulkKind {

    /**
     * Reads an element of the body.
     *
     * @throws IllegalArgumentException when it is no record, or lacks what it is matched by
     */
    BulkItem item(int index, Object element);

    /** An element as a result names it; what is wrong with it is said elsewhere. */
    Object named(Object element);

    Request request(BulkChunk chunk);

    /** What is known of the records that were sent before; null when nothing is kept of them. */
    SentRecords sent();

    /** Whether the service confirms the call and names no job that could be followed. */
    boolean jobless();
}
