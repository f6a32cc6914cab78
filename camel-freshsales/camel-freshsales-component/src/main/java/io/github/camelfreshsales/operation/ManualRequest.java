// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.operation;

import io.github.camelfreshsales.ContentFormat;
import io.github.camelfreshsales.OutputFormat;
import io.github.camelfreshsales.content.Document;
import io.github.camelfreshsales.content.Records;
import io.github.camelfreshsales.content.RequestBody;
import io.github.camelfreshsales.http.Expected;
import io.github.camelfreshsales.http.Request;
import io.github.camelfreshsales.http.RequestPath;
import java.util.Set;

/** The operation {@code request}: any method and path of the account, any format. */
final class ManualRequest {

    private static final Set<String> IDEMPOTENT = Set.of("GET", "HEAD", "PUT", "DELETE", "OPTIONS");
    private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD", "DELETE", "OPTIONS");

    private ManualRequest() {}

    static OperationResult request(OperationCall call, Session session) {
        Object given = call.body().content();
        Object body = given instanceof CharSequence text && text.toString().isBlank() ? null : given;
        String method = method(call, body);
        RequestPath place = RequestPath.of(session.account().root(), call.require(Option.PATH));
        Boolean repeatable = call.get(Option.REPEATABLE);
        boolean isRaw = call.get(Option.OUTPUT_FORMAT) == OutputFormat.raw;
        Request request = Requests.to(call, method, place)
                .body(WITHOUT_BODY.contains(method) || body == null ? null : body(call, session, body))
                .idempotent(repeatable == null ? IDEMPOTENT.contains(method) : repeatable)
                .expect(isRaw ? Expected.BYTES : Expected.ANYTHING)
                .build();
        return session.exchange(call, request, response -> ResultFormat.whole(call, session, response));
    }

    private static String method(OperationCall call, Object body) {
        String given = call.get(Option.METHOD);
        if (given == null || given.isBlank()) {
            return body == null ? "GET" : "POST";
        }
        return given;
    }

    private static RequestBody body(OperationCall call, Session session, Object body) {
        if (call.get(Option.CONTENT_FORMAT) == ContentFormat.raw) {
            return Requests.body(call, session, RecordOperations.raw(call));
        }
        Records records = session.account().reader().read(body);
        Object content = records instanceof Records.One one ? one.record() : ((Records.Many) records).elements();
        return Requests.body(call, session, new Document(content, null, null, null));
    }
}
