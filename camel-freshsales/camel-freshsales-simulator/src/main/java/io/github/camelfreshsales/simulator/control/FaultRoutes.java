// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.github.camelfreshsales.simulator.FreshsalesSimulator;
import io.github.camelfreshsales.simulator.web.ApiResponse;
import io.github.camelfreshsales.simulator.web.Call;
import io.github.camelfreshsales.simulator.web.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/** What goes wrong next. */
final class FaultRoutes {

    private final FreshsalesSimulator simulator;

    FaultRoutes(FreshsalesSimulator simulator) {
        this.simulator = simulator;
    }

    void addTo(ControlApi api) {
        api.add(
                "GET",
                "faults",
                "the faults to come",
                call -> ApiResponse.ok(Json.object().set("faults", view(simulator))));
        api.add("POST", "faults", "let requests fail, be slow or break", this::add);
        api.add("DELETE", "faults", "let everything work again", this::clear);
    }

    private ApiResponse add(Call call) {
        Map<String, String> values = new LinkedHashMap<>();
        Body.of(call.request(), Fault.KEYS).json().properties().stream()
                .filter(field -> !field.getValue().isNull())
                .forEach(field -> values.put(field.getKey(), field.getValue().asText()));
        Fault.of(values).addTo(simulator);
        return ApiResponse.json(201, Json.object().set("faults", view(simulator)));
    }

    private ApiResponse clear(Call call) {
        simulator.withdrawTrouble();
        return ApiResponse.ok(Json.object().set("faults", view(simulator)));
    }

    static ArrayNode view(FreshsalesSimulator simulator) {
        ArrayNode faults = Json.array();
        simulator.pendingTrouble().forEach(script -> {
            var fault = faults.addObject().put("what", script.toString());
            if (script.left() < Integer.MAX_VALUE) {
                fault.put("left", script.left());
            } else {
                fault.put("left", "forever");
            }
        });
        return faults;
    }
}
