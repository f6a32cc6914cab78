// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SimulatedClockTest {

    private static final Instant NOON = Instant.parse("2024-03-05T12:00:00Z");

    private final SimulatedClock clock = SimulatedClock.at("2024-03-05T12:00:00Z");

    @Test
    void clockStandsStillUntilItIsMoved() {
        assertThat(clock.instant()).isEqualTo(NOON);

        Instant later = clock.advance(Duration.ofMillis(1500));
        assertThat(later).isEqualTo(NOON.plusMillis(1500)).isEqualTo(clock.instant());

        clock.advance(Duration.ofSeconds(-2));
        assertThat(clock.instant()).isEqualTo(NOON.minusMillis(500));

        clock.set(NOON);
        assertThat(clock.instant()).isEqualTo(NOON);
    }

    @Test
    void noMoveIsLostWhenManyMoveIt() {
        IntStream.range(0, 1000).parallel().forEach(i -> clock.advance(Duration.ofSeconds(1)));

        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(1000));
    }
}
