// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.operation;

import io.github.camelfreshsales.ContentFormat;
import io.github.camelfreshsales.FreshsalesOperation;
import io.github.camelfreshsales.content.Document;
import io.github.camelfreshsales.content.RequestBody;
import io.github.camelfreshsales.http.NameValue;
import io.github.camelfreshsales.http.Purpose;
import io.github.camelfreshsales.http.Request;
import io.github.camelfreshsales.http.RequestPath;
import java.util.List;
import java.util.Map;

/** Builds requests with the options of every operation: custom headers, extra parameters, the format. */
final class Requests {

    private Requests() {}

    static Request.Builder to(OperationCall call, String method, List<String> path) {
        return withOptions(call, Request.to(method, path));
    }

    static Request.Builder to(OperationCall call, String method, RequestPath place) {
        return withOptions(call, Request.to(method, place));
    }

    /**
     * A request for what an account has set up, the same for all calls: without what their queries have.
     *
     * @param operation what it is counted as
     */
    static Request.Builder forMetadata(OperationCall call, FreshsalesOperation operation, List<String> path) {
        Purpose purpose = new Purpose(operation, call.purpose().resourceType());
        return Request.to("GET", path).headers(headers(call)).countedAs(purpose);
    }

    private static Request.Builder withOptions(OperationCall call, Request.Builder request) {
        return request.headers(headers(call))
                .query(call.options().queryParameters())
                .countedAs(call.purpose());
    }

    private static List<NameValue> headers(OperationCall call) {
        List<NameValue> headers = call.options().httpHeaders();
        return headers.isEmpty()
                ? headers
                : headers.stream().filter(header -> !isContentType(header)).toList();
    }

    /** The document in the format that the options ask for. */
    static RequestBody body(OperationCall call, Session session, Document document) {
        ContentFormat format = call.get(Option.CONTENT_FORMAT);
        return session.account()
                .writers()
                .write(format, document, call.options().contentType());
    }

    /** JSON of the component's own making. */
    static RequestBody json(Session session, Map<String, Object> content) {
        return session.account().writers().write(ContentFormat.json, new Document(content, null, null, null), null);
    }

    /** A Content-Type among the custom headers is meant as the media type of the body. */
    private static boolean isContentType(NameValue header) {
        return header.name().equalsIgnoreCase("Content-Type");
    }
}
