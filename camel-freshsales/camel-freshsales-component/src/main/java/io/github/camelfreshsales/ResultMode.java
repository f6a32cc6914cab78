// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales;

/** The form of the new body after many records were sent. */
public enum ResultMode {
    /** A RecordResult for each record, in the order of the input. */
    list,
    /** A Map with only the counts and the failures. */
    summary
}
