// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.routes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelfreshsales.simulator.store.CrmAccount;
import io.github.camelfreshsales.simulator.store.ResourceType;
import io.github.camelfreshsales.simulator.store.Sideloads;
import io.github.camelfreshsales.simulator.store.StoredDocument;
import io.github.camelfreshsales.simulator.store.StoredRecord;
import io.github.camelfreshsales.simulator.web.ApiResponse;
import io.github.camelfreshsales.simulator.web.Call;
import io.github.camelfreshsales.simulator.web.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What belongs to one record: notes, contacts, files, its timeline and its products. */
final class RelatedRoutes {

    private static final List<String> ON_THE_TIMELINE = List.of("notes", "tasks", "appointments", "sales_activities");

    private final CrmAccount account;
    private final Replies replies;

    RelatedRoutes(CrmAccount account, Replies replies) {
        this.account = account;
        this.replies = replies;
    }

    ApiResponse notes(ResourceType type, Call call) {
        return hangingOn("notes", type, call);
    }

    /** Records of one kind whose target the record is. */
    ApiResponse hangingOn(String kind, ResourceType type, Call call) {
        List<StoredRecord> found = new Sideloads(account).hangingOn(kind, type, record(type, call));
        return page(kind, found, call);
    }

    ApiResponse contacts(ResourceType type, Call call) {
        return page("contacts", new Sideloads(account).contactsOf(type, record(type, call)), call);
    }

    ApiResponse activities(ResourceType type, Call call) {
        return timeline("activities", type, call);
    }

    ApiResponse timelineFeeds(ResourceType type, Call call) {
        return timeline("timeline_feeds", type, call);
    }

    /** E-mails are not simulated: there are none. */
    ApiResponse conversations(ResourceType type, Call call) {
        record(type, call);
        ObjectNode answer = Json.object();
        answer.putArray("email_conversations");
        return ApiResponse.ok(answer);
    }

    ApiResponse relatedProducts(ResourceType type, Call call) {
        JsonNode products = record(type, call).get("products");
        return ApiResponse.ok(Json.object().set("products", products.isNull() ? Json.array() : products));
    }

    ApiResponse documentAssociations(ResourceType type, Call call) {
        List<StoredDocument> all =
                account.documents().of(type.model(), record(type, call).id());
        Page page = Page.of(call.request());
        ObjectNode answer = Json.object();
        ArrayNode associations = answer.putArray("document_associations");
        ArrayNode files = answer.putArray("documents");
        ArrayNode links = answer.putArray("document_links");
        page.positions(all.size(), account).mapToObj(all::get).forEach(one -> {
            associations
                    .addObject()
                    .put("id", one.id())
                    .put("is_shared", one.shared())
                    .put("document_type", one.isLink() ? "DocumentLink" : "Document")
                    .put(one.isLink() ? "document_link_id" : "document_id", one.id());
            (one.isLink() ? links : files).add(node(one));
        });
        return ApiResponse.ok(answer.set("meta", MetaForm.TOTAL_PAGES_CAMEL.node(page, all.size(), account)));
    }

    private static ObjectNode node(StoredDocument one) {
        ObjectNode node = Json.object().put("id", one.id()).put("name", one.fileName());
        return one.isLink()
                ? node.put("url", one.link())
                : node.put("content_type", one.contentType()).put("size", one.content().length);
    }

    private ApiResponse page(String kind, List<StoredRecord> found, Call call) {
        long[] ids = found.stream().mapToLong(StoredRecord::id).toArray();
        return replies.page(account.type(kind).orElseThrow(), ids, call.request(), MetaForm.PAGES_AND_TOTAL);
    }

    /** What happened around the record, latest first. */
    private ApiResponse timeline(String key, ResourceType type, Call call) {
        StoredRecord record = record(type, call);
        List<ObjectNode> events = new ArrayList<>();
        for (String kind : ON_THE_TIMELINE) {
            new Sideloads(account)
                    .hangingOn(kind, type, record)
                    .forEach(one -> events.add(event(account.type(kind).orElseThrow(), one, type, record)));
        }
        events.sort(Comparator.comparing((ObjectNode event) -> event.get("id").asText())
                .reversed());

        Page page = Page.of(call.request());
        ObjectNode answer = Json.object();
        ArrayNode shown = answer.putArray(key);
        page.positions(events.size(), account).mapToObj(events::get).forEach(shown::add);
        addUsers(call.request().include(), answer);
        return ApiResponse.ok(answer.set("meta", MetaForm.HAS_NEXT.node(page, events.size(), account)));
    }

    private void addUsers(Set<String> include, ObjectNode answer) {
        if (include.contains("user")) {
            answer.putArray("users")
                    .add(account.selectors().items("owners").orElseThrow().get(0));
        }
    }

    private ObjectNode event(ResourceType kind, StoredRecord one, ResourceType type, StoredRecord target) {
        return Json.object()
                .put("id", String.valueOf(one.id()))
                .put("composite_id", kind.singular() + "_" + one.id())
                .put("action_type", kind.singular().toUpperCase(Locale.ROOT) + "_CREATED")
                .<ObjectNode>set("action_data", account.view().render(kind, one, Set.of()))
                .put("actionable_type", kind.model())
                .put("actionable_id", one.id())
                .put("targetable_type", type.model())
                .put("targetable_id", target.id())
                .<ObjectNode>set(
                        "targetable_name", account.view().partial(type, target).get("name"))
                .put("user_activity", true)
                .put("created_at", account.view().time(one.createdAt()));
    }

    private StoredRecord record(ResourceType type, Call call) {
        return account.store(type.name()).get(call.id());
    }
}
