// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.operation;

import io.github.camelfreshsales.ContentFormat;
import io.github.camelfreshsales.FreshsalesOperation;
import io.github.camelfreshsales.content.Document;
import io.github.camelfreshsales.http.PathSegments;
import io.github.camelfreshsales.http.Request;
import io.github.camelfreshsales.resource.Resource;
import java.util.Map;

/** The operations on single records, and on many of them one by one. */
final class RecordOperations {

    private RecordOperations() {}

    static OperationResult create(OperationCall call, Session session) {
        Resource resource = call.resource();
        if (call.isBatch(resource, FreshsalesOperation.bulkUpsert)) {
            return BulkOperations.upsert(call, session, resource, Identifiers.field(call, resource));
        }
        if (isRaw(call)) {
            return createFrom(call, session, resource, rawRecord(call), null);
        }
        StoredCheck check = StoredCheck.of(call, resource);
        return RecordsInTurn.run(
                call,
                session,
                resource,
                record -> createFrom(call, session, resource, Payload.of(call, session, resource, record), check));
    }

    private static OperationResult createFrom(
            OperationCall call, Session session, Resource resource, Document document, StoredCheck check) {
        Request request = Requests.to(call, "POST", resource.path())
                .query("include", call.get(Option.INCLUDE))
                .body(Requests.body(call, session, document))
                .once()
                .expect(resource.expectedRecord())
                .build();
        return session.exchange(
                call,
                request,
                response -> StoredCheck.check(
                        check, document, response, ResultFormat.record(call, session, resource, response)));
    }

    static OperationResult update(OperationCall call, Session session) {
        Resource resource = call.resource();
        if (call.isBatch(resource, FreshsalesOperation.bulkUpsert)) {
            return BulkOperations.upsert(call, session, resource, "id");
        }
        if (isRaw(call)) {
            return updateTo(call, session, resource, call.require(Option.RECORD_ID), rawRecord(call), null);
        }
        StoredCheck check = StoredCheck.of(call, resource);
        return RecordsInTurn.run(call, session, resource, record -> updateFrom(call, session, resource, record, check));
    }

    private static OperationResult updateFrom(
            OperationCall call, Session session, Resource resource, Map<String, Object> record, StoredCheck check) {
        String id = call.get(Option.RECORD_ID);
        if (id != null) {
            return updateTo(call, session, resource, id, Payload.of(call, session, resource, record), check);
        }
        Object own = Payload.bare(call, resource, record).get("id");
        if (own == null) {
            throw new IllegalArgumentException("The id of the record to update is missing: give it as the option"
                    + " recordId, the header CamelFreshsalesRecordId, or the record's own field id");
        }
        Map<String, Object> rest = Payload.withoutId(call, resource, record);
        Document document = Payload.of(call, session, resource, rest);
        return updateTo(call, session, resource, RecordIds.text("id", own), document, check);
    }

    private static OperationResult updateTo(
            OperationCall call, Session session, Resource resource, String id, Document document, StoredCheck check) {
        Request request = Requests.to(call, "PUT", resource.pathOf(PathSegments.one("recordId", id)))
                .query("include", call.get(Option.INCLUDE))
                .body(Requests.body(call, session, document))
                .expect(resource.expectedRecord())
                .build();
        return session.exchange(
                call,
                request,
                response -> StoredCheck.check(
                        check, document, response, ResultFormat.record(call, session, resource, response)));
    }

    static OperationResult get(OperationCall call, Session session) {
        Resource resource = call.resource();
        Request request = get(call, resource, call.require(Option.RECORD_ID));
        return session.exchange(call, request, response -> ResultFormat.record(call, session, resource, response));
    }

    static Request get(OperationCall call, Resource resource, String id) {
        return Requests.to(call, "GET", resource.pathOf(PathSegments.one("recordId", id)))
                .query("include", call.get(Option.INCLUDE))
                .expect(resource.expectedRecord())
                .build();
    }

    static OperationResult delete(OperationCall call, Session session) {
        Resource resource = call.resource();
        if (call.isBatch(resource, FreshsalesOperation.bulkDelete)) {
            return BulkOperations.delete(call, session);
        }
        return RecordsInTurn.runIds(call, session, resource, id -> deleteOne(call, session, resource, id));
    }

    private static OperationResult deleteOne(OperationCall call, Session session, Resource resource, String id) {
        Request request = Requests.to(call, "DELETE", resource.pathOf(PathSegments.one("recordId", id)))
                .expect(resource.expectedConfirmation())
                .build();
        return session.exchange(call, request, ResultFormat::confirmation);
    }

    static boolean isRaw(OperationCall call) {
        return call.get(Option.CONTENT_FORMAT) == ContentFormat.raw;
    }

    /** The body as it is, where a record is wanted. */
    static Document rawRecord(OperationCall call) {
        Preparation.refuseRaw(call);
        return raw(call);
    }

    /** The body as it is. */
    static Document raw(OperationCall call) {
        return new Document(call.body().content(), null, null, null);
    }
}
