// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.operation;

import io.github.camelfreshsales.FreshsalesConstants;
import io.github.camelfreshsales.FreshsalesException;
import io.github.camelfreshsales.RecordResult;
import io.github.camelfreshsales.RecordResult.Outcome;
import io.github.camelfreshsales.http.Request;
import io.github.camelfreshsales.http.Response;
import io.github.camelfreshsales.resource.Resource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Sends many records, or ids, in chunks. If the service works on a chunk in a job, it follows the jobs and sends further chunks
 * meanwhile, so that the waits do not reduce the throughput. Only these chunks are in memory.
 */
final class BulkRun {

    private final OperationCall call;
    private final Session session;
    private final Resource resource;
    private final BulkKind kind;
    private final RecordResults results;
    private final JobsUnderWay underWay;
    private final SentInBulk sent;
    private final List<BulkJob> started = new ArrayList<>();
    private final Deque<BulkItem> read = new ArrayDeque<>();
    private BulkChunk chunk = new BulkChunk();
    private int index;

    BulkRun(OperationCall call, Session session, Resource resource, BulkKind kind) {
        this.call = call;
        this.session = session;
        this.resource = resource;
        this.kind = kind;
        this.sent = new SentInBulk(kind.sent(), SentRecords.areSkipped(call));
        this.results = new RecordResults(call, session, sent::ended);
        this.underWay = new JobsUnderWay(call, session, results);
    }

    OperationResult run(Iterator<Object> elements) {
        if (call.get(Option.DRY_RUN)) {
            return dryRun(elements);
        }
        try {
            while (hasNext(elements)) {
                read(elements);
                if (read.size() == call.get(Option.BATCH_SIZE)) {
                    sort();
                }
            }
            sort();
            sendChunk();
            finish();
        } finally {
            underWay.leave();
            sent.finish();
        }
        return isFollowed() || kind.jobless() ? results.toResult(ResultFormat.headersOfMany(session)) : startedJobs();
    }

    private boolean isFollowed() {
        return call.get(Option.WAIT_FOR_JOB);
    }

    private OperationResult dryRun(Iterator<Object> elements) {
        List<Object> requests = new ArrayList<>();
        while (hasNext(elements)) {
            chunk.add(itemToDescribe(index++, next(elements)));
            if (chunk.size() == call.get(Option.BATCH_SIZE) || !hasNext(elements)) {
                requests.add(
                        DryRun.describe(session.account(), kind.request(chunk)).body());
                chunk = new BulkChunk();
            }
        }
        return new OperationResult(requests, Map.of());
    }

    private BulkItem itemToDescribe(int place, Object element) {
        try {
            return kind.item(place, element);
        } catch (FreshsalesException e) {
            throw e;
        } catch (RuntimeException e) {
            throw Failures.recordUndescribed(call, place, e);
        }
    }

    private boolean hasNext(Iterator<Object> elements) {
        try {
            return elements.hasNext();
        } catch (RuntimeException e) {
            throw stop(Failures.bodyBroke(call, session, index, e));
        }
    }

    private Object next(Iterator<Object> elements) {
        try {
            return elements.next();
        } catch (RuntimeException e) {
            throw stop(Failures.bodyBroke(call, session, index, e));
        }
    }

    private void read(Iterator<Object> elements) {
        Object element = next(elements);
        int place = index++;
        try {
            read.add(kind.item(place, element));
        } catch (FreshsalesException e) { // what the account has could not be asked for
            results.add(place, Identifiers.naming(call, resource, element), Outcome.FAILED, e);
            if (call.get(Option.STOP_ON_RECORD_ERROR) || RecordsInTurn.concernsAccount(e)) {
                throw stop(e);
            }
        } catch (RuntimeException e) {
            FreshsalesException wrong = Failures.recordUnread(call, session, place, e);
            results.add(place, naming(element), Outcome.FAILED, wrong);
            if (call.get(Option.STOP_ON_RECORD_ERROR)) {
                throw stop(wrong);
            }
        }
    }

    /** What a record that cannot be sent is named by; null also when it cannot even be read. */
    private Object naming(Object element) {
        Object name = Identifiers.naming(call, resource, element);
        try {
            return name == null ? Identifiers.naming(call, resource, kind.named(element)) : name;
        } catch (RuntimeException e) {
            return null; // it is said already why
        }
    }

