// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.routes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelfreshsales.simulator.Switch;
import io.github.camelfreshsales.simulator.store.CrmAccount;
import io.github.camelfreshsales.simulator.store.Job;
import io.github.camelfreshsales.simulator.store.ResourceType;
import io.github.camelfreshsales.simulator.web.ApiError;
import io.github.camelfreshsales.simulator.web.ApiRequest;
import io.github.camelfreshsales.simulator.web.ApiResponse;
import io.github.camelfreshsales.simulator.web.Call;
import io.github.camelfreshsales.simulator.web.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Upserts up to a hundred records in a job. The call is refused as a whole or taken; items then fail one by one. */
final class BulkUpsertRoutes {

    private static final int MOST_ITEMS = 100;
    private static final String DATA = "data";

    /** An item that can be read. */
    private record Item(Identifier identifier, ObjectNode data) {}

    private final CrmAccount account;
    private final Upserts upserts;

    BulkUpsertRoutes(CrmAccount account) {
        this.account = account;
        this.upserts = new Upserts(account);
    }

    ApiResponse upsert(ResourceType type, Call call) {
        refuseAsAWhole(type);
        JsonNode items = itemsIn(type, call.request());
        List<Job.FailedItem> failures = new ArrayList<>();
        for (int index = 0; index < items.size(); index++) {
            process(type, index, items.get(index)).ifPresent(failures::add);
        }
        Job job = account.jobs().submit(account, items.size() - failures.size(), failures);
        ObjectNode answer = Json.object()
                .put("message", "The " + type.plural() + " are being processed")
                .put("job_status_url", url(job, call.request()));
        return ApiResponse.json(account.has(Switch.BULK_UPSERT_ANSWERS_202) ? 202 : 200, answer);
    }

    private void refuseAsAWhole(ResourceType type) {
        if (account.jobs().isFirstCall() && account.has(Switch.FIRST_BULK_UPSERT_ANSWERS_405)) {
            throw new ApiError(405, List.of("Another bulk operation is in progress"));
        }
        if (type.name().equals("deals") && account.has(Switch.DEALS_WITHOUT_UNIQUE_FIELD)) {
            throw ApiError.badRequest("There is no unique field in deals");
        }
    }

    private static JsonNode itemsIn(ResourceType type, ApiRequest request) {
        JsonNode items = request.json().path(type.plural());
        if (!items.isArray() || items.isEmpty()) {
            throw ApiError.badRequest(type.plural() + " can't be empty");
        }
        if (items.size() > MOST_ITEMS) {
            throw ApiError.badRequest("Only " + MOST_ITEMS + " " + type.plural() + " are allowed in one call");
        }
        return items;
    }

    /** What went wrong with the item, if anything. */
    private Optional<Job.FailedItem> process(ResourceType type, int index, JsonNode sent) {
        String name = nameOf(sent);
        try {
            Item item = read(type, sent, name);
            upserts.upsert(type, item.identifier(), item.data(), Set.of());
            return Optional.empty();
        } catch (ApiError refusal) {
            return Optional.of(new Job.FailedItem(index, name, sent, refusal.messages()));
        }
    }

    private Item read(ResourceType type, JsonNode sent, String name) {
        if (name == null || !(sent.get(DATA) instanceof ObjectNode data)) {
            throw ApiError.badRequest("An item must hold exactly one unique attribute, and data");
        }
        if (account.jobs().hasScripts()) {
            account.jobs().scriptedFailure(Json.toMap((ObjectNode) sent)).ifPresent(message -> {
                throw ApiError.badRequest(message);
            });
        }
        Identifier identifier = Identifier.of(name, sent.get(name), identifiers(type));
        return new Item(identifier, account.has(Switch.BULK_DROPS_CONTACT_LINKS) ? withoutLinks(data) : data);
    }

    /** The only attribute beside {@code data}; null when there is none or more than one. */
    private static String nameOf(JsonNode item) {
        String name = null;
        for (Iterator<String> names = item.fieldNames(); names.hasNext(); ) {
            String one = names.next();
            if (!one.equals(DATA)) {
                if (name != null) {
                    return null;
                }
                name = one;
            }
        }
        return name;
    }

    private static ObjectNode withoutLinks(ObjectNode data) {
        return data.deepCopy().without(List.of("contacts_added_list", "contacts_removed_list"));
    }

    /** Only in a bulk call a deal is known by its name. */
    private static Set<String> identifiers(ResourceType type) {
        Set<String> known = UpsertRoutes.identifiers(type);
        if (!type.name().equals("deals")) {
            return known;
        }
        Set<String> more = new HashSet<>(known);
        more.add("name");
        return more;
    }

    private String url(Job job, ApiRequest request) {
        String path = account.settings().apiRoot() + "/job_statuses/" + job.id();
        return account.has(Switch.JOB_URL_RELATIVE) ? path : request.origin() + path;
    }
}
