package io.github.camelfreshsales.operation;

import io.github.camelfreshsales.http.Request;
import io.github.camelfreshsales.http.RequestBody;
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
        Reading result = new Reading(reading);
        boolean isRead = request.method().equals("GET");
        Response response = send(call, isRead ? request.checkedBy(result::succeedsWith) : request);
        if (!isRead) {
            result.succeedsWith(response);
        }
        if (result.failure != null) {
            throw Failures.unreadable(call, request, response, result.failure);
        }
        return result.result.after(response.history().attempts());
    }

    /** Reads an answer once; a read is sent again when its answer is not one of the API. */
    private static final class Reading {

        private final Function<Response, OperationResult> reading;
        private OperationResult result;
        private UnreadableAnswerException failure;

        Reading(Function<Response, OperationResult> reading) {
            this.reading = reading;
        }

        boolean succeedsWith(Response response) {
            failure = null;
            try {
                result = reading.apply(response);
            } catch (UnreadableAnswerException e) {
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
            return call.transport().send(request);
        } catch (TransportException e) {
            throw Failures.unanswered(call, request, e);
        }
    }
}
