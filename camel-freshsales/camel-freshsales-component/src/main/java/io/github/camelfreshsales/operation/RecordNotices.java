// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.operation;

import io.github.camelfreshsales.FreshsalesConstants;
import io.github.camelfreshsales.fields.PreparedRecord;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is to be said of some of many records that went through: those of each by its index, as far as there is room. */
final class RecordNotices {

    private static final int MOST = 1_000;

    private final Map<String, Map<Integer, Object>> byHeader = new TreeMap<>();

    /** Keeps what the result of one record says. */
    void add(int index, OperationResult result) {
        add(index, FreshsalesConstants.WARNINGS, result.headers().get(FreshsalesConstants.WARNINGS));
        add(index, FreshsalesConstants.UNSTORED_FIELDS, result.headers().get(FreshsalesConstants.UNSTORED_FIELDS));
    }

    /** Keeps what is wrong with a record that is sent in a bulk call. */
    void addWarnings(int index, PreparedRecord prepared) {
        List<String> warnings = Preparation.warnings(prepared);
        add(index, FreshsalesConstants.WARNINGS, warnings.isEmpty() ? null : warnings);
    }

    private void add(int index, String header, Object notice) {
        if (notice != null) {
            Map<Integer, Object> notices = byHeader.computeIfAbsent(header, any -> new TreeMap<>());
            if (notices.size() < MOST) {
                notices.put(index, notice);
            }
        }
    }

    /** The result of all records, with what there is to say. */
    OperationResult with(OperationResult result) {
        OperationResult all = result;
        for (Map.Entry<String, Map<Integer, Object>> notice : byHeader.entrySet()) {
            all = all.with(notice.getKey(), notice.getValue());
        }
        return all;
    }
}
