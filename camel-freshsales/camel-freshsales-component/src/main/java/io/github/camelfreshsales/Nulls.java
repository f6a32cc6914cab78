// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales;

/** What happens to fields without a value. */
public enum Nulls {
    /** Sends a null, which clears the field. */
    send,
    /** Leaves out fields that are null, but keeps elements of lists. */
    omit
}
