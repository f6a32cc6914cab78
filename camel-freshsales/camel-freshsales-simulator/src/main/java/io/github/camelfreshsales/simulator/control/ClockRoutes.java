// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelfreshsales.simulator.FreshsalesSimulator;
import io.github.camelfreshsales.simulator.web.Answer;
import io.github.camelfreshsales.simulator.web.Call;
import io.github.camelfreshsales.simulator.web.Json;
import java.time.Duration;

/** The time of the account. */
final class ClockRoutes {

    private final FreshsalesSimulator simulator;

    ClockRoutes(FreshsalesSimulator simulator) {
        this.simulator = simulator;
    }

    void addTo(ControlApi api) {
        api.add("GET", "clock", "the time of the account", call -> Answer.ok(view(simulator)));
        api.add("POST", "clock", "move it: advance by a duration", this::advance);
    }

    private Answer advance(Call call) {
        Duration by = Body.of(call.request(), "advance")
                .duration("advance")
                .orElseThrow(() -> new IllegalArgumentException("advance is missing: say by how much, such as 1h"));
        simulator.advanceClock(by);
        return Answer.ok(view(simulator));
    }

    static ObjectNode view(FreshsalesSimulator simulator) {
        return Json.object()
                .put("now", simulator.now().toString())
                .put("ahead", simulator.clockAhead().toString());
    }
}
