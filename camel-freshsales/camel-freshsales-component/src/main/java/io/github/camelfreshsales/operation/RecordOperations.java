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

    static OperationResult create(OperationCall call) {
        Resource resource = call.resource();
        if (call.isBatch(resource, FreshsalesOperation.bulkUpsert)) {
            return BulkOperations.upsert(call, resource, Identifiers.field(call, resource));
        }
        if (isRaw(call)) {
            return createFrom(call, resource, new Document(call.body(), null, null, null));
        }
        return RecordsInTurn.run(call, record -> createFrom(call, resource, Payload.of(call, resource, record)));
    }

    private static OperationResult createFrom(OperationCall call, Resource resource, Document document) {
        Request request = Requests.to(call, "POST", resource.path())
                .query("include", call.get(Option.INCLUDE))
                .body(Requests.body(call, document))
                .once()
                .build();
        return Sender.exchange(call, request, response -> ResponseReader.record(call, resource, response));
    }

    static OperationResult update(OperationCall call) {
        Resource resource = call.resource();
        if (call.isBatch(resource, FreshsalesOperation.bulkUpsert)) {
            return BulkOperations.upsert(call, resource, "id");
        }
        if (isRaw(call)) {
            Document document = new Document(call.body(), null, null, null);
            return updateTo(call, resource, call.require(Option.RECORD_ID), document);
        }
        return RecordsInTurn.run(call, record -> updateFrom(call, resource, record));
    }

    private static OperationResult updateFrom(OperationCall call, Resource resource, Map<String, Object> record) {
        String id = call.get(Option.RECORD_ID);
        if (id != null) {
            return updateTo(call, resource, id, Payload.of(call, resource, record));
        }
        Object own = Payload.bare(call, resource, record).get("id");
        if (own == null) {
            throw new IllegalArgumentException("The id of the record to update is missing: give it as the option"
                    + " recordId, the header CamelFreshsalesRecordId, or the record's own field id");
        }
        Map<String, Object> rest = Payload.withoutId(call, resource, record);
        return updateTo(call, resource, own.toString(), Payload.of(call, resource, rest));
    }

    private static OperationResult updateTo(OperationCall call, Resource resource, String id, Document document) {
        Request request = Requests.to(call, "PUT", resource.pathOf(PathSegments.one("recordId", id)))
                .query("include", call.get(Option.INCLUDE))
                .body(Requests.body(call, document))
                .build();
        return Sender.exchange(call, request, response -> ResponseReader.record(call, resource, response));
    }

    static OperationResult get(OperationCall call) {
        Resource resource = call.resource();
        String id = PathSegments.one("recordId", call.require(Option.RECORD_ID));
        Request request = Requests.to(call, "GET", resource.pathOf(id))
                .query("include", call.get(Option.INCLUDE))
                .build();
        return Sender.exchange(call, request, response -> ResponseReader.record(call, resource, response));
    }

    static OperationResult delete(OperationCall call) {
        Resource resource = call.resource();
        if (call.isBatch(resource, FreshsalesOperation.bulkDelete)) {
            return BulkOperations.delete(call);
        }
        return RecordsInTurn.runIds(call, id -> deleteOne(call, resource, id));
    }

    private static OperationResult deleteOne(OperationCall call, Resource resource, String id) {
        Request request = Requests.to(call, "DELETE", resource.pathOf(PathSegments.one("recordId", id)))
                .build();
        return Sender.exchange(call, request, response -> ResponseReader.confirmation(call, response));
    }

    static boolean isRaw(OperationCall call) {
        return call.get(Option.CONTENT_FORMAT) == ContentFormat.raw;
    }
}
