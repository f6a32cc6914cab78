// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.operation;

import io.github.camelfreshsales.http.Expected;
import io.github.camelfreshsales.http.Fate;
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

    static OperationResult ping(OperationCall call, Session session) {
        Request request = Requests.to(call, "GET", List.of("contacts", "filters"))
                .expect(Expected.list("filters"))
                .build();
        if (call.get(Option.DRY_RUN)) {
            return DryRun.describe(session.account(), request);
        }
        long start = System.nanoTime();
        Response response = session.respond(call, request);
        long millis = (System.nanoTime() - start) / 1_000_000;
        String hint = hint(call, session, request, response);
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("ok", hint == null);
        report.put("status", response.status());
        report.put("millis", millis);
        report.put("apiRoot", session.account().root().toString());
        report.put("url", session.account().root().url(request));
        if (hint != null) {
            report.put("hint", hint);
        }
        return new OperationResult(report, ResultFormat.headers(response));
    }

    private static String hint(OperationCall call, Session session, Request request, Response response) {
        if (Fate.of(request, response).succeeded()) {
            return null;
        }
        if (response.status() == 404) {
            return "There is no API at this address: check the option domain.";
        }
        if (response.isSuccessStatus()) {
            return "The response is not from the API (" + response.problem() + "): check the options domain and apiKey";
        }
        String hint = ErrorAdvice.of(call, session.account().root(), request, response)
                .trim();
        return hint.isEmpty() ? "The service returned " + response.status() : hint;
    }
}
