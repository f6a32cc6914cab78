package io.github.camelfreshsales.operation;

import io.github.camelfreshsales.Fetch;
import io.github.camelfreshsales.FreshsalesConfiguration;
import io.github.camelfreshsales.FreshsalesConstants;
import io.github.camelfreshsales.FreshsalesException;
import io.github.camelfreshsales.FreshsalesOperation;
import io.github.camelfreshsales.OutputFormat;
import io.github.camelfreshsales.SortType;
import io.github.camelfreshsales.http.Response;
import io.github.camelfreshsales.http.Sleeper;
import io.github.camelfreshsales.http.Transport;
import io.github.camelfreshsales.resource.Listing;
import io.github.camelfreshsales.resource.Resource;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.apache.camel.Message;

/**
 * Reads what has changed in a resource, page by page, with the operations that a route has too: {@code filteredSearch} where
 * the service has it, else {@code list}.
 */
public final class ChangeReader implements ChangePages {

    private final Resource resource;
    private final FreshsalesConfiguration options;
    private final Account account;
    private final Transport transport;
    private final Sleeper sleeper;
    private final BiFunction<Object, Map<String, Object>, Message> messages;
    private volatile Instant serviceTime;

    /**
     * @param messages makes a message of a body and headers, since only consumers and producers write into one
     */
    public ChangeReader(
            Resource resource,
            FreshsalesConfiguration options,
            Account account,
            Transport transport,
            Sleeper sleeper,
            BiFunction<Object, Map<String, Object>, Message> messages) {
        this.resource = resource;
        this.options = options;
        this.account = account;
        this.transport = request -> timed(transport.send(request));
        this.sleeper = sleeper;
        this.messages = messages;
    }

    private Response timed(Response response) {
        serviceTime = date(response.header("Date"));
        return response;
    }

    private static Instant date(String header) {
        try {
            return header == null ? null : Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(header));
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Whether a resource can be followed at all. */
    public static boolean canFollow(Resource resource) {
        return resource.supports(FreshsalesOperation.filteredSearch) || hasWholeList(resource);
    }

    private static boolean hasWholeList(Resource resource) {
        boolean listed = resource.listing() == Listing.PLAIN || resource.listing() == Listing.FILTER;
        return listed && resource.supports(FreshsalesOperation.list);
    }

    @Override
    public boolean isSearched() {
        return resource.supports(FreshsalesOperation.filteredSearch);
    }

    @Override
    public Instant now() {
        Instant told = serviceTime;
        return told == null ? account.now() : told;
    }

    @Override
    public Rows page(Window window, int number, int perPage) {
        Map<String, Object> headers = wish(number, perPage, SortType.asc);
        return isSearched()
                ? rows(FreshsalesOperation.filteredSearch, messages.apply(rules(window), headers))
                : rows(FreshsalesOperation.list, messages.apply(null, headers));
    }

    @Override
    public Rows newest(Window window, int count) {
        return rows(FreshsalesOperation.filteredSearch, messages.apply(rules(window), wish(1, count, SortType.desc)));
    }

    private Map<String, Object> wish(int number, int perPage, SortType order) {
        Map<String, Object> headers = new HashMap<>();
        headers.put(FreshsalesConstants.RESOURCE_TYPE, resource.name());
        headers.put(FreshsalesConstants.PAGE, number);
        headers.put(FreshsalesConstants.PER_PAGE, perPage);
        headers.put(FreshsalesConstants.SORT, "updated_at");
        headers.put(FreshsalesConstants.SORT_TYPE, order);
        headers.put(FreshsalesConstants.FETCH, Fetch.page);
        headers.put(FreshsalesConstants.MAX_RECORDS, 0L);
        headers.put(FreshsalesConstants.OUTPUT_FORMAT, OutputFormat.map);
        headers.put(FreshsalesConstants.UNWRAP, true);
        headers.put(FreshsalesConstants.DRY_RUN, false);
        return headers;
    }

    private static Map<String, Object> rules(Window window) {
        List<Map<String, Object>> rules = new ArrayList<>();
        if (window.deleted()) {
            rules.add(rule("deleted", "is", "1"));
        }
        // without any rule the service may refuse the search
        rules.add(rule("updated_at", "is_after", (window.after() == null ? Instant.EPOCH : window.after()).toString()));
        if (window.before() != null) {
            rules.add(rule("updated_at", "is_before", window.before().toString()));
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("filter_rule", rules);
        body.put("detail", true);
        return body;
    }

    private static Map<String, Object> rule(String attribute, String operator, String value) {
        return Map.of("attribute", attribute, "operator", operator, "value", value);
    }

    private Rows rows(FreshsalesOperation operation, Message message) {
        OperationResult result = OperationTable.run(call(operation, message));
        List<?> rows = result.body() instanceof List<?> list ? list : List.of();
        return new Rows(rows, (Long) result.headers().get(FreshsalesConstants.TOTAL));
    }

    /** The whole record, for accounts whose search rows are thin; the row itself when it is gone by now. */
    public Object reread(Object id, Object row) {
        Message message = messages.apply(
                null,
                Map.of(
                        FreshsalesConstants.RESOURCE_TYPE,
                        resource.name(),
                        FreshsalesConstants.RECORD_ID,
                        id.toString(),
                        FreshsalesConstants.OUTPUT_FORMAT,
                        OutputFormat.map,
                        FreshsalesConstants.UNWRAP,
                        true,
                        FreshsalesConstants.DRY_RUN,
                        false));
        try {
            return OperationTable.run(call(FreshsalesOperation.get, message)).body();
        } catch (FreshsalesException e) {
            if (e.getStatus() == 404) {
                return row;
            }
            throw e;
        }
    }

    /** The record, or the records, in the format that the endpoint asks for. */
    public Object format(Object content) {
        OperationCall call = call(FreshsalesOperation.changes, messages.apply(null, Map.of()));
        return content instanceof List<?> many
                ? ResponseReader.rows(call, new ArrayList<>(many))
                : ResponseReader.row(call, content);
    }

    private OperationCall call(FreshsalesOperation operation, Message message) {
        return new OperationCall(operation, message, options, account, transport, sleeper);
    }
}
