// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.operation;

import io.github.camelfreshsales.content.Document;
import io.github.camelfreshsales.content.Records;
import io.github.camelfreshsales.http.Expected;
import io.github.camelfreshsales.http.PathSegments;
import io.github.camelfreshsales.http.Request;
import io.github.camelfreshsales.resource.Resource;
import io.github.camelfreshsales.resource.ResourceRegistry;
import java.util.List;

/** The operations on the life of a record: forget, clone, restore, convert. */
final class LifecycleOperations {

    private LifecycleOperations() {}

    static OperationResult forget(OperationCall call, Session session) {
        Resource resource = call.resource();
        if (call.get(Option.BATCH_MODE)) {
            throw new IllegalArgumentException(
                    "The option batchMode=true needs a bulk call, and Freshsales has none for"
                            + " forget; bulkDelete moves many records to the recycle bin. Use batchMode=false");
        }
        return RecordsInTurn.runIds(call, session, resource, id -> {
            Request request = Requests.to(call, "DELETE", resource.pathOf(PathSegments.one("recordId", id), "forget"))
                    .expect(resource.expectedConfirmation())
                    .build();
            return session.exchange(call, request, ResultFormat::confirmation);
        });
    }

    static OperationResult copy(OperationCall call, Session session) {
        Resource resource = call.resource();
        return withOverrides(call, session, "clone", resource, resource.expectedRecord());
    }

    /** A converted lead is a contact; some responses call it a lead still. */
    static OperationResult convert(OperationCall call, Session session) {
        Expected expected = Expected.record(List.of("contact", "lead"));
        return withOverrides(call, session, "convert", ResourceRegistry.find("contacts"), expected);
    }

    private static OperationResult withOverrides(
            OperationCall call, Session session, String what, Resource returned, Expected expected) {
        Resource resource = call.resource();
        Document overrides = overrides(call, session, resource);
        Request.Builder request = Requests.to(call, "POST", resource.pathOf(id(call), what))
                .query("include", call.get(Option.INCLUDE))
                .once()
                .expect(expected);
        if (overrides != null) {
            request.body(Requests.body(call, session, overrides));
        }
        return session.exchange(
                call, request.build(), response -> ResultFormat.record(call, session, returned, response));
    }

    private static Document overrides(OperationCall call, Session session, Resource resource) {
        Object body = call.body().content();
        if (body == null || body instanceof CharSequence text && text.toString().isBlank()) {
            return null;
        }
        if (RecordOperations.isRaw(call)) {
            return RecordOperations.raw(call);
        }
        if (session.account().reader().read(body) instanceof Records.One one) {
            return Payload.of(call, session, resource, one.record());
        }
        throw new IllegalArgumentException(
                "The operation " + call.operation() + " takes one record with overrides as the body, or nothing");
    }

    static OperationResult restore(OperationCall call, Session session) {
        Resource resource = call.resource();
        Request request = Requests.to(call, "PUT", resource.pathOf(id(call), "restore"))
                .expect(resource.expectedRecord())
                .build();
        return session.exchange(call, request, response -> ResultFormat.record(call, session, resource, response));
    }

    private static String id(OperationCall call) {
        return PathSegments.one("recordId", call.require(Option.RECORD_ID));
    }
}
