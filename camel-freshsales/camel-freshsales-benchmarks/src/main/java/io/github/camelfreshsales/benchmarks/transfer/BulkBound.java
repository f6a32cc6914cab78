// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.benchmarks.transfer;

/**
 * The most that one caller of {@code bulkUpsert} can reach at a server whose responses take their time, if its own work took
 * none. A chunk takes a call to send it, the time of its job, and a call to check the job when it has just ended; so many
 * chunks may be under way at once. And the caller makes one call at a time, two a chunk.
 *
 * @param latency  seconds that a response takes
 * @param job      seconds that a job takes
 * @param inFlight the option jobsInFlight
 */
record BulkBound(double latency, double job, int inFlight) {

    private static final int CHUNK = 100;

    double recordsPerSecond() {
        return CHUNK * Math.min(inFlight / (latency + job + latency), 1 / (2 * latency));
    }

    /** The bound when nobody checks the jobs. */
    static double withoutChecks(double latency) {
        return CHUNK / latency;
    }
}
