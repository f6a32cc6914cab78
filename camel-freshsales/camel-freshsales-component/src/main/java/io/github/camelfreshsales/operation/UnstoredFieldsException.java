// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.operation;

import io.github.camelfreshsales.RecordResult;
import io.github.camelfreshsales.RecordResult.Outcome;
import java.util.List;
import java.util.Map;

/** The record was stored, but not with all that was sent, and the route wants to know. */
final class UnstoredFieldsException extends ResponseMisfitException {

    private static final long serialVersionUID = 1L;

    /** @param stored the record as Freshsales has it now */
    UnstoredFieldsException(List<String> fields, Map<?, ?> stored) {
        super("it stored the record without these fields as they were sent: " + String.join(", ", fields), stored);
    }

    /** The record that was stored. */
    RecordResult result(int status) {
        Map<?, ?> stored = (Map<?, ?>) content();
        RecordResult.Error error = new RecordResult.Error(status, null, List.of(getMessage()));
        return new RecordResult(0, Outcome.SUCCEEDED, stored.get("id"), stored, error);
    }
}
