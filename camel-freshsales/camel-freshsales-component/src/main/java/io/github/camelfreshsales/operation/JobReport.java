// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.operation;

import io.github.camelfreshsales.RecordResult;
import io.github.camelfreshsales.RecordResult.Outcome;
import io.github.camelfreshsales.content.RecordReader;
import io.github.camelfreshsales.content.UnreadableJsonException;
import io.github.camelfreshsales.http.Expected;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The report of a job. The words of its status and the items of its failure report are not documented, so an unknown word means
 * that the job still runs. A record is a success only if the counts add up to the records that were sent, and the record of every
 * failure is known; otherwise the outcome is unknown.
 */
final class JobReport {

    static final String NOT_ENDED = "the wait for the job %s ended before the job did; check it with jobStatus";
    static final String NO_JOB = "the response names no job, so the outcome of the record is unknown";

    private static final Set<String> FINISHED =
            Set.of("SUCCESS", "SUCCEEDED", "COMPLETE", "COMPLETED", "DONE", "FINISHED", "PARTIAL_SUCCESS");
    private static final Set<String> FAILED = Set.of("FAILED", "FAILURE", "ERROR", "CANCELLED", "CANCELED", "ABORTED");

    private final Map<String, Object> job;

    private JobReport(Map<String, Object> job) {
        this.job = job;
    }

    /** Reads the content of a response: out of its wrapper, the JSON text in {@code data} parsed. */
    static JobReport of(Object content, RecordReader reader) {
        Map<String, Object> job = new LinkedHashMap<>();
        Expected.job(content).forEach((key, value) -> job.put(String.valueOf(key), value));
        if (job.get("data") instanceof String text) {
            try {
                job.put("data", reader.readJson(text.getBytes(StandardCharsets.UTF_8)));
            } catch (UnreadableJsonException e) {
                // stays the text it is: the records of the job are of unknown outcome then
            }
        }
        return new JobReport(job);
    }

    /** The job as the service gives it. */
    Map<String, Object> job() {
        return job;
    }

    private String word() {
        return String.valueOf(job.get("status")).trim().toUpperCase(Locale.ROOT);
    }

    boolean isFinished() {
        return FINISHED.contains(word()) || FAILED.contains(word());
    }

    /** Adds what became of the records of a finished job. */
    void addTo(RecordResults results, List<BulkChunk.Entry> entries) {
        Verdict verdict = verdict(entries);
        for (int place = 0; place < entries.size(); place++) {
            BulkChunk.Entry entry = entries.get(place);
            Outcome outcome = verdict.outcome(place);
            RecordResult.Error error =
                    outcome == Outcome.SUCCEEDED ? null : new RecordResult.Error(0, null, verdict.messages(place));
            results.add(new RecordResult(entry.index(), outcome, entry.identifier(), null, error));
        }
    }

    private Verdict verdict(List<BulkChunk.Entry> entries) {
        Map<?, ?> data = job.get("data") instanceof Map<?, ?> map ? map : Map.of();
        JobCounts counts = JobCounts.of(data.get("record_status"));
        if (counts == null) {
            return Verdict.unknown("the job ended with " + job.get("status") + " and without usable counts");
        }
        JobFailures failures = JobFailures.of(data.get("detailed_failure_report"), entries);
        if (!counts.addUpTo(entries.size()) || failures.items() > counts.failed()) {
            return new Verdict(
                    Outcome.UNKNOWN,
                    Outcome.UNKNOWN,
                    failures.byPlace(),
                    "the job ended with " + job.get("status") + ", and its counts do not fit the " + entries.size()
                            + " records that were sent");
        }
        if (counts.failed() == entries.size()) {
            return new Verdict(Outcome.FAILED, Outcome.FAILED, failures.byPlace(), "refused without a reason");
        }
        boolean allPlaced = failures.byPlace().size() == counts.failed() && !FAILED.contains(word());
        return new Verdict(
                Outcome.FAILED,
                allPlaced ? Outcome.SUCCEEDED : Outcome.UNKNOWN,
                failures.byPlace(),
                "the job ended with " + job.get("status") + " and " + counts.failed()
                        + " failed records, but does not say clearly which");
    }

    /**
     * What follows for each record.
     *
     * @param ofNamed  the outcome of the records that the report names
     * @param ofOthers that of all others
     * @param messages what the report says of those it names, by their places
     * @param reason   what is said of the others unless they succeeded
     */
    private record Verdict(Outcome ofNamed, Outcome ofOthers, Map<Integer, List<String>> messages, String reason) {

        static Verdict unknown(String reason) {
            return new Verdict(Outcome.UNKNOWN, Outcome.UNKNOWN, Map.of(), reason);
        }

        Outcome outcome(int place) {
            return messages.containsKey(place) ? ofNamed : ofOthers;
        }

        List<String> messages(int place) {
            return messages.getOrDefault(place, List.of(reason));
        }
    }
}
