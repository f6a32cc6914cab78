// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.RequestJournalDisabledException;
import io.github.camelfreshsales.simulator.FreshsalesSimulator;
import io.github.camelfreshsales.simulator.web.ApiError;
import io.github.camelfreshsales.simulator.web.ApiResponse;
import io.github.camelfreshsales.simulator.web.Call;
import io.github.camelfreshsales.simulator.web.Json;
import java.util.List;

/** The requests that came, and what they were answered. */
final class JournalRoutes {

    private static final int MOST_SHOWN = 1_000;

    private final FreshsalesSimulator simulator;

    JournalRoutes(FreshsalesSimulator simulator) {
        this.simulator = simulator;
    }

    void addTo(ControlApi api) {
        api.add("GET", "journal", "the latest requests; limit (100) and bodies=true as parameters", this::latest);
        api.add("GET", "journal/{request}", "one request and its response, with bodies", this::one);
        api.add("DELETE", "journal", "forget the requests", this::clear);
    }

    private ApiResponse latest(Call call) {
        int limit = Numbers.parameter(call.request(), "limit", 100, 1, MOST_SHOWN);
        boolean bodies = "true".equals(call.request().query().get("bodies"));
        ObjectNode answer = Json.object();
        answer.putArray("requests");
        events().stream()
                .limit(limit)
                .map(event -> bodies ? JournalEntry.full(event) : JournalEntry.line(event))
                .forEach(answer.withArray("requests")::add);
        return ApiResponse.ok(answer);
    }

    private ApiResponse one(Call call) {
        return events().stream()
                .filter(event -> event.getId().toString().equals(call.variable("request")))
                .findFirst()
                .map(event -> ApiResponse.ok(JournalEntry.full(event)))
                .orElseThrow(() -> new ApiError(404, List.of("The journal has no such request, or no longer")));
    }

    private ApiResponse clear(Call call) {
        simulator.wireMock().resetRequests();
        return latest(call);
    }

    /** The latest first. */
    private List<ServeEvent> events() {
        try {
            return simulator.wireMock().getAllServeEvents();
        } catch (RequestJournalDisabledException e) {
            throw new ApiError(409, List.of("This simulator keeps no journal"));
        }
    }
}
