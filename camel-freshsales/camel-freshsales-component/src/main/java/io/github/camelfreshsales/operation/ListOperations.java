// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.operation;

import io.github.camelfreshsales.http.Expected;
import io.github.camelfreshsales.http.PathSegments;
import io.github.camelfreshsales.http.Request;
import io.github.camelfreshsales.resource.Listing;
import io.github.camelfreshsales.resource.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The operations that read lists: {@code list} and {@code related}. */
final class ListOperations {

    /** The relations whose key in a response is known for sure. */
    private static final Set<String> KNOWN_RELATIONS = Set.of(
            "notes",
            "contacts",
            "sales_accounts",
            "deals",
            "leads",
            "tasks",
            "appointments",
            "sales_activities",
            "activities",
            "timeline_feeds");

    private ListOperations() {}

    static OperationResult list(OperationCall call, Session session) {
        Resource resource = call.resource();
        List<String> path = path(call, session, resource);
        String filter = resource.listing() == Listing.FILTER ? filter(call, resource) : call.get(Option.FILTER);
        return Paging.fetch(call, session, (page, perPage) -> page(call, path, filter, page, perPage)
                .expect(resource.expectedList())
                .build());
    }

    private static Request.Builder page(OperationCall call, List<String> path, String filter, int page, int perPage) {
        return Requests.to(call, "GET", path)
                .query("filter", filter)
                .query("page", page)
                .query("per_page", perPage)
                .query("sort", call.get(Option.SORT))
                .query("sort_type", call.get(Option.SORT_TYPE))
                .query("include", call.get(Option.INCLUDE));
    }

    private static List<String> path(OperationCall call, Session session, Resource resource) {
        String listId = call.get(Option.LIST_ID);
        boolean viewWins =
                call.options().isFromMessage(Option.VIEW_ID) || call.options().isFromMessage(Option.VIEW_NAME);
        if (listId != null && (call.options().isFromMessage(Option.LIST_ID) || !viewWins)) {
            if (!resource.name().equals("contacts")) {
                throw new IllegalArgumentException("The option listId lists the contacts of a marketing list, not "
                        + resource.name() + "; use resourceType=contacts");
            }
            return resource.pathTo("lists", PathSegments.one("listId", listId));
        }
        return resource.listing() == Listing.VIEW
                ? resource.pathTo("view", Views.idFor(call, session, resource))
                : resource.path();
    }

    private static String filter(OperationCall call, Resource resource) {
        String filter = call.get(Option.FILTER);
        return filter == null ? resource.defaultFilter() : filter;
    }

    static OperationResult related(OperationCall call, Session session) {
        Resource resource = call.resource();
        String id = PathSegments.one("recordId", call.require(Option.RECORD_ID));
        List<String> relation = PathSegments.split("relation", call.require(Option.RELATION));
        List<String> path = new ArrayList<>(resource.pathOf(id));
        path.addAll(relation);
        String key = relation.get(relation.size() - 1);
        Expected expected = KNOWN_RELATIONS.contains(key) ? resource.expectedList(key) : Expected.onlyList(key);
        return Paging.fetch(call, session, (page, perPage) -> page(call, path, null, page, perPage)
                .expect(expected)
                .build());
    }
}
