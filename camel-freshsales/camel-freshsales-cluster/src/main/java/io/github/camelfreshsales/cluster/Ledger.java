// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.cluster;

import java.time.Duration;

/** Where the calls of an account are counted for all nodes. */
interface Ledger {

    /**
     * What a node tells of itself, and what it wants.
     *
     * @param returned calls it had taken and did not make
     * @param made     calls it made that were not taken here
     * @param lesson   what the service said, or null
     * @param wanted   the most calls it takes
     */
    record Exchange(int returned, int made, Lesson lesson, int wanted) {}

    /**
     * The most that may be left to take, as the service said.
     *
     * @param calls what may be left; 0 when nothing is
     * @param reset how long nothing is left, when nothing is
     */
    record Lesson(int calls, Duration reset) {}

    /**
     * What a node gets.
     *
     * @param calls how many calls it has taken
     * @param delay how long it must hold them back: when none are left it takes one of those to come, in its turn
     * @param left  how many calls are left to take now
     */
    record Grant(int calls, Duration delay, int left) {}

    /**
     * Settles everything at once.
     *
     * @throws RuntimeException when that is not possible, or nobody knows whether it was done
     */
    Grant settle(Exchange exchange);
}
