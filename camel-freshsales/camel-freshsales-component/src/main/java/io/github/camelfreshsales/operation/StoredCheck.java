// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.operation;

import io.github.camelfreshsales.FreshsalesConstants;
import io.github.camelfreshsales.RecordCheck;
import io.github.camelfreshsales.content.Document;
import io.github.camelfreshsales.fields.StoredFields;
import io.github.camelfreshsales.http.Response;
import io.github.camelfreshsales.resource.Resource;
import java.util.List;
import java.util.Map;

/** Compares the record of a response with the one that was sent, if the route wants to know what was left out. */
final class StoredCheck {

    private final OperationCall call;
    private final Resource resource;
    private final FieldsLog log;

    private StoredCheck(OperationCall call, Resource resource) {
        this.call = call;
        this.resource = resource;
        this.log = new FieldsLog(call);
    }

    /** The check of all records of a call; null when there is none. */
    static StoredCheck of(OperationCall call, Resource resource) {
        return call.get(Option.VERIFY_STORED) == RecordCheck.off ? null : new StoredCheck(call, resource);
    }

    /**
     * The result, with the fields that were not stored.
     *
     * @param check null when there is none
     * @param sent  what the request held
     * @throws UnstoredFieldsException when that is to be a failure
     */
    static OperationResult check(StoredCheck check, Document sent, Response response, OperationResult result) {
        return check == null ? result : check.check(sent, response, result);
    }

    private OperationResult check(Document sent, Response response, OperationResult result) {
        if (!(resource.unwrap(response.content()).record() instanceof Map<?, ?> stored) || !stored.containsKey("id")) {
            return result; // it contains nothing of the record
        }
        List<String> missing = StoredFields.missing(Payload.bare(resource, sent), stored);
        if (missing.isEmpty()) {
            return result;
        }
        if (call.get(Option.VERIFY_STORED) == RecordCheck.fail) {
            throw new UnstoredFieldsException(missing, stored);
        }
        log.warnUnstored(missing);
        return result.with(FreshsalesConstants.UNSTORED_FIELDS, missing);
    }
}
