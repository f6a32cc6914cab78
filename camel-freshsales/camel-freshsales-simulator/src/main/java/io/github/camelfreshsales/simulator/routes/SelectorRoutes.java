// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.routes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelfreshsales.simulator.store.CrmAccount;
import io.github.camelfreshsales.simulator.store.Selectors;
import io.github.camelfreshsales.simulator.web.ApiError;
import io.github.camelfreshsales.simulator.web.ApiResponse;
import io.github.camelfreshsales.simulator.web.Call;
import io.github.camelfreshsales.simulator.web.Json;
import java.util.Set;

/** The selectors. They are not paged. */
final class SelectorRoutes {

    private static final Set<String> CLASSIC_ONLY = Set.of("lead_stages", "lead_reasons");

    private final CrmAccount account;
    private final Selectors selectors;

    SelectorRoutes(CrmAccount account) {
        this.account = account;
        this.selectors = account.selectors();
    }

    ApiResponse items(Call call) {
        String name = call.variable("name");
        if (CLASSIC_ONLY.contains(name) && !account.settings().classic()) {
            throw ApiError.notFound();
        }
        ArrayNode items = selectors.items(name).orElseThrow(ApiError::notFound);
        return switch (name) {
            case "owners" -> answer("users", items);
            case "deal_pipelines" -> answer(name, withStages(items));
            default -> answer(name, items);
        };
    }

    ApiResponse stagesOfPipeline(Call call) {
        return answer("deal_stages", selectors.where("deal_stages", "deal_pipeline_id", call.id()));
    }

    ApiResponse outcomesOfType(Call call) {
        return answer(
                "sales_activity_outcomes",
                selectors.where("sales_activity_outcomes", "sales_activity_type_id", call.id()));
    }

    private ArrayNode withStages(ArrayNode pipelines) {
        ArrayNode complete = Json.array();
        for (JsonNode pipeline : pipelines) {
            ObjectNode copy = pipeline.deepCopy();
            copy.set(
                    "deal_stages",
                    selectors.where(
                            "deal_stages",
                            "deal_pipeline_id",
                            pipeline.get("id").asLong()));
            complete.add(copy);
        }
        return complete;
    }

    private static ApiResponse answer(String key, ArrayNode items) {
        return ApiResponse.ok(Json.object().set(key, items));
    }
}
