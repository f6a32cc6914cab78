package io.github.camelfreshsales.operation;

import io.github.camelfreshsales.FreshsalesException;
import io.github.camelfreshsales.FreshsalesException.Failure;
import io.github.camelfreshsales.RecordResult;
import io.github.camelfreshsales.http.ErrorReader;
import io.github.camelfreshsales.http.ErrorReader.VendorError;
import io.github.camelfreshsales.http.History;
import io.github.camelfreshsales.http.Request;
import io.github.camelfreshsales.http.Response;
import io.github.camelfreshsales.http.RetryAfter;
import io.github.camelfreshsales.http.TransportException;
import io.github.camelfreshsales.http.TransportException.Stage;
import java.util.List;
import java.util.Set;

/** Makes the one exception out of everything that can go wrong: what was tried, what came back, what to do. */
final class Failures {

    private static final Set<Integer> TRANSIENT = Set.of(408, 500, 502, 503, 504);
    private static final int MOST_OF_A_BODY = 4096;
    private static final String UNKNOWN =
            " Nobody can know whether Freshsales acted on it: look for the record before sending it again.";

    private Failures() {}

    /** The service said no. */
    static FreshsalesException refused(OperationCall call, Request request, Response response) {
        VendorError error = ErrorReader.read(response);
        int status = response.status();
        boolean mayPass = TRANSIENT.contains(status);
        boolean unknown = mayPass && !request.repeatable();
        boolean retryable = status == 429 || status == request.busyStatus() || mayPass && request.repeatable();
        String said = error.messages().isEmpty() ? "" : ": " + String.join("; ", error.messages());
        String code = error.code() == null ? "" : " (code " + error.code() + ")";
        String message = tried(call, request) + after(response.history()) + " answered " + status + said + code + "."
                + (unknown ? UNKNOWN : ErrorAdvice.of(call, request, response));
        Failure failure = failure(call, request, response, error, retryable, unknown, mayPass);
        return withEarlier(response.history(), new FreshsalesException(message, failure, null));
    }

    /** A success that could not be read. */
    static FreshsalesException unreadable(
            OperationCall call, Request request, Response response, UnreadableResponseException e) {
        boolean unknown = !e.carriedOut() && !request.isRead();
        boolean retryable = !e.carriedOut() && request.isRead();
        String fate = e.carriedOut() ? " Freshsales has carried out the call." : unknown ? UNKNOWN : "";
        String message = tried(call, request) + after(response.history()) + " answered " + response.status() + ", but "
                + e.getMessage() + "." + fate;
        VendorError none = new VendorError(null, List.of());
        return withEarlier(
                response.history(),
                new FreshsalesException(
                        message, failure(call, request, response, none, retryable, unknown, true), e.getCause()));
    }

    /** No answer, or half of one. */
    static FreshsalesException unanswered(OperationCall call, Request request, TransportException e) {
        boolean harmlessTwice = e.stage() == Stage.ANSWERED ? request.isRead() : request.repeatable();
        boolean unknown = e.stage() != Stage.NOT_SENT && !harmlessTwice;
        boolean retryable = !unknown && e.mayPass();
        String message = tried(call, request) + after(e.history()) + " failed: " + e.getMessage() + "."
                + (unknown ? UNKNOWN : "");
        Failure failure = new Failure(
                call.operation(),
                call.resourceType(),
                request.method(),
                call.account().root().pathOf(request),
                e.status(),
                null,
                List.of(e.getMessage()),
                e.retryAfter(),
                retryable,
                unknown,
                e.stage() != Stage.NOT_SENT,
                null,
                List.of());
        return withEarlier(e.history(), new FreshsalesException(message, failure, e.getCause()));
    }

    /** The call was wrong, or its body could not be read, before there was a request. */
    static FreshsalesException notSent(OperationCall call, RuntimeException e) {
        Failure failure = new Failure(
                call.operation(),
                call.resourceType(),
                null,
                null,
                0,
                null,
                List.of(String.valueOf(e.getMessage())),
                null,
                false,
                false,
                false,
                null,
                List.of());
        return new FreshsalesException(
                "Freshsales " + call.operation() + " was not sent. " + e.getMessage(), failure, e.getCause());
    }

    /** A bulk call went through, but not all of its records. */
    static FreshsalesException recordsFailed(
            OperationCall call, long failed, long unknown, List<RecordResult> results) {
        String message = "Freshsales " + call.operation() + " " + call.resourceType() + ": " + failed
                + " records failed and " + unknown + " have an unknown fate; getResults() tells which and why.";
        return ended(call, message, false, results);
    }

    /** The route stopped while a bulk call still had records to send. */
    static FreshsalesException stopped(OperationCall call, int sent) {
        String message = "Freshsales " + call.operation() + " " + call.resourceType() + ": the route stopped after "
                + sent + " records; getResults() tells what became of them.";
        return ended(call, message, true, List.of());
    }

    private static FreshsalesException ended(
            OperationCall call, String message, boolean retryable, List<RecordResult> results) {
        Failure failure = new Failure(
                call.operation(),
                call.resourceType(),
                null,
                null,
                0,
                null,
                List.of(message),
                null,
                retryable,
                false,
                true,
                null,
                results);
        return new FreshsalesException(message, failure, null);
    }

    private static Failure failure(
            OperationCall call,
            Request request,
            Response response,
            VendorError error,
            boolean retryable,
            boolean unknown,
            boolean mayHaveActed) {
        return new Failure(
                call.operation(),
                call.resourceType(),
                request.method(),
                call.account().root().pathOf(request),
                response.status(),
                error.code(),
                error.messages(),
                RetryAfter.read(response.header("Retry-After"), call.account().now()),
                retryable,
                unknown,
                mayHaveActed,
                cut(response),
                List.of());
    }

    private static String after(History history) {
        return history.attempts() == 1 ? "" : " (attempt " + history.attempts() + ")";
    }

    /** What became of the earlier attempts is suppressed, not lost. */
    private static FreshsalesException withEarlier(History history, FreshsalesException e) {
        history.earlier().forEach(e::addSuppressed);
        return e;
    }

    private static String tried(OperationCall call, Request request) {
        String what = call.resourceType() == null ? "" : " " + call.resourceType();
        return "Freshsales " + call.operation() + what + ": " + request.method() + " "
                + call.account().root().origin() + call.account().root().pathOf(request);
    }

    private static String cut(Response response) {
        String text = response.text();
        return text.length() <= MOST_OF_A_BODY ? text : text.substring(0, MOST_OF_A_BODY);
    }
}
