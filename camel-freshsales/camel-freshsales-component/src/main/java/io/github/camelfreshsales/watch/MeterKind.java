// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.watch;

/** What kind of thing a meter is, in the words of Micrometer. */
public enum MeterKind {
    COUNTER,
    GAUGE,
    /** A gauge of seconds. */
    TIME_GAUGE,
    TIMER
}
