// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.operation;

import io.github.camelfreshsales.FreshsalesException;
import io.github.camelfreshsales.FreshsalesException.Failure;
import io.github.camelfreshsales.FreshsalesOperation;
import io.github.camelfreshsales.http.ApiRoot;
import io.github.camelfreshsales.http.ErrorReader;
import io.github.camelfreshsales.http.ErrorReader.VendorError;
import io.github.camelfreshsales.http.Fate;
import io.github.camelfreshsales.http.History;
import io.github.camelfreshsales.http.KeyMask;
import io.github.camelfreshsales.http.LogText;
import io.github.camelfreshsales.http.Request;
import io.github.camelfreshsales.http.Response;
import io.github.camelfreshsales.http.RetryAfter;
import io.github.camelfreshsales.http.TransportException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Makes the exception for everything that can go wrong: what was tried, what the response was, what to do. */
final class Failures {

    private static final int MOST_OF_A_BODY = 4096;
    private static final int MOST_REASONS = 3;
    private static final String UNKNOWN =
            " It is unknown whether Freshsales carried out the call: search for the record before you send it again.";

    private Failures() {}

    /** The service refused, or sent something else than what was asked for. */
    static FreshsalesException refused(OperationCall call, Session session, Request request, Response response) {
        VendorError error = masked(ErrorReader.read(response), session.account().mask());
        Fate fate = Fate.of(request, response);
        String said = error.messages().isEmpty() ? "" : ": " + String.join("; ", error.messages());
        String code = error.code() == null ? "" : " (code " + error.code() + ")";
        String problem = response.problem() == null ? "" : ", but " + response.problem();
        String advice = fate.isUnknown()
                ? UNKNOWN
                : ErrorAdvice.of(call, session.account().root(), request, response);
        String message = tried(call, session, request) + after(response.history()) + " returned " + response.status()
                + problem + said + code + "." + advice;
        List<String> messages = error.messages().isEmpty() && response.problem() != null
                ? List.of(response.problem())
                : error.messages();
        Failure failure = new Failure(
                call.operation(),
                call.resourceType(),
                request.method(),
                session.account().root().pathOf(request),
                response.status(),
                error.code(),
                messages,
                RetryAfter.read(
                        response.header("Retry-After"), session.account().now()),
                fate.again(),
                fate.isUnknown(),
                fate.acted(),
                cut(session, response),
                List.of());
        return withEarlier(response.history(), new FreshsalesException(message, failure, null));
    }

    /** Freshsales did what it was asked to, but the response does not fit what the route wants of it. */
    static FreshsalesException misfit(
            OperationCall call, Session session, Request request, Response response, ResponseMisfitException e) {
        String message = tried(call, session, request) + after(response.history()) + " returned " + response.status()
                + ", but " + e.getMessage() + ". Freshsales has carried out the call.";
        Failure failure = new Failure(
                call.operation(),
                call.resourceType(),
                request.method(),
                session.account().root().pathOf(request),
                response.status(),
                null,
                List.of(e.getMessage()),
                null,
                false,
                false,
                true,
                cut(session, response),
                e instanceof UnstoredFieldsException unstored
                        ? List.of(unstored.result(response.status()))
                        : List.of());
        return withEarlier(response.history(), new FreshsalesException(message, failure, e));
    }

    /** No response, or half of one. */
    static FreshsalesException withoutResponse(
            OperationCall call, Session session, Request request, TransportException e) {
        Fate fate = Fate.of(request, e);
        String message = tried(call, session, request) + after(e.history()) + " failed: " + e.getMessage() + "."
                + (fate.isUnknown() ? UNKNOWN : "");
        Failure failure = new Failure(
                call.operation(),
                call.resourceType(),
                request.method(),
                session.account().root().pathOf(request),
                e.status(),
                null,
                List.of(e.getMessage()),
                e.retryAfter(),
                fate.again(),
                fate.isUnknown(),
                fate.acted(),
                null,
                List.of());
        return withEarlier(e.history(), new FreshsalesException(message, failure, e.getCause()));
    }

    /** The message could not be read, before there was a request. */
    static FreshsalesException unread(FreshsalesOperation operation, String resourceType, RuntimeException e) {
        return new FreshsalesException(
                "Freshsales " + operation + " was not sent. " + reason(e),
                Failure.of(operation, resourceType, List.of(reason(e)), false),
                cause(e));
    }

    /** Something is wrong with the call, or went wrong beside the requests. */
    static FreshsalesException broken(OperationCall call, Session session, RuntimeException e) {
        if (session.requests() == 0) {
            return unread(call.operation(), call.resourceType(), e);
        }
        return ended(call, "failed after " + requests(session) + ": " + reason(e), List.of(reason(e)), cause(e));
    }

    /** One record of many cannot be sent. */
    static FreshsalesException recordUnread(OperationCall call, Session session, int index, RuntimeException e) {
        if (session.requests() == 0) {
            return unread(call.operation(), call.resourceType(), e);
        }
        return ended(
                call, "stopped at the record with index " + index + ": " + reason(e), List.of(reason(e)), cause(e));
    }

    /** One record of many cannot be sent, and nothing is to be sent. */
    static FreshsalesException recordUndescribed(OperationCall call, int index, RuntimeException e) {
        String what = "The record with index " + index + ": " + e.getMessage();
        return unread(call.operation(), call.resourceType(), new IllegalArgumentException(what, cause(e)));
    }

