// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.operation;

import io.github.camelfreshsales.http.LogText;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs which fields of the records of a call do not fit: only their names, never their values, and each set of names once. */
final class FieldsLog {

    private static final Logger LOG = LoggerFactory.getLogger(FieldsLog.class);
    private static final int MOST = 100;

    private final OperationCall call;
    private final Set<List<String>> said = new HashSet<>();

    FieldsLog(OperationCall call) {
        this.call = call;
    }

    /** Names of fields that do not fit those of the account. */
    void warn(List<String> fields) {
        warn("These fields do not fit those of the account", fields);
    }

    /** Names of fields that were not stored. */
    void warnUnstored(List<String> fields) {
        warn("Freshsales did not store these fields as they were sent", fields);
    }

    private void warn(String what, List<String> fields) {
        if (!fields.isEmpty() && said.size() < MOST && said.add(fields) && LOG.isWarnEnabled()) {
            String names = LogText.clean(String.join(", ", fields));
            LOG.warn("Freshsales {} {}: {}: {}", call.operation(), call.resourceType(), what, names);
        }
    }

    void warnNotValidated(String why) {
        LOG.warn(
                "Freshsales {} {}: the records are not compared with the fields of the account: {}",
                call.operation(),
                call.resourceType(),
                why);
    }
}
