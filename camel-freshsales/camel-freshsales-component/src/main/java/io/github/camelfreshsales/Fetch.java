// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales;

/** How much of a list is fetched. */
public enum Fetch {
    /** One page, as a List. */
    page,
    /** Every page, in one List. */
    all,
    /** Every page, one after the other, through an Iterator that holds one of them. */
    stream
}
