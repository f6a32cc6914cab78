package io.github.camelfreshsales.operation;

import io.github.camelfreshsales.FreshsalesConstants;
import io.github.camelfreshsales.FreshsalesException;
import io.github.camelfreshsales.RecordResult;
import io.github.camelfreshsales.RecordResult.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts what became of many records, and keeps each result or only the failures. */
final class ResultCollector {

    private final boolean keepAll;
    private final List<RecordResult> kept = new ArrayList<>();
    private int count;
    private long succeeded;
    private long unknown;

    ResultCollector(boolean keepAll) {
        this.keepAll = keepAll;
    }

    void succeeded(OperationResult result, Object identifier) {
        succeeded++;
        if (keepAll) {
            Object id = result.headers().getOrDefault(FreshsalesConstants.RESULT_ID, identifier);
            kept.add(new RecordResult(count, Outcome.SUCCEEDED, id, result.body(), null));
        }
        count++;
    }

    void failed(FreshsalesException e, Object identifier) {
        unknown += e.isOutcomeUnknown() ? 1 : 0;
        Outcome outcome = e.isOutcomeUnknown() ? Outcome.UNKNOWN : Outcome.FAILED;
        List<String> messages = e.getMessages().isEmpty() ? List.of(e.getMessage()) : e.getMessages();
        RecordResult.Error error = new RecordResult.Error(e.getStatus(), e.getCode(), messages);
        kept.add(new RecordResult(count, outcome, identifier, null, error));
        count++;
    }

    /** Whether nothing has been stored, for sure. */
    boolean nothingStored() {
        return succeeded == 0 && unknown == 0;
    }

    int count() {
        return count;
    }

    /** What is known so far: all results, or the failures when only the counts were asked for. */
    List<RecordResult> results() {
        return List.copyOf(kept);
    }

    /** @param headers what is known of all requests together */
    OperationResult toResult(Map<String, Object> headers) {
        headers.put(FreshsalesConstants.SUCCEEDED_COUNT, succeeded);
        headers.put(FreshsalesConstants.FAILED_COUNT, count - succeeded);
        return new OperationResult(keepAll ? kept : summary(), headers);
    }

    private Map<String, Object> summary() {
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("total", (long) count);
        summary.put("succeeded", succeeded);
        summary.put("failed", count - succeeded - unknown);
        summary.put("unknown", unknown);
        summary.put("failures", kept);
        return summary;
    }
}
