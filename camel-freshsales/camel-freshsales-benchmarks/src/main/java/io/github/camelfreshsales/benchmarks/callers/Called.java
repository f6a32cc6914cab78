// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.benchmarks.callers;

/**
 * What many callers at once saw.
 *
 * @param seconds       from the moment when all were let go until the last had its last answer
 * @param calls         calls of all of them
 * @param medianMillis  how long a call took
 * @param longestMillis how long the longest call took
 * @param misplaced     how far calls ended from the place in which they began, in percent of all calls: 99 of 100 calls
 *                      were no further from it
 * @param fewest        the calls of the caller who got the fewest through
 * @param most          the calls of the caller who got the most through
 */
record Called(
        double seconds,
        long calls,
        double medianMillis,
        double longestMillis,
        double misplaced,
        long fewest,
        long most) {}
