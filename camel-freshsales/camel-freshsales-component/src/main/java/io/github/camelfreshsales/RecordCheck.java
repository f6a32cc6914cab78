// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales;

/** What to do with a record that does not pass a comparison. */
public enum RecordCheck {
    /** Compares nothing. */
    off,
    /** Logs a warning, sets a header, and continues. */
    warn,
    /** Fails the record. */
    fail
}
