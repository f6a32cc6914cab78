// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * One request, independent of the HTTP server that received it.
 *
 * @param method upper-case verb
 * @param path undecoded path without the query
 * @param query decoded query parameters, the last one of a name wins
 * @param header gives a header by name, or null
 * @param origin scheme, host and port that the client used
 */
public record ApiRequest(
        String method,
        String path,
        Map<String, String> query,
        UnaryOperator<String> header,
        byte[] body,
        List<UploadedPart> parts,
        String origin) {

    private static final int MOST_WORDS = 100;

    /** Cuts a URL such as {@code /crm/sales/api/tasks?filter=open} into path and query. */
    public static ApiRequest of(
            String method,
            String url,
            UnaryOperator<String> header,
            byte[] body,
            List<UploadedPart> parts,
            String origin) {
        int question = url.indexOf('?');
        String path = question < 0 ? url : url.substring(0, question);
        Map<String, String> query = question < 0 ? Map.of() : queryOf(url.substring(question + 1));
        return new ApiRequest(method, path, query, header, body, parts, origin);
    }

    public Optional<String> parameter(String name) {
        return Optional.ofNullable(query.get(name)).filter(value -> !value.isBlank());
    }

    /** The sideloads asked for by {@code include=a,b}. */
    public Set<String> include() {
        return parameter("include").map(ApiRequest::words).orElse(Set.of());
    }

    /** The body as an object; an empty body is an empty object. */
    public ObjectNode json() {
        if (body.length == 0) {
            return Json.object();
        }
        try {
            JsonNode node = Json.read(body);
            if (node instanceof ObjectNode object) {
                return object;
            }
        } catch (IOException e) {
            throw ApiError.badRequest("There was a problem in the JSON you submitted");
        }
        throw ApiError.badRequest("The request body must be a JSON object");
    }

    public static Set<String> words(String commaList) {
        Set<String> words = new LinkedHashSet<>();
        Arrays.stream(commaList.split(","))
                .map(String::strip)
                .filter(w -> !w.isEmpty())
                .limit(MOST_WORDS)
                .forEach(words::add);
        return words;
    }

    public static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    private static Map<String, String> queryOf(String text) {
        Map<String, String> query = new LinkedHashMap<>();
        for (String pair : text.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                query.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            } else if (!pair.isEmpty()) {
                query.put(decode(pair), "");
            }
        }
        return query;
    }
}
