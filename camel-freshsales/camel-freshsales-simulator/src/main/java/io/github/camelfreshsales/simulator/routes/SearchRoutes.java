package io.github.camelfreshsales.simulator.routes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelfreshsales.simulator.store.CrmAccount;
import io.github.camelfreshsales.simulator.store.Feature;
import io.github.camelfreshsales.simulator.store.RecordStore;
import io.github.camelfreshsales.simulator.store.RecordValues;
import io.github.camelfreshsales.simulator.store.ResourceType;
import io.github.camelfreshsales.simulator.store.Sort;
import io.github.camelfreshsales.simulator.store.StoredRecord;
import io.github.camelfreshsales.simulator.web.Answer;
import io.github.camelfreshsales.simulator.web.ApiError;
import io.github.camelfreshsales.simulator.web.ApiRequest;
import io.github.camelfreshsales.simulator.web.Call;
import io.github.camelfreshsales.simulator.web.Json;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Search over everything, and lookup by one attribute. Neither finds what is in the Recycle Bin. */
final class SearchRoutes {

    private static final List<String> SEARCHED =
            List.of("name", "display_name", "emails", "mobile_number", "work_number", "phone", "website");
    private static final int MOST_FOUND_BY_LOOKUP = 10;

    private final CrmAccount account;
    private final RecordValues values;

    SearchRoutes(CrmAccount account) {
        this.account = account;
        this.values = account.listings().values();
    }

    /** Answers a bare array. */
    Answer search(Call call) {
        String wanted = required(call.request(), "q").toLowerCase(Locale.ROOT);
        ArrayNode hits = Json.array();
        for (String entity : ApiRequest.words(required(call.request(), "include"))) {
            if (entity.equals("user")) {
                addUsers(wanted, hits);
            } else {
                ResourceType type = searchable(entity);
                live(type)
                        .filter(record -> SEARCHED.stream().anyMatch(name -> contains(type, record, name, wanted)))
                        .forEach(record -> hits.add(hit(type, record)));
            }
        }
        return Answer.ok(slice(hits, call.request()));
    }

    /** Answers one doubly nested block an entity; only a primary e-mail address counts. */
    Answer lookup(Call call) {
        String wanted = required(call.request(), "q");
        String attribute = required(call.request(), "f");
        ObjectNode answer = Json.object();
        for (String entity : ApiRequest.words(required(call.request(), "entities"))) {
            ResourceType type = searchable(entity);
            if (!values.knows(type, attribute)) {
                throw ApiError.badRequest("The field " + attribute + " is not valid for " + entity);
            }
            ArrayNode found = Json.array();
            live(type)
                    .filter(record -> equals(type, record, attribute, wanted))
                    .limit(MOST_FOUND_BY_LOOKUP)
                    .forEach(record -> found.add(
                            account.view().render(type, record, call.request().include())));
            ObjectNode block = Json.object().set(type.plural(), found);
            answer.set(type.plural(), block.set("meta", Json.object().put("total", found.size())));
        }
        return Answer.ok(answer);
    }

    private ResourceType searchable(String entity) {
        return account.entity(entity)
                .filter(type -> type.supports(Feature.SEARCH))
                .orElseThrow(() -> ApiError.badRequest("The entity " + entity + " is not valid"));
    }

    private Stream<StoredRecord> live(ResourceType type) {
        RecordStore store = account.store(type.name());
        return Arrays.stream(account.listings().ids(type, "live", record -> !record.deleted(), Sort.BY_ID))
                .mapToObj(store::find)
                .flatMap(Optional::stream);
    }

    private boolean contains(ResourceType type, StoredRecord record, String name, String wanted) {
        return values.of(type, record, name).stream()
                .anyMatch(value -> value.asText("").toLowerCase(Locale.ROOT).contains(wanted));
    }

    private boolean equals(ResourceType type, StoredRecord record, String name, String wanted) {
        return values.of(type, record, name).stream()
                .anyMatch(value -> value.asText().equalsIgnoreCase(wanted.strip()));
    }

    private void addUsers(String wanted, ArrayNode hits) {
        for (JsonNode user : account.selectors().items("owners").orElseThrow()) {
            if (user.get("display_name").asText().toLowerCase(Locale.ROOT).contains(wanted)) {
                hits.addObject()
                        .put("id", user.get("id").asText())
                        .put("type", "user")
                        .put("name", user.get("display_name").asText())
                        .set("email", user.get("email"));
            }
        }
    }

    /** The short row of a search, whose id is a string. */
    private ObjectNode hit(ResourceType type, StoredRecord record) {
        return Json.object()
                .put("id", String.valueOf(record.id()))
                .put("type", type.singular())
                .<ObjectNode>set("name", first(type, record, "display_name"))
                .<ObjectNode>set("email", first(type, record, "email"))
                .putNull("avatar")
                .<ObjectNode>set(
                        "mcr_id", LongNode.valueOf(7_100_000_000_000_000_000L + record.id() % 1_000_000_000_000L))
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

    private ArrayNode slice(ArrayNode hits, ApiRequest request) {
        long[] positions = new long[hits.size()];
        Arrays.setAll(positions, at -> at);
        ArrayNode page = Json.array();
        for (long position : Page.of(request).slice(positions, account)) {
            page.add(hits.get((int) position));
        }
        return page;
    }

    private static String required(ApiRequest request, String name) {
        return request.parameter(name).orElseThrow(() -> ApiError.badRequest("The parameter " + name + " is missing"));
    }
}
