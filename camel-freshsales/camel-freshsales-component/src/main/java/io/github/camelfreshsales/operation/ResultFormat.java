// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.operation;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.camelfreshsales.FreshsalesConstants;
import io.github.camelfreshsales.OutputFormat;
import io.github.camelfreshsales.http.Response;
import io.github.camelfreshsales.resource.Resource;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Converts a response into what the route asked for: the body in the output format, and the headers. */
final class ResultFormat {

    private ResultFormat() {}

    /** A response that holds one record of a resource. */
    static OperationResult record(OperationCall call, Session session, Resource resource, Response response) {
        Map<String, Object> headers = headers(response);
        Resource.Unwrapped unwrapped = resource.unwrap(response.content());
        if (unwrapped.record() instanceof Map<?, ?> record && record.get("id") != null) {
            headers.put(FreshsalesConstants.RESULT_ID, record.get("id"));
        }
        if (call.get(Option.OUTPUT_FORMAT) == OutputFormat.raw) {
            return new OperationResult(response.body(), headers);
        }
        if (!call.get(Option.UNWRAP)) {
            return new OperationResult(format(call, session, response.content()), headers);
        }
        if (!unwrapped.sideloads().isEmpty()) {
            headers.put(FreshsalesConstants.SIDELOADS, unwrapped.sideloads());
        }
        return new OperationResult(format(call, session, unwrapped.record()), headers);
    }

    /** A response that is given as it is. */
    static OperationResult whole(OperationCall call, Session session, Response response) {
        return content(call, session, response, response.content());
    }

    /** Something that was made of a response, such as a job whose data is read. */
    static OperationResult content(OperationCall call, Session session, Response response, Object content) {
        Object body =
                call.get(Option.OUTPUT_FORMAT) == OutputFormat.raw ? response.body() : format(call, session, content);
        return new OperationResult(body, headers(response));
    }

    /** A response of which only the success counts; the service gives it in several forms, and sometimes in none. */
    static OperationResult confirmation(Response response) {
        return new OperationResult(true, headers(response));
    }

    /** Rows in the output format: JSON text is one array, objects are converted one by one. */
    static Object rows(OperationCall call, Session session, List<Object> rows) {
        if (call.get(Option.OUTPUT_FORMAT) != OutputFormat.pojo) {
            return format(call, session, rows);
        }
        List<Object> objects = new ArrayList<>(rows.size());
        rows.forEach(row -> objects.add(pojo(call, session, row)));
        return objects;
    }

    /** One row of a stream; it is far from its request by then, so a misfit is reported by itself. */
    static Object row(OperationCall call, Session session, Object row) {
        try {
            return format(call, session, row);
        } catch (ResponseMisfitException e) {
            throw Failures.broken(
                    call, session, new IllegalArgumentException("A record of the stream: " + e.getMessage()));
        }
    }

    /** Something of the component's own making, which as bytes is JSON. */
    static Object made(OperationCall call, Session session, Object content) {
        return call.get(Option.OUTPUT_FORMAT) == OutputFormat.raw
                ? json(session, content).getBytes(StandardCharsets.UTF_8)
                : format(call, session, content);
    }

    static Object format(OperationCall call, Session session, Object content) {
        if (content == null) {
            return null;
        }
        return switch (call.get(Option.OUTPUT_FORMAT)) {
            case json -> json(session, content);
            case pojo -> pojo(call, session, content);
            default -> content;
        };
    }

    private static String json(Session session, Object content) {
        try {
            return session.account().mapper().writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new ResponseMisfitException("the response could not be written as JSON text", content);
        }
    }

    private static Object pojo(OperationCall call, Session session, Object content) {
        Class<?> type = call.get(Option.OUTPUT_TYPE);
        try {
            return session.account().mapper().convertValue(content, type);
        } catch (IllegalArgumentException e) {
            // without the cause: Jackson quotes the values that do not fit
            throw new ResponseMisfitException(
                    "the response does not fit into " + type.getName() + "; fields that it does not know need"
                            + " @JsonIgnoreProperties(ignoreUnknown = true)",
                    content);
        }
    }

    static Map<String, Object> headers(Response response) {
        Map<String, Object> headers = new LinkedHashMap<>();
        headers.put(FreshsalesConstants.HTTP_RESPONSE_CODE, response.status());
        headers.put(FreshsalesConstants.ATTEMPTS, response.history().attempts());
        addRateLimits(response, headers);
        return headers;
    }

    /** Of a call that took many requests: how many, and what the latest response says of the quota. */
    static Map<String, Object> headersOfMany(Session session) {
        Map<String, Object> headers = new LinkedHashMap<>();
        headers.put(FreshsalesConstants.ATTEMPTS, session.requests());
        if (session.latest() != null) {
            addRateLimits(session.latest(), headers);
        }
        return headers;
    }

    private static void addRateLimits(Response response, Map<String, Object> headers) {
        add(FreshsalesConstants.RATE_LIMIT_LIMIT, response, "X-RateLimit-Limit", "RateLimit-Limit", headers);
        add(
                FreshsalesConstants.RATE_LIMIT_REMAINING,
                response,
                "X-RateLimit-Remaining",
                "RateLimit-Remaining",
                headers);
        add(FreshsalesConstants.RATE_LIMIT_RESET, response, "X-RateLimit-Reset", "RateLimit-Reset", headers);
        add(FreshsalesConstants.RETRY_AFTER, response, "Retry-After", "Retry-After", headers);
    }

    private static void add(
            String name, Response response, String source, String otherSource, Map<String, Object> headers) {
        String value = response.header(source) == null ? response.header(otherSource) : response.header(source);
        if (value != null) {
            headers.put(name, value);
        }
    }
}
