// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.benchmarks.transfer;

/**
 * What a transfer took.
 *
 * @param seconds       from the first record to the last, without the start of the process and the context
 * @param heapAfterGc   the most heap that was in use right after a garbage collection, in bytes
 * @param collections   how many garbage collections there were
 * @param gcMillis      how long these took
 */
record Transferred(double seconds, long records, long heapAfterGc, long collections, long gcMillis) {

    double perSecond() {
        return records / seconds;
    }

    double heapMegabytes() {
        return heapAfterGc / 1_048_576.0;
    }
}
