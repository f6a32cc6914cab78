// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.operation;

import io.github.camelfreshsales.RecordResult;
import io.github.camelfreshsales.RecordResult.Outcome;
import io.github.camelfreshsales.http.Expected;
import io.github.camelfreshsales.http.PathSegments;
import io.github.camelfreshsales.http.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A chunk of records that the service has accepted.
 *
 * @param id      the job to ask for; null when the service named none
 * @param url     where the service says the job is; only its id is used, since the address may lead anywhere
 * @param since   when it was accepted
 * @param entries its records
 */
record BulkJob(String id, String url, Instant since, List<BulkChunk.Entry> entries) {

    private static final Pattern ID = Pattern.compile("([^/?#]+)/?(?:[?#].*)?$");

    static BulkJob of(Object response, Instant since, List<BulkChunk.Entry> entries) {
        Object url = response instanceof Map<?, ?> map ? map.get("job_status_url") : null;
        String text = url instanceof String given && !given.isBlank() ? given : null;
        return new BulkJob(idOf(text), text, since, entries);
    }

    private static String idOf(String url) {
        Matcher id = ID.matcher(url == null ? "" : url);
        try {
            return id.find() ? PathSegments.one("job id", id.group(1)) : null;
        } catch (IllegalArgumentException e) {
            return null; // it climbs; the records were accepted all the same
        }
    }

    static Request statusRequest(OperationCall call, String id) {
        return Requests.to(call, "GET", List.of("job_statuses", id))
                .expect(Expected.JOB)
                .build();
    }

    Duration age(Instant now) {
        Duration age = Duration.between(since, now);
        return age.isNegative() ? Duration.ZERO : age;
    }

    /** As the body of a message shows a job whose end nobody awaits. */
    Map<String, Object> toMap() {
        List<Integer> indexes = entries.stream().map(BulkChunk.Entry::index).toList();
        Map<String, Object> job = new LinkedHashMap<>();
        job.put("jobId", id);
        job.put("jobStatusUrl", url);
        job.put("firstIndex", indexes.get(0));
        job.put("records", indexes.size());
        job.put("indexes", indexes);
        return job;
    }

    /** The same for all of its records: nobody knows their fate. */
    void addUnknown(RecordResults results, String why) {
        RecordResult.Error error = new RecordResult.Error(0, null, List.of(why));
        entries.forEach(entry ->
                results.add(new RecordResult(entry.index(), Outcome.UNKNOWN, entry.identifier(), null, error)));
    }
}
