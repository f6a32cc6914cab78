// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.benchmarks.create;

import static io.github.camelfreshsales.benchmarks.create.Contenders.client;
import static io.github.camelfreshsales.benchmarks.create.Contenders.component;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelfreshsales.benchmarks.Spread;
import io.github.camelfreshsales.benchmarks.create.CreateRun.Fork;
import java.util.List;
import org.junit.jupiter.api.Test;

class CreateRatiosTest {

    private final CreateRatios ratios = new CreateRatios(List.of(
            new Fork(1, 1, client, 1_000, 10),
            new Fork(1, 1, component, 500, 15),
            new Fork(2, 1, component, 100, 14), // the machine was busy in this round
            new Fork(2, 1, client, 150, 10),
            new Fork(3, 1, component, 800, 12),
            new Fork(3, 1, client, 1_000, 10)));

    @Test
    void timeIsComparedWithinARound() {
        assertThat(ratios.time(1, client)).isEqualTo(new Spread(1.5, 1.25, 2));
    }

    @Test
    void allocationIsComparedWithinARound() {
        assertThat(ratios.allocation(1, client)).isEqualTo(new Spread(1.4, 1.2, 1.5));
    }
}
