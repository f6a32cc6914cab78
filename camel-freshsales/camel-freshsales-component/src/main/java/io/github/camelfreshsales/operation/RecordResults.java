// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.operation;

import io.github.camelfreshsales.FreshsalesConstants;
import io.github.camelfreshsales.FreshsalesException;
import io.github.camelfreshsales.RecordResult;
import io.github.camelfreshsales.RecordResult.Outcome;
import io.github.camelfreshsales.ResultMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The results of many records, which may arrive in any order: all of them, or the counts and the failures. */
final class RecordResults {

    private final OperationCall call;
    private final Session session;
    private final boolean keepAll;
    private final boolean skipped;
    private final Consumer<RecordResult> listener;
    private final List<RecordResult> kept = new ArrayList<>();
    private final Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);

    RecordResults(OperationCall call, Session session) {
        this(call, session, result -> {});
    }

    /** @param listener gets each result when it is known */
    RecordResults(OperationCall call, Session session, Consumer<RecordResult> listener) {
        this.call = call;
        this.session = session;
        this.keepAll = call.get(Option.RESULT_MODE) == ResultMode.list;
        this.skipped = SentRecords.areSkipped(call);
        this.listener = listener;
    }

    void add(RecordResult result) {
        listener.accept(result);
        counts.merge(result.outcome(), 1L, Long::sum);
        session.recordEnded(call, result.outcome());
        if (keepAll || result.error() != null) {
            kept.add(result);
        }
    }

    /** A record that did not go through for that reason. */
    void add(int index, Object identifier, Outcome outcome, FreshsalesException e) {
        List<String> messages = e.getMessages().isEmpty() ? List.of(e.getMessage()) : e.getMessages();
        RecordResult.Error error = new RecordResult.Error(e.getStatus(), e.getCode(), messages);
        add(new RecordResult(index, outcome, identifier, null, error));
    }

    long succeeded() {
        return count(Outcome.SUCCEEDED);
    }

    long failed() {
        return count(Outcome.FAILED);
    }

    long unknown() {
        return count(Outcome.UNKNOWN);
    }

    long unchanged() {
        return count(Outcome.UNCHANGED);
    }

    private long count(Outcome outcome) {
        return counts.getOrDefault(outcome, 0L);
    }

    boolean hasFailures() {
        return failed() + unknown() > 0;
    }

    /** What is known so far, in the order of the input. */
    List<RecordResult> results() {
        kept.sort(Comparator.comparingInt(RecordResult::index));
        return kept;
    }

    /** @param headers what is known of all requests together */
    OperationResult toResult(Map<String, Object> headers) {
        headers.put(FreshsalesConstants.SUCCEEDED_COUNT, succeeded());
        headers.put(FreshsalesConstants.FAILED_COUNT, failed() + unknown());
        if (skipped) {
            headers.put(FreshsalesConstants.UNCHANGED_COUNT, unchanged());
        }
        return new OperationResult(keepAll ? results() : summary(), headers);
    }

    private Map<String, Object> summary() {
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("total", counts.values().stream().mapToLong(Long::longValue).sum());
        summary.put("succeeded", succeeded());
        summary.put("failed", failed());
        summary.put("unknown", unknown());
        if (skipped) {
            summary.put("unchanged", unchanged());
        }
        summary.put("failures", results());
        return summary;
    }
}
