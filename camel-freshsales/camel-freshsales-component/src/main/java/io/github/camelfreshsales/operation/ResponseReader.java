package io.github.camelfreshsales.operation;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.camelfreshsales.FreshsalesConstants;
import io.github.camelfreshsales.OutputFormat;
import io.github.camelfreshsales.content.UnreadableJsonException;
import io.github.camelfreshsales.http.Response;
import io.github.camelfreshsales.resource.Resource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns answers into what the route asked for. */
final class ResponseReader {

    private ResponseReader() {}

    /** An answer that holds one record of a resource. */
    static OperationResult record(OperationCall call, Resource resource, Response response) {
        Map<String, Object> headers = headers(response);
        if (call.get(Option.OUTPUT_FORMAT) == OutputFormat.raw) {
            return new OperationResult(response.body(), headers);
        }
        Object answer = parse(call, response);
        Resource.Unwrapped unwrapped = resource.unwrap(answer);
        if (unwrapped.record() instanceof Map<?, ?> record && record.get("id") != null) {
            headers.put(FreshsalesConstants.RESULT_ID, record.get("id"));
        }
        if (!call.get(Option.UNWRAP)) {
            return new OperationResult(format(call, answer), headers);
        }
        if (!unwrapped.sideloads().isEmpty()) {
            headers.put(FreshsalesConstants.SIDELOADS, unwrapped.sideloads());
        }
        return new OperationResult(format(call, unwrapped.record()), headers);
    }

    /** An answer that is given as it is. */
    static OperationResult whole(OperationCall call, Response response) {
        Object body = call.get(Option.OUTPUT_FORMAT) == OutputFormat.raw
                ? response.body()
                : format(call, parse(call, response));
        return new OperationResult(body, headers(response));
    }

    /**
     * An answer of which only the success counts. The service gives it in several forms, and sometimes in none; but a page
     * of another server is no confirmation.
     */
    static OperationResult confirmation(OperationCall call, Response response) {
        parse(call, response);
        return new OperationResult(true, headers(response));
    }

    /** The answer as Map, List, text, number or boolean; null when it is empty. */
    static Object parse(OperationCall call, Response response) {
        try {
            return call.account().reader().readAnswer(response.body());
        } catch (UnreadableJsonException e) {
            String type = response.mediaType().isEmpty() ? "of no media type" : response.mediaType();
            throw UnreadableResponseException.strange(
                    "the answer is not JSON (" + type + "); outputFormat=raw gives any answer as it is", e);
        }
    }

    /** Rows in the output format: JSON text is one array, objects are converted one by one. */
    static Object rows(OperationCall call, List<Object> rows) {
        if (call.get(Option.OUTPUT_FORMAT) != OutputFormat.pojo) {
            return format(call, rows);
        }
        List<Object> objects = new ArrayList<>(rows.size());
        rows.forEach(row -> objects.add(pojo(call, row)));
        return objects;
    }

    /** One row of a stream; it is far from the request by then, so a misfit is told by itself. */
    static Object row(OperationCall call, Object row) {
        try {
            return format(call, row);
        } catch (UnreadableResponseException e) {
            throw Failures.notSent(call, new IllegalArgumentException("A record of the stream: " + e.getMessage(), e));
        }
    }

    static Object format(OperationCall call, Object content) {
        if (content == null) {
            return null;
        }
        return switch (call.get(Option.OUTPUT_FORMAT)) {
            case json -> json(call, content);
            case pojo -> pojo(call, content);
            default -> content;
        };
    }

    private static String json(OperationCall call, Object content) {
        try {
            return call.account().mapper().writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw UnreadableResponseException.misfit("the answer could not be written as JSON text", e);
        }
    }

    private static Object pojo(OperationCall call, Object content) {
        Class<?> type = call.options().getOutputType();
        if (type == null) {
            throw UnreadableResponseException.misfit("the output format pojo needs the option outputType", null);
        }
        try {
            return call.account().mapper().convertValue(content, type);
        } catch (IllegalArgumentException e) {
            // without the cause: Jackson quotes the values that do not fit
            throw UnreadableResponseException.misfit(
                    "the answer does not fit into " + type.getName() + "; fields that it does not know need"
                            + " @JsonIgnoreProperties(ignoreUnknown = true)",
                    null);
        }
    }

    static Map<String, Object> headers(Response response) {
        Map<String, Object> headers = new LinkedHashMap<>();
        headers.put(FreshsalesConstants.HTTP_RESPONSE_CODE, response.status());
        headers.put(FreshsalesConstants.ATTEMPTS, response.history().attempts());
        addRateLimits(response, headers);
        return headers;
    }

    /** Of a call that took many requests: how many, and what the latest answer told of the quota. */
    static Map<String, Object> headersOfMany(OperationCall call) {
        Map<String, Object> headers = new LinkedHashMap<>();
        headers.put(FreshsalesConstants.ATTEMPTS, call.requests());
        if (call.latest() != null) {
            addRateLimits(call.latest(), headers);
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
