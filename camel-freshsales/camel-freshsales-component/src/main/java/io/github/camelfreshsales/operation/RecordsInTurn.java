package io.github.camelfreshsales.operation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelfreshsales.FreshsalesException;
import io.github.camelfreshsales.FreshsalesOperation;
import io.github.camelfreshsales.ResultMode;
import io.github.camelfreshsales.content.Records;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Does the same with every record of the body: one record gives its result, many give a list of results in the order of
 * the input. The records are pulled one by one, so that a stream of any length goes through.
 */
final class RecordsInTurn {

    private RecordsInTurn() {}

    static OperationResult run(OperationCall call, Function<Map<String, Object>, OperationResult> step) {
        Records records = call.account().reader().read(call.body());
        if (records instanceof Records.One one) {
            return step.apply(one.record());
        }
        if (records instanceof Records.Many many) {
            refuseOneIdForMany(call);
            try (many) {
                return each(
                        call,
                        many.elements(),
                        element -> step.apply(call.account().reader().record(element)),
                        RecordIds::ofElement);
            }
        }
        throw new IllegalArgumentException("The operation " + call.operation()
                + " needs a record as the body: a Map, an object, JSON text, or many of these");
    }

    /** The same with ids: the one of the option, or those of the body. */
    static OperationResult runIds(OperationCall call, Function<String, OperationResult> step) {
        String id = call.get(Option.RECORD_ID);
        if (id != null) {
            return step.apply(id);
        }
        Object body = call.body();
        if (RecordIds.isId(body)) {
            return step.apply(body.toString().trim());
        }
        Records records = call.account().reader().read(body);
        if (records instanceof Records.One one) {
            return step.apply(RecordIds.required(one.record()));
        }
        if (records instanceof Records.Many many) {
            try (many) {
                return each(
                        call,
                        many.elements(),
                        element -> step.apply(RecordIds.required(element)),
                        RecordIds::ofElement);
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

    private static OperationResult each(
            OperationCall call,
            Iterator<Object> elements,
            Function<Object, OperationResult> step,
            Function<Object, Object> identifier) {
        if (call.get(Option.DRY_RUN)) {
            return described(elements, step);
        }
        ResultCollector results = new ResultCollector(call.get(Option.RESULT_MODE) == ResultMode.list);
        boolean stop = call.get(Option.STOP_ON_RECORD_ERROR);
        while (hasNext(call, elements, results)) {
            Object element = next(call, elements, results);
            try {
                results.succeeded(step.apply(element), identifier.apply(element));
            } catch (FreshsalesException e) {
                results.failed(e, identifier.apply(element));
                if (stop || concernsAccount(e)) {
                    throw e.withResults(results.results(), maySendAgain(call, results));
                }
            } catch (IllegalArgumentException | UncheckedIOException e) {
                FreshsalesException wrong = Failures.notSent(call, e);
                results.failed(wrong, identifier.apply(element));
                if (stop) {
                    throw wrong.withResults(results.results(), false);
                }
            }
        }
        return results.toResult(ResponseReader.headersOfMany(call));
    }

    /** A dry run of many: nothing was sent, so there are requests and no results. */
    private static OperationResult described(Iterator<Object> elements, Function<Object, OperationResult> step) {
        List<Object> requests = new ArrayList<>();
        elements.forEachRemaining(element -> requests.add(step.apply(element).body()));
        return new OperationResult(requests, Map.of());
    }

    private static boolean hasNext(OperationCall call, Iterator<Object> elements, ResultCollector results) {
        try {
            return elements.hasNext();
        } catch (RuntimeException e) {
            throw sourceBroke(call, e, results);
        }
    }

    private static Object next(OperationCall call, Iterator<Object> elements, ResultCollector results) {
        try {
            return elements.next();
        } catch (RuntimeException e) {
            throw sourceBroke(call, e, results);
        }
    }

    private static FreshsalesException sourceBroke(OperationCall call, RuntimeException e, ResultCollector results) {
        IllegalArgumentException cause = new IllegalArgumentException(
                "The body broke after " + results.count() + " records: " + e.getMessage(), e);
        return Failures.notSent(call, cause).withResults(results.results(), false);
    }

    /** Whether a second message with the same body does no harm and brings the same records. */
    private static boolean maySendAgain(OperationCall call, ResultCollector results) {
        return canBeReadAgain(call.body())
                && (call.operation() != FreshsalesOperation.create || results.nothingStored());
    }

    /** Whether a second look at the body finds the same records. */
    static boolean canBeReadAgain(Object body) {
        return body instanceof Collection<?>
                || body instanceof Map<?, ?>
                || body instanceof CharSequence
                || body instanceof JsonNode
                || body != null && body.getClass().isArray();
    }

    /** Whether the next record would fare no better. */
    static boolean concernsAccount(FreshsalesException e) {
        int status = e.getStatus();
        boolean unreachable = status == 0 && e.getMethod() != null && !e.isOutcomeUnknown();
        return status == 401 || status == 403 || status == 429 || unreachable;
    }
}
