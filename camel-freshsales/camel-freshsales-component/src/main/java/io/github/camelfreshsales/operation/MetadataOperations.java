// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.operation;

import io.github.camelfreshsales.OutputFormat;
import io.github.camelfreshsales.fields.RecordSchema;
import io.github.camelfreshsales.http.Expected;
import io.github.camelfreshsales.http.PathSegments;
import io.github.camelfreshsales.http.Request;
import io.github.camelfreshsales.resource.Resource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What an account is made of: views, fields, selectors. All of it is kept for a while. */
final class MetadataOperations {

    private MetadataOperations() {}

    static OperationResult views(OperationCall call, Session session) {
        return rows(call, session, Views.request(call, call.resource()), page -> page);
    }

    static OperationResult fields(OperationCall call, Session session) {
        Resource resource = call.resource();
        Request request = Requests.to(call, "GET", fieldsPath(resource))
                .query("include", call.get(Option.INCLUDE))
                .expect(expectedFields(resource))
                .build();
        return rows(call, session, request, resource.isCustomModule() ? MetadataOperations::flattened : page -> page);
    }

    /** The fields of a custom module stand in its forms. */
    static List<String> fieldsPath(Resource resource) {
        return List.of("settings", resource.name(), fieldsKey(resource));
    }

    static Expected expectedFields(Resource resource) {
        return resource.expectedList(fieldsKey(resource));
    }

    private static String fieldsKey(Resource resource) {
        return resource.isCustomModule() ? "forms" : "fields";
    }

    /** A JSON Schema of the resource, made of its fields. */
    static OperationResult schema(OperationCall call, Session session) {
        CallMetadata metadata = new CallMetadata(call, session, call.resource());
        if (call.get(Option.DRY_RUN)) {
            return DryRun.describe(session.account(), metadata.catalog().request());
        }
        Map<String, Object> schema = RecordSchema.of(metadata.fields());
        return new OperationResult(ResultFormat.made(call, session, schema), ResultFormat.headersOfMany(session));
    }

    /** The fields of a custom module stand in the sections of its forms. */
    private static Page flattened(Page forms) {
        List<Object> fields = new ArrayList<>();
        forms.rows().forEach(form -> collect(form, fields));
        return new Page(forms.whole(), fields, forms.sideloads(), null, null, null);
    }

    private static void collect(Object node, List<Object> fields) {
        if (node instanceof Map<?, ?> map && map.get("fields") instanceof List<?> inner) {
            inner.forEach(child -> collect(child, fields));
        } else {
            fields.add(node);
        }
    }

    static OperationResult selector(OperationCall call, Session session) {
        List<String> path = new ArrayList<>(List.of("selector"));
        path.addAll(PathSegments.split("selectorName", call.require(Option.SELECTOR_NAME)));
        Request request = Requests.to(call, "GET", path)
                .expect(Expected.onlyList(path.get(path.size() - 1)))
                .build();
        return rows(call, session, request, page -> page);
    }

    private static OperationResult rows(
            OperationCall call, Session session, Request request, UnaryOperator<Page> reading) {
        if (call.get(Option.DRY_RUN)) {
            return DryRun.describe(session.account(), request);
        }
        Metadata.Content found = session.account().metadata().get(call, session, request);
        Map<String, Object> headers = new LinkedHashMap<>(ResultFormat.headers(found.response()));
        if (call.get(Option.OUTPUT_FORMAT) == OutputFormat.raw) {
            return new OperationResult(found.response().body().clone(), headers);
        }
        try {
            Page page = reading.apply(Page.of(request.expected(), found.content()));
            Object body = call.get(Option.UNWRAP)
                    ? ResultFormat.rows(call, session, page.rows())
                    : ResultFormat.format(call, session, page.whole());
            return new OperationResult(body, headers);
        } catch (ResponseMisfitException e) {
            throw Failures.misfit(call, session, request, found.response(), e);
        }
    }
}
