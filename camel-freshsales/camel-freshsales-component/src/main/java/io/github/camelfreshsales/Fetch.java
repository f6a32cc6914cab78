// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales;

/** How much of a list to fetch. */
public enum Fetch {
    /** One page, as a List. */
    page,
    /** Every page, in one List. */
    all,
    /** Every page, one after the other, in an Iterator that keeps one page in memory. */
    stream
}
