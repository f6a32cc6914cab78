package io.github.camelfreshsales.operation;

import io.github.camelfreshsales.ContentFormat;
import io.github.camelfreshsales.content.Document;
import io.github.camelfreshsales.content.Records;
import io.github.camelfreshsales.http.PathSegments;
import io.github.camelfreshsales.http.Request;
import io.github.camelfreshsales.resource.Resource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The calls that deal with many records at once. */
final class BulkOperations {

    private BulkOperations() {}

    static OperationResult upsert(OperationCall call) {
        Resource resource = call.resource();
        return upsert(call, resource, Identifiers.field(call, resource));
    }

    /** @param field what the records are matched by */
    static OperationResult upsert(OperationCall call, Resource resource, String field) {
        BulkUpsert bulk = new BulkUpsert(call, resource, field);
        Records records = call.account().reader().read(call.body());
        if (records instanceof Records.One one) {
            Iterator<Object> alone = List.<Object>of(one.record()).iterator();
            return bulk.run(alone);
        }
        if (records instanceof Records.Many many) {
            try (many) {
                return bulk.run(many.elements());
            }
        }
        throw new IllegalArgumentException("The operation " + call.operation() + " needs records as the body");
    }

    static OperationResult delete(OperationCall call) {
        Resource resource = call.resource();
        return selected(call, resource.pathTo(resource.bulkDelete()), new LinkedHashMap<>());
    }

    static OperationResult assignOwner(OperationCall call) {
        Resource resource = call.resource();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("owner_id", RecordIds.asJson(call.require(Option.OWNER_ID)));
        return selected(call, resource.pathTo(resource.bulkAssign()), body);
    }

    private static OperationResult selected(OperationCall call, List<String> path, Map<String, Object> body) {
        List<Object> ids = RecordIds.all(call);
        if (ids.isEmpty()) {
            return new OperationResult(new LinkedHashMap<>(), Map.of());
        }
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("selected_ids", ids);
        whole.putAll(body);
        return Sender.exchange(call, request(call, path, whole), response -> ResponseReader.whole(call, response));
    }

    static OperationResult jobStatus(OperationCall call) {
        String id = PathSegments.one("jobId", call.require(Option.JOB_ID));
        Request look = Jobs.look(call, id);
        return Sender.exchange(
                call,
                look,
                response ->
                        new OperationResult(Jobs.report(call, look, response).job(), ResponseReader.headers(response)));
    }

    /** A bulk call. It does no harm twice, and is refused with 405 while the job system is busy. */
    static Request request(OperationCall call, List<String> path, Map<String, Object> body) {
        Document document = new Document(body, null, null, null);
        return Requests.to(call, "POST", path)
                .body(call.account().writers().write(ContentFormat.json, document, null))
                .busyWith(405)
                .build();
    }
}
