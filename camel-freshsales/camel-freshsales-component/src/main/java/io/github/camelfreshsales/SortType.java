// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales;

/** The direction of a sort. */
public enum SortType {
    /** Smallest or oldest first. */
    asc,
    /** Largest or newest first. */
    desc
}
