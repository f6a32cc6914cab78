// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.http.Fault;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What goes back to the client.
 *
 * @param fault breaks the connection instead of answering, or null
 * @param delay how long the answer is held back
 */
public record ApiResponse(int status, Map<String, String> headers, byte[] body, Fault fault, Duration delay) {

    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json; charset=utf-8");
    private static final Map<String, String> HTML = Map.of("Content-Type", "text/html; charset=utf-8");

    public ApiResponse {
        headers = Map.copyOf(headers);
    }

    public static ApiResponse ok(JsonNode body) {
        return json(200, body);
    }

    public static ApiResponse json(int status, JsonNode body) {
        return new ApiResponse(status, JSON, Json.write(body), null, Duration.ZERO);
    }

    public static ApiResponse html(int status, String title) {
        String page = "<!DOCTYPE html>\n<html><head><title>" + title + "</title></head><body><h1>" + title
                + "</h1></body></html>\n";
        return new ApiResponse(status, HTML, page.getBytes(StandardCharsets.UTF_8), null, Duration.ZERO);
    }

    public static ApiResponse empty(int status) {
        return new ApiResponse(status, Map.of(), new byte[0], null, Duration.ZERO);
    }

    public static ApiResponse broken(Fault fault) {
        return new ApiResponse(200, Map.of(), new byte[0], fault, Duration.ZERO);
    }

    public boolean isSuccess() {
        return status / 100 == 2 && fault == null;
    }

    public ApiResponse withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new ApiResponse(status, more, body, fault, delay);
    }

    public ApiResponse withBody(String text) {
        return new ApiResponse(status, headers, text.getBytes(StandardCharsets.UTF_8), fault, delay);
    }

    public ApiResponse withFault(Fault other) {
        return new ApiResponse(status, headers, body, other, delay);
    }

    public ApiResponse withDelay(Duration other) {
        return new ApiResponse(status, headers, body, fault, other);
    }
}
