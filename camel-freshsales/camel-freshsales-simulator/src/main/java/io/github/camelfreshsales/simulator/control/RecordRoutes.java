// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.control;

import io.github.camelfreshsales.simulator.store.CrmAccount;
import io.github.camelfreshsales.simulator.store.ResourceType;
import io.github.camelfreshsales.simulator.web.ApiError;
import io.github.camelfreshsales.simulator.web.ApiRequest;
import io.github.camelfreshsales.simulator.web.ApiResponse;
import io.github.camelfreshsales.simulator.web.Call;
import java.util.List;
import java.util.function.Supplier;

/** The records as a table, searched, sorted and in pages. None of this is a request to the account. */
final class RecordRoutes {

    private static final int MOST_ROWS = 500;

    private final Supplier<CrmAccount> account;

    RecordRoutes(Supplier<CrmAccount> account) {
        this.account = account;
    }

    void addTo(ControlApi api) {
        api.add(
                "GET",
                "records/{resource}",
                "a table of records; q, sort, order, page, per_page and deleted=true as parameters",
                this::table);
        api.add("GET", "records/{resource}/{id}", "one record with all its attributes", this::one);
    }

    private ApiResponse table(Call call) {
        ApiRequest request = call.request();
        RecordTable table = new RecordTable(
                account.get(), type(call), "true".equals(request.query().get("deleted")));
        return ApiResponse.ok(table.page(
                request.parameter("q").orElse("").strip(),
                request.parameter("sort").orElse("id"),
                !"asc".equals(request.query().get("order")),
                Numbers.parameter(request, "page", 1, 1, Integer.MAX_VALUE),
                Numbers.parameter(request, "per_page", 25, 1, MOST_ROWS)));
    }

    private ApiResponse one(Call call) {
        ResourceType type = type(call);
        CrmAccount current = account.get();
        return current.store(type.name())
                .find(call.id())
                .map(record -> ApiResponse.ok(current.view().renderAll(type, record)))
                .orElseThrow(() -> new ApiError(404, List.of("No record of " + type.name() + " has this id")));
    }

    private ResourceType type(Call call) {
        return account.get()
                .type(call.variable("resource"))
                .orElseThrow(() -> new ApiError(
                        404,
                        List.of("No resource " + call.variable("resource") + "; "
                                + Nearest.hint(
                                        call.variable("resource"),
                                        account.get().types().stream()
                                                .map(ResourceType::name)
                                                .toList()))));
    }
}
