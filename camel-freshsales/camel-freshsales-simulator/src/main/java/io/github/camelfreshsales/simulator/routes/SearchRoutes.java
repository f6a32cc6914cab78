// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.routes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelfreshsales.simulator.store.CrmAccount;
import io.github.camelfreshsales.simulator.store.Feature;
import io.github.camelfreshsales.simulator.store.FilterRule;
import io.github.camelfreshsales.simulator.store.RecordStore;
import io.github.camelfreshsales.simulator.store.RecordValues;
import io.github.camelfreshsales.simulator.store.RecordView;
import io.github.camelfreshsales.simulator.store.ResourceType;
import io.github.camelfreshsales.simulator.store.RulesFilter;
import io.github.camelfreshsales.simulator.store.Sort;
import io.github.camelfreshsales.simulator.store.StoredRecord;
import io.github.camelfreshsales.simulator.store.TextFilter;
import io.github.camelfreshsales.simulator.web.ApiError;
import io.github.camelfreshsales.simulator.web.ApiRequest;
import io.github.camelfreshsales.simulator.web.ApiResponse;
import io.github.camelfreshsales.simulator.web.Call;
import io.github.camelfreshsales.simulator.web.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;

/** Search over everything, and lookup by one attribute. Neither finds what is in the Recycle Bin. */
final class SearchRoutes {

    private static final int MOST_FOUND_BY_LOOKUP = 10;

    /** What was found of one entity, and how its short rows are made. */
    private record Hits(int count, IntFunction<ObjectNode> row) {}

    private final CrmAccount account;
    private final RecordValues values;

    SearchRoutes(CrmAccount account) {
        this.account = account;
        this.values = account.listings().values();
    }

    /** Answers a bare array. Only the hits of the page are made. */
    ApiResponse search(Call call) {
        String wanted = required(call.request(), "q");
        List<Hits> found = new ArrayList<>();
        for (String entity : ApiRequest.words(required(call.request(), "include"))) {
            found.add(entity.equals("user") ? users(wanted) : records(searchable(entity), wanted));
        }
        int total = found.stream().mapToInt(Hits::count).sum();
        ArrayNode page = Json.array();
        Page.of(call.request()).positions(total, account).forEach(at -> page.add(hitAt(at, found)));
        return ApiResponse.ok(page);
    }

    /** Answers one doubly nested block an entity; only a primary e-mail address counts. */
    ApiResponse lookup(Call call) {
        String wanted = required(call.request(), "q");
        String attribute = required(call.request(), "f");
        ObjectNode answer = Json.object();
        for (String entity : ApiRequest.words(required(call.request(), "entities"))) {
            ResourceType type = searchable(entity);
            if (!values.knows(type, attribute)) {
                throw ApiError.badRequest("The field " + attribute + " is not valid for " + entity);
            }
            RecordStore store = account.store(type.name());
            ArrayNode found = Json.array();
            Arrays.stream(idsWith(type, attribute, wanted))
                    .mapToObj(store::find)
                    .flatMap(Optional::stream)
                    .limit(MOST_FOUND_BY_LOOKUP)
                    .forEach(record -> found.add(
                            account.view().render(type, record, call.request().include())));
            ObjectNode block = Json.object().set(type.plural(), found);
            answer.set(type.plural(), block.set("meta", Json.object().put("total", found.size())));
        }
        return ApiResponse.ok(answer);
    }

    private ResourceType searchable(String entity) {
        return account.entity(entity)
                .filter(type -> type.supports(Feature.SEARCH))
                .orElseThrow(() -> ApiError.badRequest("The entity " + entity + " is not valid"));
    }

    private long[] idsWith(ResourceType type, String attribute, String wanted) {
        List<FilterRule> rule = List.of(FilterRule.is(attribute, wanted.strip()));
        RulesFilter filter = new RulesFilter(type, rule, values, Instant.MAX);
        return account.listings().ids(type, "lookup " + rule, filter, Sort.BY_ID);
    }

    private Hits records(ResourceType type, String wanted) {
        RecordStore store = account.store(type.name());
        TextFilter filter = new TextFilter(type, values, wanted);
        long[] ids = account.listings().ids(type, "text " + wanted, filter, Sort.BY_ID);
        return new Hits(ids.length, at -> hit(type, store.get(ids[at])));
    }

    private Hits users(String wanted) {
        List<ObjectNode> users = new ArrayList<>();
        for (JsonNode user : account.selectors().items("owners").orElseThrow()) {
            String name = user.get("display_name").asText();
            if (name.toLowerCase(Locale.ROOT).contains(wanted.toLowerCase(Locale.ROOT))) {
                users.add(Json.object()
                        .put("id", user.get("id").asText())
                        .put("type", "user")
                        .put("name", name)
                        .set("email", user.get("email")));
            }
        }
        return new Hits(users.size(), users::get);
    }

    private static ObjectNode hitAt(int position, List<Hits> found) {
        int at = position;
        for (Hits hits : found) {
            if (at < hits.count()) {
                return hits.row().apply(at);
            }
            at -= hits.count();
        }
        throw new IllegalStateException("There is no hit " + position);
    }

    /** The short row of a search, whose id is a string. */
    private ObjectNode hit(ResourceType type, StoredRecord record) {
        return Json.object()
                .put("id", String.valueOf(record.id()))
                .put("type", type.singular())
                .<ObjectNode>set("name", first(type, record, "display_name"))
                .<ObjectNode>set("email", first(type, record, "email"))
                .putNull("avatar")
                .put("mcr_id", RecordView.mcrId(record))
                .<ObjectNode>set("owner", owner(record))
                .<ObjectNode>set(
                        "record_type_id",
                        type.attributes().get("record_type_id").unset())
                .put("updated_at", account.view().time(record.updatedAt()))
                .<ObjectNode>set("country", record.get("country"))
                .<ObjectNode>set("website", record.get("website"))
                .set("primary_sales_account_name", first(type, record, "company_name"));
    }

    private JsonNode owner(StoredRecord record) {
        return account.selectors()
                .find("owners", record.reference("owner_id"))
                .<JsonNode>map(user ->
                        Json.object().<ObjectNode>set("id", user.get("id")).set("name", user.get("display_name")))
                .orElse(NullNode.getInstance());
    }

    private JsonNode first(ResourceType type, StoredRecord record, String name) {
        List<JsonNode> all = values.of(type, record, name);
        return all.isEmpty() ? NullNode.getInstance() : all.get(0);
    }

    private static String required(ApiRequest request, String name) {
        return request.parameter(name).orElseThrow(() -> ApiError.badRequest("The parameter " + name + " is missing"));
    }
}
