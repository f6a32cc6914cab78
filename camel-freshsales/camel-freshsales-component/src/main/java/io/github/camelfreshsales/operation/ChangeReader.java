// SPDX-License-Identifier: Apache-2.0
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads what has changed in a resource, page by page, with the operations that a route has too: {@code filteredSearch} where
 * the service has it, else {@code list}.
 */
public final class ChangeReader implements ChangePages {

    private final Resource resource;
    private final OptionValues options;
    private final OptionValues format;
    private final Account account;
    private final Transport transport;
    private final Sleeper sleeper;
    private volatile Instant serviceTime;

    public ChangeReader(
            Resource resource, FreshsalesConfiguration options, Account account, Transport transport, Sleeper sleeper) {
        this.resource = resource;
        this.options = OptionValues.of(options)
                .with(Option.RESOURCE_TYPE, resource.name())
                .with(Option.FETCH, Fetch.page)
                .with(Option.MAX_RECORDS, 0L)
                .with(Option.OUTPUT_FORMAT, OutputFormat.map)
                .with(Option.UNWRAP, true)
                .with(Option.DRY_RUN, false)
                .with(Option.SORT, "updated_at");
        this.format = OptionValues.of(options);
        this.account = account;
        this.transport = request -> timed(transport.send(request));
        this.sleeper = sleeper;
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
        Instant known = serviceTime;
        return known == null ? account.now() : known;
    }

    @Override
    public Rows page(Window window, int number, int perPage) {
        return isSearched()
                ? search(window, number, perPage, SortType.asc)
                : rows(OperationTable.run(call(FreshsalesOperation.list, number, perPage, SortType.asc), session()));
    }

    @Override
    public Rows newest(Window window, int count) {
        return search(window, 1, count, SortType.desc);
    }

    private Rows search(Window window, int number, int perPage, SortType order) {
        OperationCall call = call(FreshsalesOperation.filteredSearch, number, perPage, order);
        return rows(SearchOperations.filteredSearch(call, session(), rules(window)));
    }

    private OperationCall call(FreshsalesOperation operation, int number, int perPage, SortType order) {
        return OperationCall.of(
                operation,
                options.with(Option.PAGE, number).with(Option.PER_PAGE, perPage).with(Option.SORT_TYPE, order));
    }

    private Session session() {
        return new Session(account, transport, sleeper, FreshsalesOperation.changes);
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

    private static Rows rows(OperationResult result) {
        List<?> rows = result.body() instanceof List<?> list ? list : List.of();
        return new Rows(rows, (Long) result.headers().get(FreshsalesConstants.TOTAL));
    }

    /** The whole record, for accounts whose search rows are thin; the row itself when it is gone by now. */
    public Object reread(Object id, Object row) {
        OperationCall call =
                OperationCall.of(FreshsalesOperation.get, options.with(Option.RECORD_ID, RecordIds.text("id", id)));
        try {
            return OperationTable.run(call, session()).body();
        } catch (FreshsalesException e) {
            if (e.getStatus() == 404) {
                return row;
            }
            throw e;
        }
    }

    /** The record, or the records, in the format that the endpoint asks for. */
    public Object format(Object content) {
        OperationCall call = OperationCall.of(FreshsalesOperation.changes, format);
        return content instanceof List<?> many
                ? ResultFormat.rows(call, session(), new ArrayList<>(many))
                : ResultFormat.row(call, session(), content);
    }
}
