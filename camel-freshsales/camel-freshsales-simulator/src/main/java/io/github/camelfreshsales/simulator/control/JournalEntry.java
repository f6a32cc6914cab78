// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.LoggedResponse;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.github.camelfreshsales.simulator.web.Json;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** One request of the journal as JSON. Keys are not shown. */
final class JournalEntry {

    private static final List<String> SECRET = List.of("authorization", "proxy-authorization", "cookie");

    private JournalEntry() {}

    /** What fits on a line. */
    static ObjectNode line(ServeEvent event) {
        LoggedRequest request = event.getRequest();
        LoggedResponse response = event.getResponse();
        ObjectNode line = Json.object()
                .put("id", event.getId().toString())
                .put("at", request.getLoggedDate().toInstant().toString())
                .put("method", request.getMethod().getName())
                .put("url", request.getUrl())
                .put("underWay", response == null);
        if (response != null) {
            line.put("status", response.getStatus());
            line.put("fault", fault(response));
            line.put("millis", event.getTiming().getTotalTime());
        }
        return line;
    }

    /** All that is known. */
    static ObjectNode full(ServeEvent event) {
        ObjectNode entry = line(event);
        LoggedRequest request = event.getRequest();
        entry.set("requestHeaders", headers(request.getHeaders()));
        putBody(entry, "requestBody", request.getBody());
        LoggedResponse response = event.getResponse();
        if (response != null) {
            entry.set("responseHeaders", headers(response.getHeaders()));
            putBody(entry, "responseBody", body(event, response));
        }
        return entry;
    }

    /** The journal replaces a body that is too long for it in the definition only. */
    private static byte[] body(ServeEvent event, LoggedResponse response) {
        if (response.getFault() != null) {
            return new byte[0];
        }
        return response.getBody() == null ? event.getResponseDefinition().getByteBody() : response.getBody();
    }

    private static String fault(LoggedResponse response) {
        return response.getFault() == null
                ? null
                : response.getFault().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static ObjectNode headers(HttpHeaders headers) {
        ObjectNode all = Json.object();
        if (headers != null) {
            headers.all()
                    .forEach(header -> all.put(
                            header.key(),
                            SECRET.contains(header.key().toLowerCase(Locale.ROOT))
                                    ? "(not shown)"
                                    : String.join(", ", header.values())));
        }
        return all;
    }

    private static void putBody(ObjectNode entry, String name, byte[] body) {
        if (body == null || body.length == 0) {
            entry.putNull(name);
            return;
        }
        try {
            entry.put(
                    name,
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(body))
                            .toString());
        } catch (CharacterCodingException e) {
            entry.put(name, "(" + body.length + " bytes that are no text)");
        }
    }
}
