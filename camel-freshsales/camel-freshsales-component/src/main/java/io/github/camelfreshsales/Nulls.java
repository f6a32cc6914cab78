// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales;

/** What happens to fields without a value. */
public enum Nulls {
    /** A null is sent, and clears the field. */
    send,
    /** Fields that are null are left out; elements of lists stay. */
    omit
}
