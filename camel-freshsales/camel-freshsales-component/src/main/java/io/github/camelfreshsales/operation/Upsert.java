// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.operation;

import io.github.camelfreshsales.FreshsalesConstants;
import io.github.camelfreshsales.FreshsalesOperation;
import io.github.camelfreshsales.Wrap;
import io.github.camelfreshsales.content.Document;
import io.github.camelfreshsales.http.Request;
import io.github.camelfreshsales.http.Response;
import io.github.camelfreshsales.resource.Resource;
import java.util.LinkedHashMap;
import java.util.Map;

/** The operation {@code upsert}: the record beside the one field that decides whether it is there already. */
final class Upsert {

    static final String UNIQUE_IDENTIFIER = "unique_identifier";

    private Upsert() {}

    static OperationResult upsert(OperationCall call, Session session) {
        Resource resource = call.resource();
        if (call.isBatch(resource, FreshsalesOperation.bulkUpsert)) {
            return BulkOperations.upsert(call, session, resource, Identifiers.field(call, resource));
        }
        SentRecords sent = SentRecords.of(call, session, resource);
        if (RecordOperations.isRaw(call)) {
            return send(call, session, resource, RecordOperations.rawRecord(call), null);
        }
        StoredCheck check = StoredCheck.of(call, resource);
        return RecordsInTurn.run(call, session, resource, record -> {
            Document document = document(call, session, resource, record);
            return sent == null
                    ? send(call, session, resource, document, check)
                    : new SentInTurn(call, sent, resource)
                            .unlessUnchanged(document, () -> send(call, session, resource, document, check));
        });
    }

    private static Document document(
            OperationCall call, Session session, Resource resource, Map<String, Object> record) {
        if (record.containsKey(UNIQUE_IDENTIFIER) || call.get(Option.WRAP) == Wrap.never) {
            return Payload.of(call, session, resource, record);
        }
        if (resource.key() == null) {
            throw new IllegalArgumentException("There is no known resource " + resource.name()
                    + ", so the body of an upsert must hold unique_identifier and the record under its key");
        }
        String field = Identifiers.field(call, resource);
        Object value = Identifiers.required(field, Payload.bare(call, resource, record));
        Document wrapped = Payload.of(call, session, resource, record);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put(UNIQUE_IDENTIFIER, Map.of(field, value));
        body.put(resource.key(), wrapped.content());
        return new Document(body, null, resource.key(), resource.listKey());
    }

    private static OperationResult send(
            OperationCall call, Session session, Resource resource, Document document, StoredCheck check) {
        Request request = Requests.to(call, "POST", resource.pathTo("upsert"))
                .query("include", call.get(Option.INCLUDE))
                .body(Requests.body(call, session, document))
                .expect(resource.expectedRecord())
                .build();
        return session.exchange(
                call,
                request,
                response -> StoredCheck.check(check, document, response, result(call, session, resource, response)));
    }

    private static OperationResult result(OperationCall call, Session session, Resource resource, Response response) {
        OperationResult result = ResultFormat.record(call, session, resource, response);
        if (response.status() != 200 && response.status() != 201) {
            return result; // another success does not say which of the two it was
        }
        Map<String, Object> headers = new LinkedHashMap<>(result.headers());
        headers.put(FreshsalesConstants.CREATED, response.status() == 201);
        return new OperationResult(result.body(), headers);
    }
}
