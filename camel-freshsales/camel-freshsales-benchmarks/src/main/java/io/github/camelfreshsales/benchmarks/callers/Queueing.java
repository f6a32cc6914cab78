// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.benchmarks.callers;

import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Notes in which order calls begin and end. */
final class Queueing {

    private static final double NANOS_A_MILLI = 1e6;

    private final AtomicInteger arrivals = new AtomicInteger();
    private final AtomicInteger departures = new AtomicInteger();
    private final Queue<Visit> visits = new ConcurrentLinkedQueue<>();

    /** The place of a call among those that begin. */
    record Place(int arrival, long since) {}

    private record Visit(int arrival, int departure, long nanos) {}

    Place arrive() {
        return new Place(arrivals.getAndIncrement(), System.nanoTime());
    }

    void leave(Place place) {
        long nanos = System.nanoTime() - place.since();
        visits.add(new Visit(place.arrival(), departures.getAndIncrement(), nanos));
    }

    /** @param callsOfEach how many calls each caller got through */
    Called called(double seconds, List<Long> callsOfEach) {
        long[] nanos = visits.stream().mapToLong(Visit::nanos).sorted().toArray();
        int[] distances = visits.stream()
                .mapToInt(visit -> Math.abs(visit.arrival() - visit.departure()))
                .sorted()
                .toArray();
        return new Called(
                seconds,
                nanos.length,
                nanos[nanos.length / 2] / NANOS_A_MILLI,
                nanos[nanos.length - 1] / NANOS_A_MILLI,
                100.0 * distances[(int) (0.99 * (distances.length - 1))] / distances.length,
                Collections.min(callsOfEach),
                Collections.max(callsOfEach));
    }
}
