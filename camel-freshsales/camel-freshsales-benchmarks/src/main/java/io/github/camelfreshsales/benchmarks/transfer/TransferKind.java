// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.benchmarks.transfer;

/** A way to bring many records in or out. */
enum TransferKind {
    /** An Iterator through the operation bulkUpsert. */
    BULK_UPSERT,
    /** The same Iterator through the operation upsert, a call for each record. */
    ONE_CALL_EACH,
    /** The same with headings, labels and names instead of field names and ids, and with all options that deal with these. */
    OWN_WORDS,
    /** The operation list with {@code fetch=stream}. */
    STREAM,
    /** A loop over the pages with HttpClient 5 and Jackson. */
    LOOP
}
