// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.operation;

import io.github.camelfreshsales.content.Records;
import io.github.camelfreshsales.fields.PreparedRecord;
import io.github.camelfreshsales.http.PathSegments;
import io.github.camelfreshsales.http.Request;
import io.github.camelfreshsales.resource.Resource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The calls with many records at once. */
final class BulkOperations {

    private BulkOperations() {}

    static OperationResult upsert(OperationCall call, Session session) {
        Resource resource = call.resource();
        return upsert(call, session, resource, Identifiers.field(call, resource));
    }

    /** @param field what the records are matched by */
    static OperationResult upsert(OperationCall call, Session session, Resource resource, String field) {
        if (resource.listKey() == null) {
            throw new IllegalArgumentException("There is no known resource " + resource.name()
                    + ", so its bulk call cannot be made; use the operation request");
        }
        if (SentRecords.areSkipped(call) && !call.get(Option.WAIT_FOR_JOB)) {
            throw new IllegalArgumentException(
                    "The option skipUnchanged needs waitForJob=true: a record is unchanged only after a job has"
                            + " confirmed it");
        }
        Preparation preparation = Preparation.of(call, session, resource);
        RecordNotices notices = new RecordNotices();
        SentRecords sent = SentRecords.of(call, session, resource);
        return notices.with(run(
                call, session, resource, new UpsertKind(call, session, resource, field, preparation, notices, sent)));
    }

    /** An item is {@code {identifier: value, data: record}}, the record without its id. */
    private record UpsertKind(
            OperationCall call,
            Session session,
            Resource resource,
            String field,
            Preparation preparation,
            RecordNotices notices,
            SentRecords sent)
            implements BulkKind {

        @Override
        public BulkItem item(int index, Object element) {
            Map<String, Object> record =
                    record(index, session.account().reader().record(element));
            Object identifier = Identifiers.required(field, Payload.bare(call, resource, record));
            Map<String, Object> data = Payload.inBulk(call, session, resource, record);
            Map<String, Object> content = new LinkedHashMap<>();
            content.put(field, identifier);
            content.put("data", data);
            return new BulkItem(
                    index, field, identifier, content, sent == null ? null : sent.record(field, identifier, data));
        }

        private Map<String, Object> record(int index, Map<String, Object> given) {
            if (preparation == null) {
                return given;
            }
            PreparedRecord prepared = preparation.prepare(given);
            Map<String, Object> record = prepared.sendable();
            notices.addWarnings(index, prepared);
            return record;
        }

        @Override
        public Object named(Object element) {
            Map<String, Object> record = session.account().reader().record(element);
            return preparation == null ? record : preparation.prepare(record).record();
        }

        @Override
        public Request request(BulkChunk chunk) {
            return bulk(
                    call, session, resource, resource.pathTo("bulk_upsert"), Map.of(resource.listKey(), chunk.items()));
        }

        @Override
        public boolean jobless() {
            return false;
        }
    }

    static OperationResult delete(OperationCall call, Session session) {
        Resource resource = call.resource();
        List<String> path = resource.pathTo(resource.bulkDelete());
        return run(call, session, resource, new IdsKind(call, session, resource, path, Map.of()));
    }

    static OperationResult assignOwner(OperationCall call, Session session) {
        Resource resource = call.resource();
        Object owner = RecordIds.asJson("ownerId", call.require(Option.OWNER_ID));
        List<String> path = resource.pathTo(resource.bulkAssign());
        return run(call, session, resource, new IdsKind(call, session, resource, path, Map.of("owner_id", owner)));
    }

    /** @param more what the call holds beside the ids */
    private record IdsKind(
            OperationCall call, Session session, Resource resource, List<String> path, Map<String, Object> more)
            implements BulkKind {

        @Override
        public BulkItem item(int index, Object element) {
            Object id = RecordIds.asJson("id", RecordIds.required(element));
            return new BulkItem(index, "id", id, id, null);
        }

        @Override
        public SentRecords sent() {
            return null;
        }

        @Override
        public Object named(Object element) {
            return element;
        }

        @Override
        public Request request(BulkChunk chunk) {
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("selected_ids", chunk.items());
            body.putAll(more);
            return bulk(call, session, resource, path, body);
        }

        @Override
        public boolean jobless() {
            return true;
        }
    }

    private static OperationResult run(OperationCall call, Session session, Resource resource, BulkKind kind) {
        BulkRun run = new BulkRun(call, session, resource, kind);
        Object body = call.body().content();
        if (kind.jobless() && RecordIds.isId(body)) {
            return run.run(alone(body));
        }
        Records records = session.account().reader().read(body);
        if (records instanceof Records.One one) {
            return run.run(alone(one.record()));
        }
        if (records instanceof Records.Many many) {
            try (many) {
                return run.run(many.elements());
            }
        }
        throw new IllegalArgumentException("The operation " + call.operation() + " needs "
                + (kind.jobless() ? "ids" : "records") + " as the body");
    }

    private static Iterator<Object> alone(Object element) {
        return List.of(element).iterator();
    }

    static OperationResult jobStatus(OperationCall call, Session session) {
        String id = PathSegments.one("jobId", call.require(Option.JOB_ID));
        return session.exchange(
                call,
                BulkJob.statusRequest(call, id),
                response -> ResultFormat.content(
                        call,
                        session,
                        response,
                        JobReport.of(response.content(), session.account().reader())
                                .job()));
    }

    /** A bulk call. It does no harm twice, and is refused with 405 while the job system is busy. */
    private static Request bulk(
            OperationCall call, Session session, Resource resource, List<String> path, Map<String, Object> body) {
        return Requests.to(call, "POST", path)
                .body(Requests.json(session, body))
                .busyWith(405)
                .expect(resource.expectedConfirmation())
                .build();
    }
}
