// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.benchmarks.create;

import static io.github.camelfreshsales.benchmarks.create.Contenders.client;
import static io.github.camelfreshsales.benchmarks.create.Contenders.component;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelfreshsales.benchmarks.Spread;
import io.github.camelfreshsales.benchmarks.create.Turns.Turn;
import io.github.camelfreshsales.benchmarks.server.FastServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TurnsTest {

    @Test
    void ratioIsTakenWithinATurnThenWithinARoundThenOverTheRounds() {
        Turns turns = new Turns(List.of(
                new Turn(1, 1, Map.of(component, 100.0, client, 110.0)),
                new Turn(1, 1, Map.of(component, 10.0, client, 12.0)), // the machine was slow for both
                new Turn(1, 1, Map.of(component, 100.0, client, 900.0)), // and here for one of them
                new Turn(2, 1, Map.of(component, 100.0, client, 100.0)),
                new Turn(2, 16, Map.of(component, 100.0, client, 500.0))));

        assertThat(turns.time(1, client)).isEqualTo(new Spread(1.1, 1.0, 1.2));
        assertThat(turns.perSecond(16, client)).isEqualTo(new Spread(500, 500, 500));
    }

    @Test
    void processCreatesOnlyWhenItHasItsTurn() throws Exception {
        try (FastServer server = new FastServer(new FastServer.Settings(0, 0, 0));
                TurnProcess process = TurnProcess.start(client, "http://localhost:" + server.port() + "/crm/sales")) {
            double perSecond = process.turn(2, 200);
            long calls = server.calls();

            assertThat(perSecond).isEqualTo(calls * 5.0);
            assertThat(process.turn(1, 100)).isPositive();
            assertThat(server.calls()).isGreaterThan(calls);
        }
    }
}
