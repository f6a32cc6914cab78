// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelfreshsales.simulator.web.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** Calls a simulator the way a program would that knows nothing but HTTP. */
record Client(HttpClient http, String apiRoot, String authorization) {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** What came back. */
    record Reply(int status, String text, String contentType, HttpResponse<byte[]> raw) {

        JsonNode json() {
            try {
                return Json.read(text.getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        long id(String key) {
            return json().path(key).path("id").asLong();
        }
    }

    static Client of(FreshsalesSimulator simulator) {
        return new Client(HTTP, simulator.apiRoot(), "Token token=" + simulator.apiKey());
    }

    Client withAuthorization(String value) {
        return new Client(http, apiRoot, value);
    }

    Client withHttp(HttpClient other) {
        return new Client(other, apiRoot, authorization);
    }

    Client at(String otherRoot) {
        return new Client(http, otherRoot, authorization);
    }

    Reply get(String path) {
        return send("GET", path, "");
    }

    Reply post(String path, String json) {
        return send("POST", path, json);
    }

    Reply put(String path, String json) {
        return send("PUT", path, json);
    }

    Reply delete(String path) {
        return send("DELETE", path, "");
    }

    Reply send(String method, String path, String json) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json.replace('\'', '"')))
                .build());
    }

    HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(apiRoot + "/" + path));
        return authorization == null ? request : request.header("Authorization", authorization);
    }

    Reply send(HttpRequest request) {
        try {
            HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
            return new Reply(
                    response.statusCode(),
                    new String(response.body(), StandardCharsets.UTF_8),
                    response.headers().firstValue("Content-Type").orElse(null),
                    response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
