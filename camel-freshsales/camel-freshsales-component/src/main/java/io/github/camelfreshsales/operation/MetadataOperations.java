package io.github.camelfreshsales.operation;

import io.github.camelfreshsales.OutputFormat;
import io.github.camelfreshsales.http.PathSegments;
import io.github.camelfreshsales.http.Request;
import io.github.camelfreshsales.http.Response;
import io.github.camelfreshsales.resource.Resource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What an account is made of: views, fields, selectors. All of it is kept for a while. */
final class MetadataOperations {

    private MetadataOperations() {}

    static OperationResult views(OperationCall call) {
        return rows(call, Views.request(call, call.resource()), answer -> Page.of(answer, "filters"));
    }

    static OperationResult fields(OperationCall call) {
        Resource resource = call.resource();
        List<String> path = resource.isCustomModule()
                ? List.of("settings", resource.name(), "forms")
                : List.of("settings", resource.name(), "fields");
        Request request = Requests.to(call, "GET", path)
                .query("include", call.get(Option.INCLUDE))
                .build();
        return rows(
                call,
                request,
                resource.isCustomModule() ? MetadataOperations::flattened : answer -> Page.of(answer, "fields"));
    }

    /** The fields of a custom module stand in the sections of its forms. */
    private static Page flattened(Object answer) {
        Page forms = Page.of(answer, "forms");
        List<Object> fields = new ArrayList<>();
        forms.rows().forEach(form -> collect(form, fields));
        return new Page(answer, fields, forms.sideloads(), null, null, null);
    }

    private static void collect(Object node, List<Object> fields) {
        if (node instanceof Map<?, ?> map && map.get("fields") instanceof List<?> inner) {
            inner.forEach(child -> collect(child, fields));
        } else {
            fields.add(node);
        }
    }

    static OperationResult selector(OperationCall call) {
        List<String> path = new ArrayList<>(List.of("selector"));
        path.addAll(PathSegments.split("selectorName", call.require(Option.SELECTOR_NAME)));
        String last = path.get(path.size() - 1);
        Request request = Requests.to(call, "GET", path).build();
        return rows(call, request, answer -> Page.of(answer, last));
    }

    private static OperationResult rows(OperationCall call, Request request, Function<Object, Page> reading) {
        if (call.get(Option.DRY_RUN)) {
            return DryRun.describe(call, request);
        }
        Response response = call.account().metadata().get(call, request);
        try {
            Map<String, Object> headers = new LinkedHashMap<>(ResponseReader.headers(response));
            if (call.get(Option.OUTPUT_FORMAT) == OutputFormat.raw) {
                return new OperationResult(response.body().clone(), headers);
            }
            Page page = reading.apply(ResponseReader.parse(call, response));
            Object body = call.get(Option.UNWRAP)
                    ? ResponseReader.rows(call, page.rows())
                    : ResponseReader.format(call, page.whole());
            return new OperationResult(body, headers);
        } catch (UnreadableResponseException e) {
            call.account().metadata().forget(call, request);
            throw Failures.unreadable(call, request, response, e);
        }
    }
}
