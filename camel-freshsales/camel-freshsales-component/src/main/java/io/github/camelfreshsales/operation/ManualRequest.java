package io.github.camelfreshsales.operation;

import io.github.camelfreshsales.ContentFormat;
import io.github.camelfreshsales.content.Document;
import io.github.camelfreshsales.content.Records;
import io.github.camelfreshsales.content.RequestBody;
import io.github.camelfreshsales.http.Request;
import io.github.camelfreshsales.http.RequestPath;
import java.util.Locale;
import java.util.Set;

/** The operation {@code request}: any method and path of the account, any format. */
final class ManualRequest {

    private static final Set<String> REPEATABLE = Set.of("GET", "HEAD", "PUT", "DELETE", "OPTIONS");
    private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD", "DELETE", "OPTIONS");
    private static final Set<String> REFUSED = Set.of("CONNECT", "TRACE");

    private ManualRequest() {}

    static OperationResult request(OperationCall call) {
        Object body =
                call.body() instanceof CharSequence text && text.toString().isBlank() ? null : call.body();
        String method = method(call, body);
        RequestPath place = RequestPath.of(call.account().root(), call.require(Option.PATH));
        Boolean repeatable = call.get(Option.REPEATABLE);
        Request request = Requests.to(call, method, place)
                .body(WITHOUT_BODY.contains(method) || body == null ? null : body(call, body))
                .repeatable(repeatable == null ? REPEATABLE.contains(method) : repeatable)
                .build();
        return Sender.exchange(call, request, response -> ResponseReader.whole(call, response));
    }

    private static String method(OperationCall call, Object body) {
        String given = call.get(Option.METHOD);
        if (given == null || given.isBlank()) {
            return body == null ? "GET" : "POST";
        }
        String method = given.trim().toUpperCase(Locale.ROOT);
        if (!method.matches("[A-Z]+") || REFUSED.contains(method)) {
            throw new IllegalArgumentException(
                    "The method is not one that can be sent; use GET, POST, PUT, PATCH, DELETE, HEAD or OPTIONS");
        }
        return method;
    }

    private static RequestBody body(OperationCall call, Object body) {
        if (call.get(Option.CONTENT_FORMAT) == ContentFormat.raw) {
            return Requests.body(call, new Document(body, null, null, null));
        }
        Records records = call.account().reader().read(body);
        Object content = records instanceof Records.One one ? one.record() : ((Records.Many) records).elements();
        return Requests.body(call, new Document(content, null, null, null));
    }
}
