package io.github.camelfreshsales.operation;

import io.github.camelfreshsales.FreshsalesConstants;
import io.github.camelfreshsales.FreshsalesException;
import io.github.camelfreshsales.RecordResult;
import io.github.camelfreshsales.RecordResult.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What became of the records of several jobs, which end in any order. */
final class BulkResults {

    private final boolean keepAll;
    private final List<RecordResult> kept = new ArrayList<>();
    private final Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);

    BulkResults(boolean keepAll) {
        this.keepAll = keepAll;
    }

    void add(List<BulkChunk.Entry> entries, List<JobReport.Fate> fates) {
        for (int i = 0; i < entries.size(); i++) {
            JobReport.Fate fate = fates.get(i);
            RecordResult.Error error =
                    fate.outcome() == Outcome.SUCCEEDED ? null : new RecordResult.Error(0, null, fate.messages());
            add(new RecordResult(
                    entries.get(i).index(), fate.outcome(), entries.get(i).identifier(), null, error));
        }
    }

    /** The same fate for all records of a chunk that was not accepted. */
    void add(List<BulkChunk.Entry> entries, Outcome outcome, FreshsalesException e) {
        List<String> messages = e.getMessages().isEmpty() ? List.of(e.getMessage()) : e.getMessages();
        RecordResult.Error error = new RecordResult.Error(e.getStatus(), e.getCode(), messages);
        entries.forEach(entry -> add(new RecordResult(entry.index(), outcome, entry.identifier(), null, error)));
    }

    void add(RecordResult result) {
        counts.merge(result.outcome(), 1L, Long::sum);
        if (keepAll || result.outcome() != Outcome.SUCCEEDED) {
            kept.add(result);
        }
    }

    long count(Outcome outcome) {
        return counts.getOrDefault(outcome, 0L);
    }

    boolean hasFailures() {
        return count(Outcome.FAILED) + count(Outcome.UNKNOWN) > 0;
    }

    /** In the order of the input. */
    List<RecordResult> results() {
        kept.sort(Comparator.comparingInt(RecordResult::index));
        return kept;
    }

    /** @param headers what is known of all requests together, looks at jobs included */
    OperationResult toResult(Map<String, Object> headers) {
        headers.put(FreshsalesConstants.SUCCEEDED_COUNT, count(Outcome.SUCCEEDED));
        headers.put(FreshsalesConstants.FAILED_COUNT, count(Outcome.FAILED) + count(Outcome.UNKNOWN));
        return new OperationResult(keepAll ? results() : summary(), headers);
    }

    private Map<String, Object> summary() {
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("total", counts.values().stream().mapToLong(Long::longValue).sum());
        summary.put("succeeded", count(Outcome.SUCCEEDED));
        summary.put("failed", count(Outcome.FAILED));
        summary.put("unknown", count(Outcome.UNKNOWN));
        summary.put("failures", results());
        return summary;
    }
}
