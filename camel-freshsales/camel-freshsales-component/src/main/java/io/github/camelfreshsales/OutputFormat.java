// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales;

/** The form of the new body. */
public enum OutputFormat {
    /** A Map in the order of the response; whole numbers are Long, decimals BigDecimal. */
    map,
    /** JSON text. */
    json,
    /** An object of the class in outputType. */
    pojo,
    /** The unchanged bytes of the response. */
    raw
}
