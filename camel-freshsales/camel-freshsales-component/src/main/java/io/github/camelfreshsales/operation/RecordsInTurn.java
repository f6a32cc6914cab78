// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.operation;

import io.github.camelfreshsales.FreshsalesConstants;
import io.github.camelfreshsales.FreshsalesException;
import io.github.camelfreshsales.FreshsalesOperation;
import io.github.camelfreshsales.RecordResult;
import io.github.camelfreshsales.RecordResult.Outcome;
import io.github.camelfreshsales.content.RecordReader;
import io.github.camelfreshsales.content.Records;
import io.github.camelfreshsales.fields.PreparedRecord;
import io.github.camelfreshsales.resource.Resource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Does the same with every record of the body: one record gives its result, many give a list of results in the order of
 * the input. The records are pulled one by one, so that a stream of any length goes through.
 */
final class RecordsInTurn {

    private final OperationCall call;
    private final Session session;
    private final Resource resource;
    private final RecordResults results;
    private final RecordNotices notices = new RecordNotices();

    private RecordsInTurn(OperationCall call, Session session, Resource resource) {
        this.call = call;
        this.session = session;
        this.resource = resource;
        this.results = new RecordResults(call, session);
    }

    static OperationResult run(
            OperationCall call,
            Session session,
            Resource resource,
            Function<Map<String, Object>, OperationResult> step) {
        Preparation preparation = Preparation.of(call, session, resource);
        Records records = session.account().reader().read(call.body().content());
        if (records instanceof Records.One one) {
            return preparation == null
                    ? step.apply(one.record())
                    : Preparation.send(preparation.prepare(one.record()), step);
        }
        if (records instanceof Records.Many many) {
            refuseOneIdForMany(call);
            try (many) {
                return new RecordsInTurn(call, session, resource).each(many.elements(), preparation, step);
            }
        }
        throw new IllegalArgumentException("The operation " + call.operation()
                + " needs a record as the body: a Map, an object, JSON text, or many of these");
    }

    /** The same with ids: the one of the option, or those of the body. */
    static OperationResult runIds(
            OperationCall call, Session session, Resource resource, Function<String, OperationResult> step) {
        String id = call.get(Option.RECORD_ID);
        if (id != null) {
            return step.apply(id);
        }
        Object body = call.body().content();
        if (RecordIds.isId(body)) {
            return step.apply(RecordIds.text("id", body));
        }
        Records records = session.account().reader().read(body);
        if (records instanceof Records.One one) {
            return step.apply(RecordIds.required(one.record()));
        }
        if (records instanceof Records.Many many) {
            try (many) {
                return new RecordsInTurn(call, session, resource)
                        .each(
                                many.elements(),
                                UnaryOperator.identity(),
                                element -> step.apply(RecordIds.required(element)));
            }
        }
        throw new IllegalArgumentException("The operation " + call.operation()
                + " needs the option recordId, the header CamelFreshsalesRecordId, or ids as the body");
    }

    private static void refuseOneIdForMany(OperationCall call) {
        if (call.get(Option.RECORD_ID) != null) {
            throw new IllegalArgumentException(
                    "The body holds many records, but recordId names one. Leave recordId out,"
                            + " and give each record its own id");
        }
    }

    private OperationResult each(
            Iterator<Object> elements, Preparation preparation, Function<Map<String, Object>, OperationResult> step) {
        RecordReader reader = session.account().reader();
        return preparation == null
                ? each(elements, reader::record, step)
                : each(
                        elements,
                        element -> preparation.prepare(reader.record(element)),
                        prepared -> Preparation.send(prepared, step));
    }

    private <T> OperationResult each(
            Iterator<Object> elements, Function<Object, T> reading, Function<T, OperationResult> step) {
        if (call.get(Option.DRY_RUN)) {
            return described(elements, reading.andThen(step));
        }
        int index = 0;
        for (; hasNext(elements, index); index++) {
            if (index > 0 && session.isStopping()) {
                throw with(Failures.stopped(call, index));
            }
            one(index, next(elements, index), reading, step);
        }
        return notices.with(results.toResult(ResultFormat.headersOfMany(session)));
    }

