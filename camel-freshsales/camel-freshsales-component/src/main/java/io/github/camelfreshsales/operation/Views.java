// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.operation;

import io.github.camelfreshsales.http.Expected;
import io.github.camelfreshsales.http.PathSegments;
import io.github.camelfreshsales.http.Request;
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
        return Requests.to(call, "GET", resource.pathTo("filters"))
                .expect(Expected.list("filters"))
                .build();
    }

    /** The id of the view that the options mean. What the message brings wins over the endpoint's, also by the other name. */
    static String idFor(OperationCall call, Session session, Resource resource) {
        String id = call.get(Option.VIEW_ID);
        String name = call.get(Option.VIEW_NAME);
        boolean nameWins = call.options().isFromMessage(Option.VIEW_NAME)
                && !call.options().isFromMessage(Option.VIEW_ID);
        if (isGiven(id) && !(nameWins && isGiven(name))) {
            return PathSegments.one("viewId", id);
        }
        return isGiven(name) ? namedView(call, session, resource, name) : defaultView(call, session, resource);
    }

    private static boolean isGiven(String text) {
        return text != null && !text.isBlank();
    }

    private static String defaultView(OperationCall call, Session session, Resource resource) {
        List<Object> views = views(call, session, resource, null).rows();
        return find(views, view -> Boolean.TRUE.equals(view.get("is_default")))
                .orElseThrow(() -> new IllegalArgumentException("The account has no default view of " + resource.name()
                        + ". Name one in viewName or viewId; there are " + listed(views)));
    }

    private static String namedView(OperationCall call, Session session, Resource resource, String name) {
        Predicate<Map<?, ?>> hasName = view -> name.equals(view.get("name"));
        // a name that is missing may have been made since the views were asked for
        List<Object> views = views(call, session, resource, hasName).rows();
        return find(views, hasName)
                .orElseThrow(() -> new IllegalArgumentException("The account has no view of " + resource.name()
                        + " with the name " + name + "; there are " + listed(views)));
    }

    private static Page views(OperationCall call, Session session, Resource resource, Predicate<Map<?, ?>> wanted) {
        Request request = request(call, resource);
        Predicate<Object> isOutOfDate = content -> wanted != null
                && find(Page.of(request.expected(), content).rows(), wanted).isEmpty();
        Object content = session.account()
                .metadata()
                .get(call, session, request, isOutOfDate)
                .content();
        return Page.of(request.expected(), content);
    }

    private static Optional<String> find(List<Object> views, Predicate<Map<?, ?>> wanted) {
        return views.stream()
                .filter(view -> view instanceof Map<?, ?> map && map.get("id") != null && wanted.test(map))
                .map(view -> PathSegments.one("view id", RecordIds.text("view id", ((Map<?, ?>) view).get("id"))))
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
