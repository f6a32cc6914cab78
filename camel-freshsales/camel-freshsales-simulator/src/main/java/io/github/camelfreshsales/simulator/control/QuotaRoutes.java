// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelfreshsales.simulator.FreshsalesSimulator;
import io.github.camelfreshsales.simulator.Plan;
import io.github.camelfreshsales.simulator.web.ApiResponse;
import io.github.camelfreshsales.simulator.web.Call;
import io.github.camelfreshsales.simulator.web.Json;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How many requests the account may make. */
final class QuotaRoutes {

    private final FreshsalesSimulator simulator;

    QuotaRoutes(FreshsalesSimulator simulator) {
        this.simulator = simulator;
    }

    void addTo(ControlApi api) {
        api.add("GET", "quota", "limits, used, left", call -> ApiResponse.ok(view(simulator)));
        api.add(
                "PUT",
                "quota",
                "set perHour and perMinute (0 is no limit), or a plan; nothing counts as used",
                this::set);
        api.add("POST", "quota/use", "use up so many requests, or all that are left", this::use);
    }

    private ApiResponse set(Call call) {
        Body body = Body.of(call.request(), "perHour", "perMinute", "plan");
        if (body.text("plan").isPresent()) {
            Plan plan = plan(body.text("plan").get());
            simulator.setQuota(plan.perHour(), plan.perMinute());
        } else {
            simulator.setQuota(
                    body.count("perHour").orElse(0), body.count("perMinute").orElse(0));
        }
        return ApiResponse.ok(view(simulator));
    }

    private ApiResponse use(Call call) {
        Body body = Body.of(call.request(), "requests");
        if (simulator.quotaWindows().isEmpty()) {
            return ControlApi.error(409, "There is no quota to use up: set one with PUT /simulator/quota");
        }
        simulator.useQuota(body.count("requests").orElse(Long.MAX_VALUE));
        return ApiResponse.ok(view(simulator));
    }

    private static Plan plan(String name) {
        try {
            return Plan.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            List<String> names = Arrays.stream(Plan.values())
                    .map(plan -> plan.name().toLowerCase(Locale.ROOT))
                    .toList();
            throw new IllegalArgumentException("No plan " + name + "; " + Nearest.hint(name, names), e);
        }
    }

    static ObjectNode view(FreshsalesSimulator simulator) {
        ObjectNode quota = Json.object().put("refused", simulator.quotaExceededCount());
        quota.putArray("windows");
        simulator.quotaWindows().forEach(window -> quota.withArray("windows")
                .addObject()
                .put("per", window.length().toHours() > 0 ? "hour" : "minute")
                .put("limit", window.limit())
                .put("used", window.used())
                .put("left", window.remaining())
                .put("endsAt", window.end().toString()));
        return quota;
    }
}
