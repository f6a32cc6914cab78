package io.github.camelfreshsales.operation;

import io.github.camelfreshsales.FreshsalesConstants;
import io.github.camelfreshsales.FreshsalesException;
import io.github.camelfreshsales.RecordResult;
import io.github.camelfreshsales.RecordResult.Outcome;
import io.github.camelfreshsales.ResultMode;
import io.github.camelfreshsales.http.Request;
import io.github.camelfreshsales.http.Response;
import io.github.camelfreshsales.resource.Resource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Sends many records in chunks and follows the jobs. While jobs are under way further chunks are sent, so that waiting
 * costs no throughput; no more than these chunks are held in memory.
 */
final class BulkUpsert {

    private static final int MOST_A_CALL = 100;

    private final OperationCall call;
    private final Resource resource;
    private final String field;
    private final int batchSize;
    private final boolean waitForJob;
    private final boolean stopOnError;
    private final BulkResults results;
    private final Deque<BulkJob> underWay = new ArrayDeque<>();
    private final List<StartedJob> started = new ArrayList<>();
    private BulkChunk chunk = new BulkChunk();
    private int index;

    /** @param field what the records are matched by */
    BulkUpsert(OperationCall call, Resource resource, String field) {
        this.call = call;
        this.resource = resource;
        this.field = field;
        this.batchSize = call.get(Option.BATCH_SIZE);
        this.waitForJob = call.get(Option.WAIT_FOR_JOB);
        this.stopOnError = call.get(Option.STOP_ON_RECORD_ERROR);
        if (resource.listKey() == null) {
            throw new IllegalArgumentException("Nothing is known of the resource " + resource.name()
                    + ", so its bulk call cannot be made; use the operation request");
        }
        this.results = new BulkResults(call.get(Option.RESULT_MODE) == ResultMode.list);
        if (batchSize < 1 || batchSize > MOST_A_CALL) {
            throw new IllegalArgumentException(
                    "The option batchSize is " + batchSize + "; it must be 1 to " + MOST_A_CALL);
        }
    }

    OperationResult run(Iterator<Object> elements) {
        if (call.get(Option.DRY_RUN)) {
            return dryRun(elements);
        }
        try {
            while (hasNext(elements)) {
                addToChunk(elements);
                if (chunk.size() == batchSize) {
                    sendChunk();
                }
            }
            sendChunk();
            finishAll();
        } finally {
            call.account().traffic().jobsEnded(underWay.size());
        }
        return waitForJob ? results.toResult(ResponseReader.headersOfMany(call)) : startedJobs();
    }

    private OperationResult dryRun(Iterator<Object> elements) {
        List<Object> requests = new ArrayList<>();
        while (elements.hasNext()) {
            addToChunk(index++, elements.next());
            if (chunk.size() == batchSize || !elements.hasNext()) {
                requests.add(DryRun.describe(call, request()).body());
                chunk = new BulkChunk();
            }
        }
        return new OperationResult(requests, Map.of());
    }

    private boolean hasNext(Iterator<Object> elements) {
        try {
            return elements.hasNext();
        } catch (RuntimeException e) {
            throw broken(e);
        }
    }

    private FreshsalesException broken(RuntimeException e) {
        IllegalArgumentException cause =
                new IllegalArgumentException("The body broke after " + index + " records: " + e.getMessage(), e);
        return stop(Failures.notSent(call, cause));
    }

    private void addToChunk(Iterator<Object> elements) {
        Object element;
        try {
            element = elements.next();
        } catch (RuntimeException e) {
            throw broken(e);
        }
        int place = index++;
        try {
            addToChunk(place, element);
        } catch (IllegalArgumentException e) {
            FreshsalesException wrong = Failures.notSent(call, e);
            results.add(new RecordResult(
                    place,
                    Outcome.FAILED,
                    RecordIds.ofElement(element),
                    null,
                    new RecordResult.Error(0, null, wrong.getMessages())));
            if (stopOnError) {
                throw stop(wrong);
            }
        }
    }