    /** The body gave no further record. */
    static FreshsalesException bodyBroke(OperationCall call, Session session, int records, RuntimeException e) {
        String what = "The body broke after " + records + " records: " + e.getMessage();
        if (session.requests() == 0) {
            return unread(call.operation(), call.resourceType(), new IllegalArgumentException(what, cause(e)));
        }
        return ended(call, "stopped. " + what, List.of(what), cause(e));
    }

    /** What was sent before cannot be read, or what is to be sent cannot be noted: nothing may be sent then. */
    static FreshsalesException ofSentRepository(OperationCall call, Session session, RuntimeException e) {
        String what = "the sentRepository failed: " + e.getMessage();
        String sent = session.requests() == 0 ? "was not sent, since " : "stopped after " + requests(session) + ": ";
        Failure failure = Failure.of(call.operation(), call.resourceType(), List.of(what), session.requests() > 0)
                .asRetryable();
        return new FreshsalesException(
                "Freshsales " + call.operation() + " " + call.resourceType() + " " + sent + what + ".", failure, e);
    }

    /** Not all records of a call succeeded. The message has the first reasons, the results have all of them. */
    static FreshsalesException recordsFailed(OperationCall call, RecordResults results) {
        Set<String> reasons = new LinkedHashSet<>();
        results.results().stream()
                .filter(result -> result.error() != null)
                .forEach(result -> reasons.addAll(result.error().messages()));
        List<String> first = reasons.stream().limit(MOST_REASONS).toList();
        List<String> messages = new ArrayList<>(first);
        String counts = results.failed() + " records failed and " + results.unknown() + " have an unknown outcome";
        messages.add(0, counts);
        String message = "Freshsales " + call.operation() + " " + call.resourceType() + ": " + counts
                + (first.isEmpty()
                        ? ""
                        : " (" + String.join("; ", first) + (reasons.size() > first.size() ? "; …)" : ")"))
                + "; getResults() says which and why.";
        Failure failure = Failure.of(call.operation(), call.resourceType(), messages, true)
                .withUnknownOutcome(results.unknown() > 0);
        return new FreshsalesException(message, failure, null);
    }

    /** The route stopped while a call still had records to send. */
    static FreshsalesException stopped(OperationCall call, int records) {
        String message = "Freshsales " + call.operation() + " " + call.resourceType() + ": the route stopped after "
                + records + " records; getResults() has the results.";
        Failure failure = Failure.of(call.operation(), call.resourceType(), List.of(message), true)
                .asRetryable();
        return new FreshsalesException(message, failure, null);
    }

    /** The route stopped between two pages. */
    static FreshsalesException stoppedReading(OperationCall call, int page) {
        String message = "Freshsales " + call.operation() + " " + call.resourceType()
                + ": the route stopped before page " + page + " was read.";
        Failure failure = Failure.of(call.operation(), call.resourceType(), List.of(message), false)
                .asRetryable();
        return new FreshsalesException(message, failure, null);
    }

    private static FreshsalesException ended(OperationCall call, String what, List<String> reasons, Throwable cause) {
        String resource = call.resourceType() == null ? "" : " " + call.resourceType();
        Failure failure = Failure.of(call.operation(), call.resourceType(), reasons, true);
        return new FreshsalesException("Freshsales " + call.operation() + resource + " " + what, failure, cause);
    }

    private static String requests(Session session) {
        return session.requests() == 1 ? "one request" : session.requests() + " requests";
    }

    /** What is wrong, in our own words. The words of an exception that nobody foresaw may quote a record. */
    private static String reason(RuntimeException e) {
        boolean ours = e instanceof IllegalArgumentException
                || e instanceof UncheckedIOException
                || e instanceof FreshsalesException;
        return ours
                ? String.valueOf(e.getMessage())
                : "an unforeseen " + e.getClass().getName();
    }

    private static Throwable cause(RuntimeException e) {
        if (e instanceof IllegalArgumentException || e instanceof UncheckedIOException) {
            return e.getCause();
        }
        RuntimeException traceOnly = new IllegalStateException(e.getClass().getName());
        traceOnly.setStackTrace(e.getStackTrace());
        return e instanceof FreshsalesException ? e : traceOnly;
    }

    private static String after(History history) {
        return history.attempts() == 1 ? "" : " (attempt " + history.attempts() + ")";
    }

    /** The failures of the earlier requests are suppressed, not lost. */
    private static FreshsalesException withEarlier(History history, FreshsalesException e) {
        history.earlier().forEach(e::addSuppressed);
        return e;
    }

    private static String tried(OperationCall call, Session session, Request request) {
        ApiRoot root = session.account().root();
        String what = call.resourceType() == null ? "" : " " + call.resourceType();
        return "Freshsales " + call.operation() + what + ": " + request.method() + " " + root.origin()
                + root.pathOf(request);
    }

    private static VendorError masked(VendorError error, KeyMask mask) {
        List<String> messages = error.messages().stream()
                .map(message -> LogText.clean(mask.mask(message)))
                .toList();
        return new VendorError(LogText.clean(mask.mask(error.code())), messages);
    }

    private static String cut(Session session, Response response) {
        String text = session.account().mask().mask(response.text());
        return text.length() <= MOST_OF_A_BODY ? text : text.substring(0, MOST_OF_A_BODY);
    }
}
