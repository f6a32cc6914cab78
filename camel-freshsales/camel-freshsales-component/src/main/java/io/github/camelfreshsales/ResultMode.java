// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales;

/** What the body becomes when many records were sent. */
public enum ResultMode {
    /** A RecordResult for each record, in the order of the input. */
    list,
    /** A Map with the counts and the failures only. */
    summary
}