    /** An item is {@code {identifier: value, data: record}}, the record without its id. */
    private void addToChunk(int place, Object element) {
        Map<String, Object> record = call.account().reader().record(element);
        Object identifier = Identifiers.required(field, Payload.bare(call, resource, record));
        Map<String, Object> item = new LinkedHashMap<>();
        item.put(field, identifier);
        item.put("data", Payload.inBulk(call, resource, record));
        chunk.add(place, identifier, item);
    }

    private Request request() {
        return BulkOperations.request(call, resource.pathTo("bulk_upsert"), Map.of(resource.listKey(), chunk.items()));
    }

    private void sendChunk() {
        if (chunk.size() == 0) {
            return;
        }
        if (underWay.size() >= Math.max(1, call.options().getJobsInFlight())) {
            finish(underWay.poll());
            if (stopOnError && results.hasFailures()) {
                throw stop(recordsFailed());
            }
            if (call.isStopping()) {
                throw stop(Failures.stopped(call, index - chunk.size()));
            }
        }
        BulkChunk sent = chunk;
        Request request = request();
        chunk = new BulkChunk();
        try {
            accepted(sent, request, Sender.send(call, request));
        } catch (FreshsalesException e) {
            results.add(sent.entries(), fateOf(e), e);
            if (stopOnError || RecordsInTurn.concernsAccount(e)) {
                throw stop(e);
            }
        }
    }

    /** A chunk that was refused has failed; one whose call broke may have been accepted. */
    private static Outcome fateOf(FreshsalesException e) {
        return e.mayHaveBeenCarriedOut() ? Outcome.UNKNOWN : Outcome.FAILED;
    }

    private void accepted(BulkChunk sent, Request request, Response response) {
        Object url;
        try {
            url = ResponseReader.parse(call, response) instanceof Map<?, ?> answer
                    ? answer.get("job_status_url")
                    : null;
        } catch (UnreadableResponseException e) {
            throw Failures.unreadable(call, request, response, e);
        }
        if (url == null) {
            results.add(sent.entries(), JobReport.withoutJob(sent.entries()));
            return;
        }
        String id = Jobs.idOf(url.toString());
        if (!waitForJob) {
            started.add(StartedJob.of(id, url.toString(), sent));
            return;
        }
        call.account().traffic().jobBegan();
        underWay.add(new BulkJob(id, url.toString(), call.account().now(), sent.entries()));
    }

    private void finishAll() {
        while (!underWay.isEmpty()) {
            finish(underWay.poll());
        }
        if (stopOnError && results.hasFailures()) {
            throw stop(recordsFailed());
        }
    }

    private void finish(BulkJob job) {
        try {
            JobReport report = Jobs.follow(call, job);
            results.add(job.entries(), report == null ? JobReport.notEnded(job) : report.fates(job.entries()));
        } catch (FreshsalesException e) {
            results.add(job.entries(), Outcome.UNKNOWN, e);
        } finally {
            call.account().traffic().jobsEnded(1);
        }
    }

    /** Sees the jobs under way to their end, so that what happened is known, names the others, and ends the call. */
    private FreshsalesException stop(FreshsalesException reason) {
        while (!underWay.isEmpty()) {
            finish(underWay.poll());
        }
        started.forEach(job -> job.addTo(results));
        return reason.withResults(results.results(), RecordsInTurn.canBeReadAgain(call.body()));
    }

    private FreshsalesException recordsFailed() {
        return Failures.recordsFailed(
                call, results.count(Outcome.FAILED), results.count(Outcome.UNKNOWN), results.results());
    }

    /** The jobs, for those who look at them later, and what became of the records that are in none. */
    private OperationResult startedJobs() {
        Map<String, Object> headers = ResponseReader.headersOfMany(call);
        if (started.size() == 1) {
            headers.put(FreshsalesConstants.JOB_ID, started.get(0).id());
            headers.put(FreshsalesConstants.JOB_STATUS_URL, started.get(0).url());
        }
        headers.put(FreshsalesConstants.FAILED_COUNT, results.count(Outcome.FAILED) + results.count(Outcome.UNKNOWN));
        List<Object> all = new ArrayList<>();
        started.forEach(job -> all.add(job.toMap()));
        all.addAll(results.results());
        return new OperationResult(all, headers);
    }
}
