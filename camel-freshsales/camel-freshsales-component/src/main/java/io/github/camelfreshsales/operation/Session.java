// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.operation;

import io.github.camelfreshsales.FreshsalesOperation;
import io.github.camelfreshsales.RecordResult.Outcome;
import io.github.camelfreshsales.content.RequestBody;
import io.github.camelfreshsales.http.Fate;
import io.github.camelfreshsales.http.History;
import io.github.camelfreshsales.http.Request;
import io.github.camelfreshsales.http.Response;
import io.github.camelfreshsales.http.Sleeper;
import io.github.camelfreshsales.http.Transport;
import io.github.camelfreshsales.http.TransportException;
import io.github.camelfreshsales.http.WaitTimes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The dealings of one call with its account: it sends the requests, waits, and counts both. */
public final class Session {

    private static final int MOST_JOB_IDS = 10;

    private final Account account;
    private final Transport transport;
    private final Sleeper sleeper;
    private final FreshsalesOperation countedAs;
    private Map<Outcome, Long> records = Map.of();
    private List<String> jobIds = List.of();
    private long jobs;
    private int requests;
    private WaitTimes waits = WaitTimes.NONE;
    private Response latest;

    /**
     * @param transport the way to the account for this call
     * @param sleeper   how the call waits
     */
    public Session(Account account, Transport transport, Sleeper sleeper) {
        this(account, transport, sleeper, null);
    }

    /** @param countedAs what the requests are counted as, or null: as the operation of their call */
    Session(Account account, Transport transport, Sleeper sleeper, FreshsalesOperation countedAs) {
        this.countedAs = countedAs;
        this.account = account;
        this.transport = transport;
        this.sleeper = sleeper;
    }

    /** For what must be known beside the call: its requests are not counted as those of the call. */
    Session aside() {
        return new Session(account, transport, sleeper);
    }

    Account account() {
        return account;
    }

    /** The latest response, or null. */
    Response latest() {
        return latest;
    }

    /** How many requests were sent so far, retries included. */
    int requests() {
        return requests;
    }

    /** Takes note of what became of a record of many. */
    void recordEnded(OperationCall call, Outcome outcome) {
        if (records.isEmpty()) {
            records = new EnumMap<>(Outcome.class);
        }
        records.merge(outcome, 1L, Long::sum);
        account.traffic().recordEnded(call.purpose(), outcome);
    }

    /** Takes note of a bulk job. */
    void jobBegan(String id) {
        if (jobs++ == 0) {
            jobIds = new ArrayList<>();
        }
        if (jobIds.size() < MOST_JOB_IDS) {
            jobIds.add(id);
        }
    }

    /** The summary of the call so far. */
    public CallSummary summary() {
        return new CallSummary(
                requests,
                waits.total(),
                count(Outcome.SUCCEEDED),
                count(Outcome.FAILED),
                count(Outcome.UNKNOWN),
                count(Outcome.UNCHANGED),
                jobs,
                jobIds);
    }

    private long count(Outcome outcome) {
        return records.getOrDefault(outcome, 0L);
    }

    /** Waits; false when the route stops, or the thread was interrupted. */
    boolean pause(Duration time) {
        try {
            return sleeper.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Whether the route stops: nothing is to be begun any more. */
    boolean isStopping() {
        return !pause(Duration.ZERO);
    }

    /** Sends the request and makes a result of what was asked for; a dry run describes the request instead. */
    OperationResult exchange(OperationCall call, Request request, Function<Response, OperationResult> reading) {
        try (RequestBody body = request.body()) {
            if (call.get(Option.DRY_RUN)) {
                return DryRun.describe(account, request);
            }
            Response response = send(call, request);
            try {
                return reading.apply(response);
            } catch (ResponseMisfitException e) {
                throw Failures.misfit(call, this, request, response, e);
            }
        }
    }

    /** The response that holds what was asked for; everything else is the one exception. */
    Response send(OperationCall call, Request request) {
        Response response = respond(call, request);
        if (!Fate.of(request, response).succeeded()) {
            throw Failures.refused(call, this, request, response);
        }
        return response;
    }

    /** The response, whatever it says. */
    Response respond(OperationCall call, Request request) {
        Request counted = countedAs == null ? request : request.countedAs(countedAs);
        try {
            Response response = transport.send(counted);
            ended(counted, response.history(), response.history().attempts());
            latest = response;
            return response;
        } catch (TransportException e) {
            boolean lastWasHeldBack = e.retryAfter() != null;
            ended(counted, e.history(), e.history().attempts() - (lastWasHeldBack ? 1 : 0));
            throw Failures.withoutResponse(call, this, request, e);
        }
    }

    private void ended(Request request, History history, int sent) {
        requests += sent;
        waits = waits.plus(history.waits());
        account.traffic().callEnded(request.purpose(), sent, history.waits());
    }
}
