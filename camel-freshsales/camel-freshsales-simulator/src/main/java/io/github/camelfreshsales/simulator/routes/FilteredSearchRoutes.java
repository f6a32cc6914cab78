// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.routes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelfreshsales.simulator.Switch;
import io.github.camelfreshsales.simulator.store.CrmAccount;
import io.github.camelfreshsales.simulator.store.Feature;
import io.github.camelfreshsales.simulator.store.FilterRule;
import io.github.camelfreshsales.simulator.store.ResourceType;
import io.github.camelfreshsales.simulator.store.RulesFilter;
import io.github.camelfreshsales.simulator.store.Sort;
import io.github.camelfreshsales.simulator.store.StoredRecord;
import io.github.camelfreshsales.simulator.web.ApiError;
import io.github.camelfreshsales.simulator.web.ApiRequest;
import io.github.camelfreshsales.simulator.web.ApiResponse;
import io.github.camelfreshsales.simulator.web.Call;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Search by rules that must all hold. Its wishes may stand in the body or in the query. */
final class FilteredSearchRoutes {

    private static final int DEFAULT_SIZE = 10;
    private static final int MOST_RULES = 100;

    private final CrmAccount account;
    private final Replies replies;

    FilteredSearchRoutes(CrmAccount account, Replies replies) {
        this.account = account;
        this.replies = replies;
    }

    ApiResponse search(Call call) {
        ResourceType type = account.entity(call.variable("name"))
                .filter(found -> found.supports(Feature.SEARCH))
                .orElseThrow(() -> ApiError.badRequest("The entity " + call.variable("name") + " is not valid"));
        ObjectNode body = call.request().json();
        List<FilterRule> rules = rules(type, body.path("filter_rule"));
        Sort sort = Sort.of(wish(body, call.request(), "sort"), wish(body, call.request(), "sort_type"));
        long[] ids = found(type, rules, sort);
        Set<String> include = ApiRequest.words(wish(body, call.request(), "include"));
        return replies.page(
                type,
                ids,
                Page.of(body, call.request(), DEFAULT_SIZE),
                include,
                MetaForm.TOTAL,
                rendering(type, body, include));
    }

    private long[] found(ResourceType type, List<FilterRule> rules, Sort sort) {
        Instant until = account.searchedUntil();
        RulesFilter filter = new RulesFilter(type, rules, account.listings().values(), until);
        long[] ids = account.listings().ids(type, "rules " + rules + " until " + until, filter, sort);
        return account.has(Switch.SEARCH_ROWS_OUT_OF_ORDER) ? SlightDisorder.of(ids, account.store(type.name())) : ids;
    }

    private Function<StoredRecord, ObjectNode> rendering(ResourceType type, ObjectNode body, Set<String> include) {
        boolean wanted = body.path("detail").asBoolean() || account.has(Switch.FULL_SEARCH_ROWS);
        boolean full = wanted && !account.has(Switch.SEARCH_ROWS_ALWAYS_THIN);
        return record -> full
                ? account.view().render(type, record, include)
                : account.view().thin(type, record);
    }

    private List<FilterRule> rules(ResourceType type, JsonNode sent) {
        if (!sent.isArray()) {
            throw ApiError.badRequest("filter_rule must be an array");
        }
        if (sent.size() > MOST_RULES) {
            throw ApiError.badRequest("Only " + MOST_RULES + " rules are allowed");
        }
        List<FilterRule> rules = new ArrayList<>();
        sent.forEach(rule -> rules.add(rule(type, rule)));
        return rules;
    }

    private FilterRule rule(ResourceType type, JsonNode sent) {
        boolean boundIncluded = account.has(Switch.IS_AFTER_INCLUDES_BOUND);
        FilterRule rule = FilterRule.read(sent, type, account.listings().values(), boundIncluded);
        if (rule.isAboutDeletion() && account.has(Switch.SEARCH_WITHOUT_DELETED)) {
            throw ApiError.badRequest("The attribute " + rule.attribute() + " is not valid");
        }
        return rule;
    }

    private static String wish(ObjectNode body, ApiRequest request, String name) {
        return body.path(name).asText(request.parameter(name).orElse(""));
    }
}
