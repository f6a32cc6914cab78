package io.github.camelfreshsales.operation;

import io.github.camelfreshsales.content.RequestBody;
import io.github.camelfreshsales.http.Request;
import io.github.camelfreshsales.http.Response;
import io.github.camelfreshsales.http.TransportException;
import java.util.function.Function;

/** Sends the request of an operation, and turns everything but a success into the one exception. */
final class Sender {

    private Sender() {}

    /** Sends the request and reads its answer; a dry run describes the request instead. */
    static OperationResult exchange(OperationCall call, Request request, Function<Response, OperationResult> reading) {
        try (RequestBody body = request.body()) {
            return call.get(Option.DRY_RUN) ? DryRun.describe(call, request) : sendAndRead(call, request, reading);
        }
    }

    private static OperationResult sendAndRead(
            OperationCall call, Request request, Function<Response, OperationResult> reading) {
        if (request.isRead()) {
            Read<OperationResult> read = read(call, request, reading);
            return read.value().after(read.response().history().attempts());
        }
        Response response = send(call, request);
        try {
            return reading.apply(response);
        } catch (UnreadableResponseException e) {
            throw Failures.unreadable(call, request, response, e);
        }
    }

    /** What an answer was read as, and the answer. */
    record Read<T>(T value, Response response) {}

    /** Sends a read, which is repeated also when its answer is not one of the API. */
    static <T> Read<T> read(OperationCall call, Request request, Function<Response, T> reading) {
        Reading<T> result = new Reading<>(reading);
        Response response = send(call, request.checkedBy(result::succeedsWith));
        if (result.failure != null) {
            throw Failures.unreadable(call, request, response, result.failure);
        }
        return new Read<>(result.value, response);
    }

    /** Reads the answers of a call as they come. */
    private static final class Reading<T> {

        private final Function<Response, T> reading;
        private T value;
        private UnreadableResponseException failure;

        Reading(Function<Response, T> reading) {
            this.reading = reading;
        }

        boolean succeedsWith(Response response) {
            failure = null;
            try {
                value = reading.apply(response);
            } catch (UnreadableResponseException e) {
                failure = e;
            }
            return failure == null || failure.carriedOut();
        }
    }

    static Response send(OperationCall call, Request request) {
        Response response = answer(call, request);
        if (!response.succeeded()) {
            throw Failures.refused(call, request, response);
        }
        return response;
    }

    /** The answer, whatever its status is. */
    static Response answer(OperationCall call, Request request) {
        try {
            Response response = call.transport().send(request);
            call.answered(response);
            return response;
        } catch (TransportException e) {
            boolean lastWasHeldBack = e.retryAfter() != null;
            call.sent(e.history().attempts() - (lastWasHeldBack ? 1 : 0));
            throw Failures.unanswered(call, request, e);
        }
    }
}
