// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.resource;

/** How the records of a resource are listed. */
public enum Listing {
    /** Through a view, saved in the account: there is no list without one. */
    VIEW,
    /** By one named filter, such as {@code open}. */
    FILTER,
    /** As a list of all. */
    PLAIN,
    /** Not at all. */
    NONE
}
