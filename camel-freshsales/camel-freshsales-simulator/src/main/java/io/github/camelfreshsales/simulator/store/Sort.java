// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.store;

/** The order of a list. */
public record Sort(String attribute, boolean descending) {

    /** Oldest first, the order without a wish. */
    public static final Sort BY_ID = new Sort("id", false);

    public static Sort of(String attribute, String type) {
        return attribute.isBlank() ? BY_ID : new Sort(attribute, "desc".equalsIgnoreCase(type));
    }
}
