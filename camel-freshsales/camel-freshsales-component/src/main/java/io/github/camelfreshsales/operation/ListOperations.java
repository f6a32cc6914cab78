package io.github.camelfreshsales.operation;

import io.github.camelfreshsales.http.PathSegments;
import io.github.camelfreshsales.resource.Listing;
import io.github.camelfreshsales.resource.Resource;
import java.util.ArrayList;
import java.util.List;

/** The operations that read lists: {@code list} and {@code related}. */
final class ListOperations {

    private ListOperations() {}

    static OperationResult list(OperationCall call) {
        Resource resource = call.resource();
        int perPage = Paging.perPage(call);
        Paging.firstPage(call);
        List<String> path = path(call, resource);
        String filter = resource.listing() == Listing.FILTER ? filter(call, resource) : call.get(Option.FILTER);
        return new Paging(
                        call,
                        page -> Requests.to(call, "GET", path)
                                .query("filter", filter)
                                .query("page", page)
                                .query("per_page", perPage)
                                .query("sort", call.get(Option.SORT))
                                .query("sort_type", call.get(Option.SORT_TYPE))
                                .query("include", call.get(Option.INCLUDE))
                                .build(),
                        resource.listKey(),
                        perPage)
                .fetch();
    }

    private static List<String> path(OperationCall call, Resource resource) {
        String listId = call.get(Option.LIST_ID);
        if (listId != null) {
            if (!resource.name().equals("contacts")) {
                throw new IllegalArgumentException("The option listId lists the contacts of a marketing list, not "
                        + resource.name() + "; use resourceType=contacts");
            }
            return resource.pathTo("lists", PathSegments.one("listId", listId));
        }
        return resource.listing() == Listing.VIEW
                ? resource.pathTo("view", Views.idFor(call, resource))
                : resource.path();
    }

    private static String filter(OperationCall call, Resource resource) {
        String filter = call.get(Option.FILTER);
        return filter == null ? resource.defaultFilter() : filter;
    }

    static OperationResult related(OperationCall call) {
        Resource resource = call.resource();
        String id = PathSegments.one("recordId", call.require(Option.RECORD_ID));
        List<String> relation = PathSegments.split("relation", call.require(Option.RELATION));
        List<String> path = new ArrayList<>(resource.pathOf(id));
        path.addAll(relation);
        int perPage = Paging.perPage(call);
        return new Paging(
                        call,
                        page -> Requests.to(call, "GET", path)
                                .query("page", page)
                                .query("per_page", perPage)
                                .query("sort", call.get(Option.SORT))
                                .query("sort_type", call.get(Option.SORT_TYPE))
                                .query("include", call.get(Option.INCLUDE))
                                .build(),
                        relation.get(relation.size() - 1),
                        perPage)
                .fetch();
    }
}
