// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelfreshsales.simulator.FreshsalesSimulator;
import io.github.camelfreshsales.simulator.Switch;
import io.github.camelfreshsales.simulator.web.ApiResponse;
import io.github.camelfreshsales.simulator.web.Call;
import io.github.camelfreshsales.simulator.web.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Behaviour that differs between accounts. */
final class SwitchRoutes {

    private final FreshsalesSimulator simulator;

    SwitchRoutes(FreshsalesSimulator simulator) {
        this.simulator = simulator;
    }

    void addTo(ControlApi api) {
        api.add("GET", "switches", "all switches, and whether they are on", call -> ApiResponse.ok(view()));
        api.add("PUT", "switches", "turn switches on and off: name and true or false", this::turn);
    }

    private ApiResponse turn(Call call) {
        List<Switch> on = new ArrayList<>();
        List<Switch> off = new ArrayList<>();
        for (Map.Entry<String, JsonNode> wish : call.request().json().properties()) {
            if (!wish.getValue().isBoolean()) {
                throw new IllegalArgumentException(wish.getKey() + " must be true or false, not " + wish.getValue());
            }
            (wish.getValue().booleanValue() ? on : off).add(SwitchTable.find(wish.getKey()));
        }
        simulator.turnOn(on.toArray(Switch[]::new)).turnOff(off.toArray(Switch[]::new));
        return ApiResponse.ok(view());
    }

    private ObjectNode view() {
        ObjectNode all = Json.object();
        for (Switch one : Switch.values()) {
            all.withArray("switches")
                    .addObject()
                    .put("name", one.name())
                    .put("on", simulator.switches().has(one))
                    .put("description", SwitchTable.description(one));
        }
        return all;
    }
}
