package io.github.camelfreshsales.operation;

import io.github.camelfreshsales.ContentFormat;
import io.github.camelfreshsales.content.Document;
import io.github.camelfreshsales.content.RequestBody;
import io.github.camelfreshsales.http.NameValue;
import io.github.camelfreshsales.http.Request;
import io.github.camelfreshsales.http.RequestPath;
import java.util.List;

/** Builds requests with what every operation takes from the options: custom headers, extra parameters, the format. */
final class Requests {

    private Requests() {}

    static Request.Builder to(OperationCall call, String method, List<String> path) {
        return withOptions(call, Request.to(method, path));
    }

    static Request.Builder to(OperationCall call, String method, RequestPath place) {
        return withOptions(call, Request.to(method, place));
    }

    private static Request.Builder withOptions(OperationCall call, Request.Builder request) {
        List<NameValue> headers = call.httpHeaders();
        if (contentType(headers) != null) {
            headers = headers.stream().filter(header -> !isContentType(header)).toList();
        }
        return request.headers(headers).query(call.queryParameters());
    }

    /** The document in the format that the options ask for. */
    static RequestBody body(OperationCall call, Document document) {
        ContentFormat format = call.get(Option.CONTENT_FORMAT);
        return call.account().writers().write(format, document, contentType(call));
    }

    /** A Content-Type among the custom headers is meant as the media type of the body. */
    private static String contentType(OperationCall call) {
        String option = call.get(Option.CONTENT_TYPE);
        return option == null ? contentType(call.httpHeaders()) : option;
    }

    private static String contentType(List<NameValue> headers) {
        for (NameValue header : headers) {
            if (isContentType(header)) {
                return header.value();
            }
        }
        return null;
    }

    private static boolean isContentType(NameValue header) {
        return header.name().equalsIgnoreCase("Content-Type");
    }
}
