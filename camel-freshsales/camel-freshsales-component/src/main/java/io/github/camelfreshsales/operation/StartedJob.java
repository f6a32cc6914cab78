package io.github.camelfreshsales.operation;

import io.github.camelfreshsales.RecordResult;
import io.github.camelfreshsales.RecordResult.Outcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A job whose end nobody awaits. There may be many, so of its records it holds no more than their places.
 *
 * @param id     the id of the job
 * @param url    where the service tells how far it is
 * @param places where its records stand in the input
 */
record StartedJob(String id, String url, int[] places) {

    static StartedJob of(String id, String url, BulkChunk sent) {
        return new StartedJob(
                id,
                url,
                sent.entries().stream().mapToInt(BulkChunk.Entry::index).toArray());
    }

    /** As the body of the message shows it. */
    Map<String, Object> toMap() {
        Map<String, Object> job = new LinkedHashMap<>();
        job.put("jobId", id);
        job.put("jobStatusUrl", url);
        job.put("firstIndex", places[0]);
        job.put("records", places.length);
        return job;
    }

    /** When the call fails, nobody gets the job; so the fate of its records tells of it. */
    void addTo(BulkResults results) {
        RecordResult.Error error = new RecordResult.Error(
                0, null, List.of("sent in the job " + id + ", whose end was not awaited; ask jobStatus for it"));
        for (int place : places) {
            results.add(new RecordResult(place, Outcome.UNKNOWN, null, null, error));
        }
    }
}
