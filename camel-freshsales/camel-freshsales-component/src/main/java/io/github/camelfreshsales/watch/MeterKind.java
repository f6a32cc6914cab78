// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.watch;

/** The kind of a meter, in the words of Micrometer. */
public enum MeterKind {
    COUNTER,
    GAUGE,
    /** A gauge of seconds. */
    TIME_GAUGE,
    TIMER
}