    /** Leaves out what is unchanged, so that chunks are full of what is not. */
    private void sort() {
        known(() -> sent.read(read));
        while (!read.isEmpty()) {
            BulkItem item = read.remove();
            if (sent.isUnchanged(item)) {
                results.add(new RecordResult(item.index(), Outcome.UNCHANGED, item.identifier(), null, null));
                continue;
            }
            sent.add(item);
            chunk.add(item);
            if (chunk.size() == call.get(Option.BATCH_SIZE)) {
                sendChunk();
            }
        }
    }

    /** Without the repository of what was sent, nothing is sent any more. */
    private void known(Runnable step) {
        try {
            step.run();
        } catch (FreshsalesException e) {
            throw stop(e);
        }
    }

    /** How many records were read of which nothing has become yet. */
    private int waiting() {
        return chunk.size() + read.size();
    }

    private void sendChunk() {
        if (chunk.size() == 0) {
            return;
        }
        if (!underWay.awaitAtMost(call.get(Option.JOBS_IN_FLIGHT) - 1)) {
            throw stop(Failures.stopped(call, index - waiting()));
        }
        stopAfterFailures();
        if (session.requests() > 0 && session.isStopping()) {
            throw stop(Failures.stopped(call, index - waiting()));
        }
        known(sent::leave);
        BulkChunk full = chunk;
        chunk = new BulkChunk();
        Request request = kind.request(full);
        try {
            accepted(full, session.send(call, request));
        } catch (FreshsalesException e) {
            Outcome outcome = e.mayHaveBeenCarriedOut() ? Outcome.UNKNOWN : Outcome.FAILED;
            full.entries().forEach(entry -> results.add(entry.index(), entry.identifier(), outcome, e));
            if (call.get(Option.STOP_ON_RECORD_ERROR) || RecordsInTurn.concernsAccount(e)) {
                throw stop(e);
            }
        }
    }

    private void accepted(BulkChunk chunk, Response response) {
        if (kind.jobless()) {
            chunk.entries()
                    .forEach(entry -> results.add(new RecordResult(
                            entry.index(), Outcome.SUCCEEDED, entry.identifier(), response.content(), null)));
            return;
        }
        BulkJob job = BulkJob.of(response.content(), session.account().now(), chunk.entries());
        if (job.id() == null) {
            job.addUnknown(results, JobReport.NO_JOB);
            return;
        }
        session.jobBegan(job.id());
        if (isFollowed()) {
            underWay.add(job);
        } else {
            started.add(job);
        }
    }

    private void finish() {
        if (!underWay.awaitAtMost(0)) {
            throw stop(Failures.stopped(call, index));
        }
        stopAfterFailures();
    }

    private void stopAfterFailures() {
        if (underWay.failureOfAccount() != null) {
            throw stop(underWay.failureOfAccount());
        }
        if (call.get(Option.STOP_ON_RECORD_ERROR) && results.hasFailures()) {
            throw stop(Failures.recordsFailed(call, results));
        }
    }

    /** Waits for the jobs under way, so that their results are known, names the others, and ends the call. */
    private FreshsalesException stop(FreshsalesException reason) {
        underWay.awaitAtMost(0);
        underWay.leave();
        started.forEach(job -> job.addUnknown(
                results, "sent in the job " + job.id() + ", which the call did not wait for; check it with jobStatus"));
        return reason.withResults(results.results(), call.body().isReadableAgain());
    }

    /** The jobs, for those who follow them later, and what became of the records that are in none. */
    private OperationResult startedJobs() {
        Map<String, Object> headers = ResultFormat.headersOfMany(session);
        if (started.size() == 1) {
            headers.put(FreshsalesConstants.JOB_ID, started.get(0).id());
            headers.put(FreshsalesConstants.JOB_STATUS_URL, started.get(0).url());
        }
        headers.put(FreshsalesConstants.FAILED_COUNT, results.failed() + results.unknown());
        List<Object> all = new ArrayList<>();
        started.forEach(job -> all.add(job.toMap()));
        all.addAll(results.results());
        return new OperationResult(all, headers);
    }
}
