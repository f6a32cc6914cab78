// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.benchmarks.transfer;

/**
 * The most that one caller of {@code bulkUpsert} can reach at a server whose answers take their time, if its own work took
 * none. A chunk takes a call to send it, the wait for the first look that finds its job ended, and a call for that look; so
 * many chunks may be on this way at once. And the caller makes one call at a time, two a chunk.
 *
 * @param latency   seconds that an answer takes
 * @param untilLook seconds from the acceptance of a job to the look that finds it ended
 * @param inFlight  the option jobsInFlight
 */
record BulkBound(double latency, double untilLook, int inFlight) {

    private static final int CHUNK = 100;

    double recordsPerSecond() {
        return CHUNK * Math.min(inFlight / (latency + untilLook + latency), 1 / (2 * latency));
    }

    /** The bound when nobody looks at the jobs. */
    static double withoutLooks(double latency) {
        return CHUNK / latency;
    }
}
