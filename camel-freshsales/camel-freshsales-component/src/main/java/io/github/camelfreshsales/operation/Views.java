package io.github.camelfreshsales.operation;

import io.github.camelfreshsales.http.PathSegments;
import io.github.camelfreshsales.http.Request;
import io.github.camelfreshsales.http.Response;
import io.github.camelfreshsales.resource.Resource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Finds the view to list. The ids differ from account to account, and the names from language to language, so nothing is
 * taken for granted.
 */
final class Views {

    private Views() {}

    static Request request(OperationCall call, Resource resource) {
        return Requests.to(call, "GET", resource.pathTo("filters")).build();
    }

    /** The id of the view that the options mean. */
    static String idFor(OperationCall call, Resource resource) {
        String id = call.get(Option.VIEW_ID);
        if (id != null) {
            return PathSegments.one("viewId", id);
        }
        String name = call.get(Option.VIEW_NAME);
        return name == null ? defaultView(call, resource) : namedView(call, resource, name);
    }

    private static String defaultView(OperationCall call, Resource resource) {
        List<Object> views = all(call, resource);
        return find(views, view -> Boolean.TRUE.equals(view.get("is_default")))
                .orElseThrow(() -> new IllegalArgumentException("The account has no default view of " + resource.name()
                        + ". Name one in viewName or viewId; there are " + listed(views)));
    }

    private static String namedView(OperationCall call, Resource resource, String name) {
        Predicate<Map<?, ?>> hasName = view -> name.equals(view.get("name"));
        Optional<String> known = find(all(call, resource), hasName);
        if (known.isPresent()) {
            return known.get();
        }
        // it may have been made since the views were asked for
        call.account().metadata().forget(call, request(call, resource));
        List<Object> views = all(call, resource);
        return find(views, hasName)
                .orElseThrow(() -> new IllegalArgumentException("The account has no view of " + resource.name()
                        + " with the name " + name + "; there are " + listed(views)));
    }

    private static List<Object> all(OperationCall call, Resource resource) {
        Request request = request(call, resource);
        Response response = call.account().metadata().get(call, request);
        try {
            return Page.of(ResponseReader.parse(call, response), "filters").rows();
        } catch (UnreadableResponseException e) {
            call.account().metadata().forget(call, request);
            throw Failures.unreadable(call, request, response, e);
        }
    }

    private static Optional<String> find(List<Object> views, Predicate<Map<?, ?>> wanted) {
        return views.stream()
                .filter(view -> view instanceof Map<?, ?> map && map.get("id") != null && wanted.test(map))
                .map(view ->
                        PathSegments.one("view id", ((Map<?, ?>) view).get("id").toString()))
                .findFirst();
    }

    private static String listed(List<Object> views) {
        return views.isEmpty()
                ? "none"
                : views.stream()
                        .filter(Map.class::isInstance)
                        .map(view -> ((Map<?, ?>) view).get("name") + " (" + ((Map<?, ?>) view).get("id") + ")")
                        .collect(Collectors.joining(", "));
    }
}
