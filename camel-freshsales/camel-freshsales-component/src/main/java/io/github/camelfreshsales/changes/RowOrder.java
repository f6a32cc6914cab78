package io.github.camelfreshsales.changes;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** How far rows came out of order so far: what is missing at the end of a page may lie so far before it. */
final class RowOrder {

    private static final Duration LIKELY = Duration.ofSeconds(5);

    private Duration most = Duration.ZERO;

    /** Learns how far a row lies before one that came earlier. */
    void learn(List<Instant> times) {
        Instant latest = Instant.MIN;
        for (Instant at : times) {
            latest = at.isAfter(latest) ? at : latest;
            most = longer(most, Duration.between(at, latest));
        }
    }

    Duration seen() {
        return most;
    }

    /** What is to be reckoned with where it costs little. */
    Duration likely() {
        return longer(most, LIKELY);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