    private <T> void one(int index, Object element, Function<Object, T> reading, Function<T, OperationResult> step) {
        Object identifier = Identifiers.naming(call, resource, element);
        try {
            T record = reading.apply(element);
            identifier = named(identifier, record);
            OperationResult result = step.apply(record);
            notices.add(index, result);
            results.add(result(index, identifier, result));
        } catch (FreshsalesException e) {
            if (e.getCause() instanceof ResponseMisfitException misfit) {
                results.add(stored(index, identifier, misfit, e));
                if (misfit instanceof UnstoredFieldsException && call.get(Option.STOP_ON_RECORD_ERROR)) {
                    throw with(e);
                }
                return;
            }
            results.add(index, identifier, e.isOutcomeUnknown() ? Outcome.UNKNOWN : Outcome.FAILED, e);
            if (call.get(Option.STOP_ON_RECORD_ERROR) || concernsAccount(e)) {
                throw with(e);
            }
        } catch (RuntimeException e) {
            FreshsalesException wrong = Failures.recordUnread(call, session, index, e);
            results.add(index, identifier, Outcome.FAILED, wrong);
            if (call.get(Option.STOP_ON_RECORD_ERROR)) {
                throw wrong.withResults(results.results(), false);
            }
        }
    }

    /** The fields of a record have their own names only after it was prepared. */
    private Object named(Object identifier, Object record) {
        if (record instanceof PreparedRecord prepared) {
            Object named = Identifiers.naming(call, resource, prepared.record());
            return named == null ? identifier : named;
        }
        return identifier == null ? Identifiers.naming(call, resource, record) : identifier;
    }

    private static RecordResult result(int index, Object identifier, OperationResult result) {
        Object named = identifier == null ? result.headers().get(FreshsalesConstants.RESULT_ID) : identifier;
        boolean unchanged = Boolean.TRUE.equals(result.headers().get(FreshsalesConstants.UNCHANGED));
        return new RecordResult(index, unchanged ? Outcome.UNCHANGED : Outcome.SUCCEEDED, named, result.body(), null);
    }

    /** The record was stored; only what came back does not fit, which is said beside it. */
    private static RecordResult stored(
            int index, Object identifier, ResponseMisfitException misfit, FreshsalesException e) {
        RecordResult.Error error = new RecordResult.Error(e.getStatus(), null, List.of(misfit.getMessage()));
        return new RecordResult(index, Outcome.SUCCEEDED, identifier, misfit.content(), error);
    }

    private FreshsalesException with(FreshsalesException e) {
        return e.withResults(results.results(), maySendAgain());
    }

    /** A dry run of many: nothing is sent, so there are requests and no results. */
    private OperationResult described(Iterator<Object> elements, Function<Object, OperationResult> step) {
        List<Object> requests = new ArrayList<>();
        for (int index = 0; hasNext(elements, index); index++) {
            OperationResult described = described(index, next(elements, index), step);
            notices.add(index, described);
            requests.add(described.body());
        }
        return notices.with(new OperationResult(requests, Map.of()));
    }

    private OperationResult described(int index, Object element, Function<Object, OperationResult> step) {
        try {
            return step.apply(element);
        } catch (FreshsalesException e) {
            throw e;
        } catch (RuntimeException e) {
            throw Failures.recordUndescribed(call, index, e);
        }
    }

    private boolean hasNext(Iterator<Object> elements, int index) {
        try {
            return elements.hasNext();
        } catch (RuntimeException e) {
            throw with(Failures.bodyBroke(call, session, index, e));
        }
    }

    private Object next(Iterator<Object> elements, int index) {
        try {
            return elements.next();
        } catch (RuntimeException e) {
            throw with(Failures.bodyBroke(call, session, index, e));
        }
    }

    /** Whether a second message with the same body does no harm and brings the same records. */
    private boolean maySendAgain() {
        boolean nothingStored = results.succeeded() == 0 && results.unknown() == 0;
        return call.body().isReadableAgain() && (call.operation() != FreshsalesOperation.create || nothingStored);
    }

    /** Whether the next record would fare no better. */
    static boolean concernsAccount(FreshsalesException e) {
        int status = e.getStatus();
        boolean unreachable = status == 0 && e.getMethod() != null && !e.isOutcomeUnknown();
        boolean ofSentRepository = e.getMethod() == null && e.isRetryable();
        return status == 401 || status == 403 || status == 429 || unreachable || ofSentRepository;
    }
}
