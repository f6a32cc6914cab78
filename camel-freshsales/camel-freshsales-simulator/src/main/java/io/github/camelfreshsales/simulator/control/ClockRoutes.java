// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelfreshsales.simulator.FreshsalesSimulator;
import io.github.camelfreshsales.simulator.web.ApiResponse;
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
        api.add("GET", "clock", "the time of the account", call -> ApiResponse.ok(view(simulator)));
        api.add("POST", "clock", "move it: advance by a duration", this::advance);
    }

    private ApiResponse advance(Call call) {
        Duration by = Body.of(call.request(), "advance")
                .duration("advance")
                .orElseThrow(() -> new IllegalArgumentException("advance is missing: say by how much, such as 1h"));
        simulator.advanceClock(by);
        return ApiResponse.ok(view(simulator));
    }

    static ObjectNode view(FreshsalesSimulator simulator) {
        return Json.object()
                .put("now", simulator.now().toString())
                .put("ahead", simulator.clockAhead().toString());
    }
}
