// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales;

/** What becomes of a record that does not pass a comparison. */
public enum RecordCheck {
    /** Nothing is compared. */
    off,
    /** A warning is logged and stands in a header; the call goes on. */
    warn,
    /** The record fails. */
    fail
}
