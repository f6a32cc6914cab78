// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.routes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.camelfreshsales.simulator.Switch;
import io.github.camelfreshsales.simulator.store.CrmAccount;
import io.github.camelfreshsales.simulator.store.RecordFilter;
import io.github.camelfreshsales.simulator.store.RecordView;
import io.github.camelfreshsales.simulator.store.ResourceType;
import io.github.camelfreshsales.simulator.store.Sort;
import io.github.camelfreshsales.simulator.store.StoredRecord;
import io.github.camelfreshsales.simulator.store.Timestamps;
import io.github.camelfreshsales.simulator.store.Views;
import io.github.camelfreshsales.simulator.web.ApiError;
import io.github.camelfreshsales.simulator.web.ApiRequest;
import io.github.camelfreshsales.simulator.web.ApiResponse;
import io.github.camelfreshsales.simulator.web.Call;
import io.github.camelfreshsales.simulator.web.Json;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The lists: by view, by named filter, or plain. */
final class ListRoutes {

    private final CrmAccount account;
    private final Replies replies;

    ListRoutes(CrmAccount account, Replies replies) {
        this.account = account;
        this.replies = replies;
    }

    ApiResponse views(ResourceType type, Call call) {
        List<Views.View> views = account.views().of(type.name());
        ArrayNode filters = Json.array();
        views.forEach(view -> filters.add(node(type, view)));
        ObjectNode answer = Json.object().set("filters", filters);
        return ApiResponse.ok(
                answer.set("meta", Json.object().put("total_pages", 1).put("total", views.size())));
    }

    ApiResponse view(ResourceType type, Call call) {
        Views.View view = account.views().find(type.name(), call.id()).orElseThrow(ApiError::notFound);
        long[] ids = account.listings()
                .ids(type, "view " + view.id(), RecordFilter.of(view.filter()), sortOf(call.request()));
        MetaForm meta = type.name().equals("deals") ? MetaForm.TOTAL : MetaForm.PAGES_AND_TOTAL;
        Set<String> include = call.request().include();
        return replies.page(type, ids, Page.of(call.request()), include, meta, record -> account.view()
                .render(type, record, include)
                .put("mcr_id", RecordView.mcrId(record)));
    }

    ApiResponse plain(ResourceType type, Call call) {
        Sort sort = account.has(Switch.PLAIN_LISTS_IGNORE_SORT) ? Sort.BY_ID : sortOf(call.request());
        long[] ids = account.listings().live(type, sort);
        return replies.page(type, ids, call.request(), MetaForm.PAGES_AND_TOTAL);
    }

    ApiResponse filtered(ResourceType type, Call call) {
        String filter = call.request().parameter("filter").orElse("all");
        Instant now = account.now();
        Predicate<StoredRecord> predicate =
                type.name().equals("tasks") ? taskFilter(filter, now) : pastOrNot(filter, now);
        Sort order = type.name().equals("tasks")
                ? new Sort("due_date", false)
                : new Sort("end_date", filter.equals("past") || filter.equals("complete"));
        long[] ids = account.listings().ids(type, filter + " at " + now, RecordFilter.uniform(predicate), order);
        return replies.page(type, ids, call.request(), MetaForm.TOTAL);
    }

    /** The contacts of a marketing list. */
    ApiResponse inList(Call call) {
        account.store("lists").get(call.id());
        long[] ids = account.memberships().contacts(call.id()).stream()
                .mapToLong(Long::longValue)
                .toArray();
        ResourceType contacts = account.type("contacts").orElseThrow();
        return replies.page(contacts, ids, call.request(), MetaForm.PAGES_AND_TOTAL);
    }

    private static Sort sortOf(ApiRequest request) {
        return Sort.of(
                request.parameter("sort").orElse(""),
                request.parameter("sort_type").orElse(""));
    }

    private ObjectNode node(ResourceType type, Views.View view) {
        JsonNode user = account.selectors().items("owners").orElseThrow().get(0);
        return Json.object()
                .put("id", view.id())
                .put("name", view.name())
                .put("model_class_name", type.model())
                .<ObjectNode>set("user_id", user.get("id"))
                .put("is_default", view.isDefault())
                .put("is_public", true)
                .put("updated_at", account.view().time(Instant.parse("2024-01-02T08:04:05Z")))
                .<ObjectNode>set("user_name", user.get("display_name"))
                .set("current_user_permissions", Json.array().add("read"));
    }

    private static Predicate<StoredRecord> taskFilter(String filter, Instant now) {
        Predicate<StoredRecord> open = task -> task.get("status").asInt() == 0;
        return switch (filter) {
            case "all" -> task -> true;
            case "open" -> open;
            case "completed" -> open.negate();
            case "overdue" -> open.and(task -> time(task, "due_date").isBefore(now));
            case "due_today" -> open.and(task -> daysAhead(task, now) == 0);
            case "due_tomorrow" -> open.and(task -> daysAhead(task, now) == 1);
            default -> throw unknown(filter);
        };
    }

    private static Predicate<StoredRecord> pastOrNot(String filter, Instant now) {
        Predicate<StoredRecord> past =
                appointment -> time(appointment, "end_date").isBefore(now);
        return switch (filter) {
            case "all" -> appointment -> true;
            case "past", "complete" -> past;
            case "upcoming", "open" -> past.negate();
            default -> throw unknown(filter);
        };
    }

    private static ApiError unknown(String filter) {
        return ApiError.badRequest("The filter " + filter + " is not valid");
    }

    private static long daysAhead(StoredRecord task, Instant now) {
        return Timestamps.day(time(task, "due_date")) - Timestamps.day(now);
    }

    /** A record without the time counts as one of long ago. */
    private static Instant time(StoredRecord record, String attribute) {
        return record.get(attribute) instanceof TextNode text ? Instant.parse(text.textValue()) : Instant.EPOCH;
    }
}
