// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales;

/** What the body becomes. */
public enum OutputFormat {
    /** A Map in the order of the answer; whole numbers are Long, decimals BigDecimal. */
    map,
    /** JSON text. */
    json,
    /** An object of the class in outputType. */
    pojo,
    /** The bytes of the answer, untouched. */
    raw
}
