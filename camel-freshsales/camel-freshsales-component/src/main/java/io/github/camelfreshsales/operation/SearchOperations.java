// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.operation;

import io.github.camelfreshsales.OutputFormat;
import io.github.camelfreshsales.content.RecordReader;
import io.github.camelfreshsales.content.Records;
import io.github.camelfreshsales.http.Expected;
import io.github.camelfreshsales.http.Request;
import io.github.camelfreshsales.http.Response;
import io.github.camelfreshsales.resource.Resource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The operations that find records: {@code search}, {@code lookup}, {@code filteredSearch}. */
final class SearchOperations {

    private static final String RULES = "filter_rule";
    private static final String META = "meta";

    private SearchOperations() {}

    static OperationResult search(OperationCall call, Session session) {
        String query = call.require(Option.QUERY);
        String entities = call.require(Option.ENTITIES);
        return Paging.fetch(call, session, (page, perPage) -> Requests.to(call, "GET", List.of("search"))
                .query("q", query)
                .query("include", entities)
                .query("page", page)
                .query("per_page", perPage)
                .expect(Expected.onlyList(null))
                .build());
    }

    static OperationResult lookup(OperationCall call, Session session) {
        List<String> entities = Arrays.stream(call.require(Option.ENTITIES).split(","))
                .map(String::trim)
                .toList();
        Request request = Requests.to(call, "GET", List.of("lookup"))
                .query("q", call.require(Option.QUERY))
                .query("f", call.require(Option.SEARCH_FIELD))
                .query("entities", call.require(Option.ENTITIES))
                .expect(Expected.lookup(entities))
                .build();
        return session.exchange(call, request, response -> found(call, session, response, entities.size() == 1));
    }

    private static OperationResult found(OperationCall call, Session session, Response response, boolean isOneEntity) {
        Map<String, Object> headers = ResultFormat.headers(response);
        if (call.get(Option.OUTPUT_FORMAT) == OutputFormat.raw) {
            return new OperationResult(response.body(), headers);
        }
        Map<?, ?> byEntity = (Map<?, ?>) response.content();
        if (!call.get(Option.UNWRAP)) {
            return new OperationResult(ResultFormat.format(call, session, byEntity), headers);
        }
        Map<String, List<Object>> found = new LinkedHashMap<>();
        byEntity.forEach((entity, block) -> {
            if (!META.equals(entity)) {
                found.put(String.valueOf(entity), rows(String.valueOf(entity), block));
            }
        });
        if (!isOneEntity) {
            return new OperationResult(ResultFormat.format(call, session, found), headers);
        }
        List<Object> rows = new ArrayList<>();
        found.values().forEach(rows::addAll);
        return new OperationResult(ResultFormat.rows(call, session, rows), headers);
    }

    /** The response is nested twice: {@code {"contacts":{"contacts":[…]}}}. */
    private static List<Object> rows(String entity, Object block) {
        return Page.of(Expected.onlyList(entity), block).rows();
    }

    static OperationResult filteredSearch(OperationCall call, Session session) {
        return filteredSearch(call, session, copy(rules(call, session)));
    }

    /** The sender's Map may change while further pages are read. */
    private static Map<String, Object> copy(Map<?, ?> map) {
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((key, value) -> copy.put(String.valueOf(key), copyOf(value)));
        return copy;
    }

    private static Object copyOf(Object value) {
        if (value instanceof Map<?, ?> map) {
            return copy(map);
        }
        if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>(list.size());
            list.forEach(element -> copy.add(copyOf(element)));
            return copy;
        }
        return value;
    }

    /** @param asked the rules, and what else belongs into the request */
    static OperationResult filteredSearch(OperationCall call, Session session, Map<String, Object> asked) {
        Resource resource = call.resource();
        String entity = resource.key() == null ? resource.name() : resource.key();
        return Paging.fetch(
                call, session, (page, perPage) -> Requests.to(call, "POST", List.of("filtered_search", entity))
                        .body(Requests.json(session, body(call, asked, page, perPage)))
                        .read()
                        .expect(resource.expectedList())
                        .build());
    }

    private static Map<String, Object> body(OperationCall call, Map<String, Object> asked, int page, int perPage) {
        Map<String, Object> body = new LinkedHashMap<>(asked);
        putMissing(body, "sort", call.get(Option.SORT));
        putMissing(body, "sort_type", call.get(Option.SORT_TYPE));
        putMissing(body, "include", call.get(Option.INCLUDE));
        body.put("page", page);
        body.put("per_page", perPage);
        return body;
    }

    private static void putMissing(Map<String, Object> body, String name, Object value) {
        if (value != null) {
            body.putIfAbsent(name, value.toString());
        }
    }

    /** The rules of the body, in the form that the service takes. */
    private static Map<String, Object> rules(OperationCall call, Session session) {
        RecordReader reader = session.account().reader();
        Records records = reader.read(call.body().content());
        if (records instanceof Records.One one) {
            return one.record().containsKey(RULES) ? one.record() : Map.of(RULES, List.of(checked(one.record())));
        }
        if (records instanceof Records.Many many) {
            try (many) {
                List<Object> rules = new ArrayList<>();
                many.elements().forEachRemaining(rule -> rules.add(checked(reader.record(rule))));
                return Map.of(RULES, rules);
            }
        }
        throw new IllegalArgumentException("The operation filteredSearch needs rules as the body: a Map with attribute,"
                + " operator and value, a List of these, or a Map with filter_rule");
    }

    private static Map<String, Object> checked(Map<String, Object> rule) {
        if (!rule.containsKey("attribute") || !rule.containsKey("operator")) {
            throw new IllegalArgumentException("A rule needs attribute, operator and value, as in"
                    + " {\"attribute\":\"updated_at\",\"operator\":\"is_after\",\"value\":\"2026-03-05T00:00:00Z\"}");
        }
        return rule;
    }
}
