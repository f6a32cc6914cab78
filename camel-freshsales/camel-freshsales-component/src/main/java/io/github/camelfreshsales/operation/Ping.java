package io.github.camelfreshsales.operation;

import io.github.camelfreshsales.http.Request;
import io.github.camelfreshsales.http.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The test of the credential. It asks for the views of the contacts, the cheapest read that clients have used for it. Some
 * accounts give them also to a key that may not see the records themselves.
 */
final class Ping {

    private Ping() {}

    static OperationResult ping(OperationCall call) {
        Request request =
                Requests.to(call, "GET", List.of("contacts", "filters")).build();
        if (call.get(Option.DRY_RUN)) {
            return DryRun.describe(call, request);
        }
        long start = System.nanoTime();
        Response response = Sender.answer(call, request);
        long millis = (System.nanoTime() - start) / 1_000_000;
        String hint = hint(call, request, response);
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("ok", hint == null);
        report.put("status", response.status());
        report.put("millis", millis);
        report.put("apiRoot", call.account().root().toString());
        report.put("url", call.account().root().url(request));
        if (hint != null) {
            report.put("hint", hint);
        }
        return new OperationResult(report, ResponseReader.headers(response));
    }

    private static String hint(OperationCall call, Request request, Response response) {
        if (response.status() == 404) {
            return "There is no API at this address: check the option domain.";
        }
        if (!response.succeeded()) {
            String hint = ErrorAdvice.of(call, request, response).trim();
            return hint.isEmpty() ? "The service answered " + response.status() : hint;
        }
        try {
            if (ResponseReader.parse(call, response) instanceof Map<?, ?>) {
                return null;
            }
        } catch (UnreadableResponseException e) {
            // told below
        }
        return "The answer is not that of the API: check the option domain";
    }
}
