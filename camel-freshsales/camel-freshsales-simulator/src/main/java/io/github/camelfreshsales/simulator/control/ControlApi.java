// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelfreshsales.simulator.FreshsalesSimulator;
import io.github.camelfreshsales.simulator.store.CrmAccount;
import io.github.camelfreshsales.simulator.web.ApiError;
import io.github.camelfreshsales.simulator.web.ApiHandler;
import io.github.camelfreshsales.simulator.web.ApiRequest;
import io.github.camelfreshsales.simulator.web.ApiResponse;
import io.github.camelfreshsales.simulator.web.Call;
import io.github.camelfreshsales.simulator.web.Json;
import io.github.camelfreshsales.simulator.web.Router;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** The simulator's own paths, below {@code /simulator}: everything that the page does, for programs. */
public final class ControlApi implements ApiHandler {

    /** One path and what it is for, as the index shows it. */
    record Row(String method, String path, String purpose) {}

    private final Router router = new Router();
    private final List<Row> rows = new ArrayList<>();

    /** @param account gives the account as it is now, since a reset or a load replaces it */
    public ControlApi(FreshsalesSimulator simulator, Supplier<CrmAccount> account) {
        add("GET", "", "this list", call -> index(simulator));
        new StateRoutes(simulator, account).addTo(this);
        new RecordRoutes(account).addTo(this);
        new JournalRoutes(simulator).addTo(this);
        new ClockRoutes(simulator).addTo(this);
        new QuotaRoutes(simulator).addTo(this);
        new FaultRoutes(simulator).addTo(this);
        new SwitchRoutes(simulator).addTo(this);
        new JobRoutes(simulator, account).addTo(this);
        new ConfidenceRoutes().addTo(this);
    }

    void add(String method, String path, String purpose, Function<Call, ApiResponse> handler) {
        router.add(method, path, handler);
        rows.add(new Row(method, path.isEmpty() ? "/simulator" : "/simulator/" + path, purpose));
    }

    @Override
    public ApiResponse handle(ApiRequest request) {
        try {
            String method = request.method().equals("HEAD") ? "GET" : request.method();
            ApiResponse answer = router.route(withMethod(request, method), request.path());
            return answer == null
                    ? error(
                            404,
                            "There is no " + method + " /simulator/" + request.path()
                                    + ", and GET /simulator lists what there is")
                    : answer;
        } catch (ApiError e) {
            return error(e.status(), String.join("; ", e.messages()));
        } catch (IllegalArgumentException e) {
            return error(400, e.getMessage());
        } catch (RuntimeException e) {
            return error(
                    500, "This could not be done, and should not have been possible to ask for: " + e.getMessage());
        }
    }

    static ApiResponse error(int status, String message) {
        return ApiResponse.json(status, Json.object().put("error", message));
    }

    private static ApiRequest withMethod(ApiRequest request, String method) {
        return new ApiRequest(
                method,
                request.path(),
                request.query(),
                request.header(),
                request.body(),
                request.parts(),
                request.origin());
    }

    private ApiResponse index(FreshsalesSimulator simulator) {
        ObjectNode index = Json.object()
                .put("name", "Freshsales simulator")
                .put("domain", simulator.domain())
                .put("apiRoot", simulator.apiRoot())
                .put("page", simulator.pageUrl());
        rows.forEach(row -> index.withArray("paths")
                .addObject()
                .put("method", row.method())
                .put("path", row.path())
                .put("purpose", row.purpose()));
        return ApiResponse.ok(index);
    }
}
