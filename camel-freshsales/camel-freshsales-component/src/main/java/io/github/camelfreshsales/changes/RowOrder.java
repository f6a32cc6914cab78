// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.changes;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** How far rows came out of order so far: what is missing at the end of a page may lie so far before it. */
final class RowOrder {

    private static final Duration LIKELY = Duration.ofSeconds(5);
    private static final int ONE_OF = 50;

    private Duration most = Duration.ZERO;
    private int places;

    /** Learns how far a row lies before those that came earlier. */
    void learn(List<Instant> times) {
        Instant latest = Instant.MIN;
        for (int i = 0; i < times.size(); i++) {
            Instant at = times.get(i);
            if (at.isBefore(latest)) {
                most = longer(most, Duration.between(at, latest));
                places = Math.max(places, later(at, times.subList(0, i)));
            } else {
                latest = at;
            }
        }
    }

    private static int later(Instant at, List<Instant> earlierRows) {
        return (int) earlierRows.stream().filter(row -> row.isAfter(at)).count();
    }

    Duration seen() {
        return most;
    }

    /** What is to be reckoned with where it costs little. */
    Duration likely() {
        return longer(most, LIKELY);
    }

    /** By how many places a row may stand too late: as many as were seen, and a few in any case. */
    int places(int perPage) {
        return Math.max(places, Math.max(1, perPage / ONE_OF));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
