package io.github.camelfreshsales.operation;

import io.github.camelfreshsales.content.Document;
import io.github.camelfreshsales.content.Records;
import io.github.camelfreshsales.http.PathSegments;
import io.github.camelfreshsales.http.Request;
import io.github.camelfreshsales.resource.Resource;
import io.github.camelfreshsales.resource.ResourceRegistry;

/** What happens to a record beside being written: forget, clone, restore, convert. */
final class LifecycleOperations {

    private LifecycleOperations() {}

    static OperationResult forget(OperationCall call) {
        Resource resource = call.resource();
        return RecordsInTurn.runIds(call, id -> {
            Request request = Requests.to(call, "DELETE", resource.pathOf(PathSegments.one("recordId", id), "forget"))
                    .build();
            return Sender.exchange(call, request, response -> ResponseReader.confirmation(call, response));
        });
    }

    static OperationResult copy(OperationCall call) {
        Resource resource = call.resource();
        return withOverrides(call, resource, "clone", resource);
    }

    static OperationResult convert(OperationCall call) {
        return withOverrides(call, call.resource(), "convert", ResourceRegistry.find("contacts"));
    }

    private static OperationResult withOverrides(
            OperationCall call, Resource resource, String what, Resource answered) {
        Request.Builder request = Requests.to(call, "POST", resource.pathOf(id(call), what))
                .query("include", call.get(Option.INCLUDE))
                .once();
        Document overrides = overrides(call, resource);
        if (overrides != null) {
            request.body(Requests.body(call, overrides));
        }
        return Sender.exchange(call, request.build(), response -> ResponseReader.record(call, answered, response));
    }

    private static Document overrides(OperationCall call, Resource resource) {
        Object body = call.body();
        if (body == null || body instanceof CharSequence text && text.toString().isBlank()) {
            return null;
        }
        if (RecordOperations.isRaw(call)) {
            return new Document(body, null, null, null);
        }
        if (call.account().reader().read(body) instanceof Records.One one) {
            return Payload.of(call, resource, one.record());
        }
        throw new IllegalArgumentException(
                "The operation " + call.operation() + " takes one record with overrides as the body, or nothing");
    }

    static OperationResult restore(OperationCall call) {
        Resource resource = call.resource();
        Request request =
                Requests.to(call, "PUT", resource.pathOf(id(call), "restore")).build();
        return Sender.exchange(call, request, response -> ResponseReader.record(call, resource, response));
    }

    private static String id(OperationCall call) {
        return PathSegments.one("recordId", call.require(Option.RECORD_ID));
    }
}
