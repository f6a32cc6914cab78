// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.operation;

import io.github.camelfreshsales.FreshsalesConstants;
import io.github.camelfreshsales.content.Document;
import io.github.camelfreshsales.operation.RecordsOnTheirWay.Arrived;
import io.github.camelfreshsales.resource.Resource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Sends a single record unless it is unchanged, and sees to it that it is known when the service has confirmed it. */
final class SentInTurn {

    private final OperationCall call;
    private final SentRecords sent;
    private final Resource resource;

    SentInTurn(OperationCall call, SentRecords sent, Resource resource) {
        this.call = call;
        this.sent = sent;
        this.resource = resource;
    }

    OperationResult unlessUnchanged(Document document, Supplier<OperationResult> sending) {
        SentRecord record = record(document);
        if (record == null || call.get(Option.DRY_RUN)) {
            return sending.get();
        }
        if (!SentRecords.areSkipped(call)) {
            return send(record, sending);
        }
        String known = sent.read(List.of(record.key())).get(record.key());
        if (record.digest().equals(known)) {
            return result(null, Map.of(FreshsalesConstants.ATTEMPTS, 0), true);
        }
        OperationResult result = send(record, sending);
        return result(result.body(), result.headers(), false);
    }

    private OperationResult send(SentRecord record, Supplier<OperationResult> sending) {
        sent.note(List.of(), List.of(record));
        boolean confirmed = false;
        try {
            OperationResult result = sending.get();
            confirmed = true;
            return result;
        } finally {
            sent.noteArrived(List.of(new Arrived(record, confirmed)));
        }
    }

    private static OperationResult result(Object body, Map<String, Object> headers, boolean unchanged) {
        Map<String, Object> all = new LinkedHashMap<>(headers);
        all.put(FreshsalesConstants.UNCHANGED, unchanged);
        return new OperationResult(body, all);
    }

    /** What the record is remembered by; null when it does not say what it is matched by. */
    private SentRecord record(Document document) {
        Map<String, Object> rest = new LinkedHashMap<>(map(document.content()));
        if (document.wrapper() == null
                && rest.remove(Upsert.UNIQUE_IDENTIFIER) instanceof Map<?, ?> unique
                && unique.size() == 1) {
            Map.Entry<?, ?> field = unique.entrySet().iterator().next();
            if (field.getValue() != null) {
                boolean wrapped = rest.size() == 1 && rest.get(resource.key()) instanceof Map;
                Map<String, Object> data = wrapped ? map(rest.get(resource.key())) : rest;
                return sent.record(String.valueOf(field.getKey()), field.getValue(), data);
            }
        }
        if (SentRecords.areSkipped(call)) {
            throw new IllegalArgumentException("The option skipUnchanged needs to know what the record is matched by:"
                    + " one field in its unique_identifier, at the top of what is sent");
        }
        return null;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object content) {
        return (Map<String, Object>) content;
    }
}
