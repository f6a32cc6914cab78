package io.github.camelfreshsales.operation;

import io.github.camelfreshsales.ContentFormat;
import io.github.camelfreshsales.OutputFormat;
import io.github.camelfreshsales.content.Document;
import io.github.camelfreshsales.content.Records;
import io.github.camelfreshsales.content.RequestBody;
import io.github.camelfreshsales.http.Request;
import io.github.camelfreshsales.http.Response;
import io.github.camelfreshsales.resource.Resource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The operations that find records: {@code search}, {@code lookup}, {@code filteredSearch}. */
final class SearchOperations {

    private static final String RULES = "filter_rule";

    private SearchOperations() {}

    static OperationResult search(OperationCall call) {
        String query = call.require(Option.QUERY);
        int perPage = Paging.perPage(call);
        return new Paging(
                        call,
                        page -> Requests.to(call, "GET", List.of("search"))
                                .query("q", query)
                                .query("include", call.require(Option.ENTITIES))
                                .query("page", page)
                                .query("per_page", perPage)
                                .build(),
                        null,
                        perPage)
                .fetch();
    }

    static OperationResult lookup(OperationCall call) {
        Request request = Requests.to(call, "GET", List.of("lookup"))
                .query("q", call.require(Option.QUERY))
                .query("f", call.require(Option.SEARCH_FIELD))
                .query("entities", call.require(Option.ENTITIES))
                .build();
        return Sender.exchange(call, request, response -> found(call, response));
    }

    private static OperationResult found(OperationCall call, Response response) {
        Map<String, Object> headers = ResponseReader.headers(response);
        if (call.get(Option.OUTPUT_FORMAT) == OutputFormat.raw) {
            return new OperationResult(response.body(), headers);
        }
        Object answer = ResponseReader.parse(call, response);
        if (!call.get(Option.UNWRAP) || !(answer instanceof Map<?, ?> byEntity)) {
            return new OperationResult(ResponseReader.format(call, answer), headers);
        }
        Map<String, List<Object>> found = new LinkedHashMap<>();
        byEntity.forEach((entity, block) -> found.put(String.valueOf(entity), rows(String.valueOf(entity), block)));
        boolean one = call.require(Option.ENTITIES).split(",").length == 1;
        if (!one) {
            return new OperationResult(ResponseReader.format(call, found), headers);
        }
        List<Object> rows = new ArrayList<>();
        found.values().forEach(rows::addAll);
        return new OperationResult(ResponseReader.rows(call, rows), headers);
    }

    /** The answer is nested twice: {@code {"contacts":{"contacts":[…]}}}. */
    private static List<Object> rows(String entity, Object block) {
        return block == null ? List.of() : Page.of(block, entity).rows();
    }

    static OperationResult filteredSearch(OperationCall call) {
        Resource resource = call.resource();
        Map<String, Object> asked = rules(call);
        int perPage = asked.get("per_page") instanceof Number own ? own.intValue() : Paging.perPage(call);
        String entity = resource.key() == null ? resource.name() : resource.key();
        return new Paging(
                        call,
                        page -> Requests.to(call, "POST", List.of("filtered_search", entity))
                                .body(body(call, asked, page, perPage))
                                .read()
                                .build(),
                        resource.listKey(),
                        perPage)
                .fetch();
    }

    private static RequestBody body(OperationCall call, Map<String, Object> asked, int page, int perPage) {
        Map<String, Object> body = new LinkedHashMap<>(asked);
        putMissing(body, "sort", call.get(Option.SORT));
        putMissing(body, "sort_type", call.get(Option.SORT_TYPE));
        putMissing(body, "include", call.get(Option.INCLUDE));
        body.put("page", page);
        body.put("per_page", perPage);
        return call.account().writers().write(ContentFormat.json, new Document(body, null, null, null), null);
    }

    private static void putMissing(Map<String, Object> body, String name, Object value) {
        if (value != null) {
            body.putIfAbsent(name, value.toString());
        }
    }

    /** The rules of the body, in the form that the service takes. */
    private static Map<String, Object> rules(OperationCall call) {
        Records records = call.account().reader().read(call.body());
        if (records instanceof Records.One one) {
            return one.record().containsKey(RULES) ? one.record() : Map.of(RULES, List.of(checked(one.record())));
        }
        if (records instanceof Records.Many many) {
            try (many) {
                List<Object> rules = new ArrayList<>();
                many.elements()
                        .forEachRemaining(rule ->
                                rules.add(checked(call.account().reader().record(rule))));
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
