// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.camelfreshsales.Fetch;
import io.github.camelfreshsales.FreshsalesConstants;
import io.github.camelfreshsales.FreshsalesException;
import io.github.camelfreshsales.FreshsalesOperation;
import io.github.camelfreshsales.RecordResult;
import io.github.camelfreshsales.RecordResult.Outcome;
import io.github.camelfreshsales.http.NameValue;
import io.github.camelfreshsales.http.Request;
import io.github.camelfreshsales.http.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every operation with every success that is none: it succeeds only where the record, the list or the confirmation that was
 * asked for is there. A read is tried again and then fails with the vendor's words; a write is of unknown fate and sent once.
 */
class StrangeResponseTest {

    private static final int RETRIES = 2;
    private static final String WORDS = "Boom words";

    private final LambdaAccount account = new LambdaAccount();

    /**
     * How an operation is called, and what it is content with.
     *
     * @param resource its resource type
     * @param body     the body of the message
     * @param headers  the headers of the message
     * @param good     a success
     * @param may      the strange responses that confirm it all the same
     */
    record Case(String resource, Object body, Map<String, Object> headers, String good, Set<Strange> may) {}

    enum Strange {
        ERRORS("{\"errors\":{\"code\":400,\"message\":[\"Boom words\"]}}"),
        LIST_OF_ERRORS("{\"errors\":[{\"message\":\"Boom words\"}]}"),
        ERROR_BESIDE_A_RECORD("{\"contact\":{\"id\":1},\"contacts\":[],\"errors\":{\"message\":\"Boom words\"}}"),
        LOGIN_FAILED("{\"login\":\"failed\",\"message\":\"Boom words\"}"),
        NO_SUCCESS("{\"success\":false}"),
        FALSE("false"),
        TEXT("\"ok\""),
        NUMBER("17"),
        WRONG_KEY("{\"strange\":{\"no\":1}}"),
        MAINTENANCE("{\"status\":\"maintenance\"}"),
        MESSAGE("{\"message\":\"back soon\"}"),
        EMPTY_LIST("[]"),
        HTML("<html><head><title>Boom words</title></head></html>"),
        EMPTY(""),
        EMPTY_OBJECT("{}"),
        CUT("{\"contact\":{\"id\":1,\"contacts\":[{\"id\":"),
        SIDELOADS("{\"users\":[{\"id\":1}]}");

        final String body;

        Strange(String body) {
            this.body = body;
        }

        Response response() {
            String type = this == HTML ? "text/html" : "application/json";
            return new Response(
                    200, List.of(new NameValue("Content-Type", type)), body.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** What some servers send to confirm a write, also one that asks for a record. */
    private static final Set<Strange> CONFIRMING =
            Set.of(Strange.EMPTY, Strange.EMPTY_OBJECT, Strange.MESSAGE, Strange.EMPTY_LIST);

    /** A list that has no records. */
    private static final Set<Strange> ROWS = Set.of(Strange.EMPTY_LIST);

    private static final Map<FreshsalesOperation, Case> CASES = cases();

    private static Map<FreshsalesOperation, Case> cases() {
        Map<String, Object> record = Map.of("emails", "a@example.test", "id", 5);
        Map<String, Object> id = Map.of(FreshsalesConstants.RECORD_ID, 5);
        Map<FreshsalesOperation, Case> cases = new LinkedHashMap<>();
        String contact = "{\"contact\":{\"id\":1}}";
        String contacts = "{\"contacts\":[{\"id\":1}]}";
        String message = "{\"message\":\"done\"}";
        cases.put(FreshsalesOperation.create, new Case("contacts", record, Map.of(), contact, CONFIRMING));
        cases.put(FreshsalesOperation.get, new Case("contacts", null, id, contact, Set.of()));
        cases.put(FreshsalesOperation.update, new Case("contacts", record, Map.of(), contact, CONFIRMING));
        cases.put(FreshsalesOperation.upsert, new Case("contacts", record, Map.of(), contact, CONFIRMING));
        cases.put(FreshsalesOperation.delete, new Case("contacts", null, id, "true", CONFIRMING));
        cases.put(FreshsalesOperation.forget, new Case("contacts", null, id, "true", CONFIRMING));
        cases.put(FreshsalesOperation.clone, new Case("contacts", null, id, contact, CONFIRMING));
        cases.put(FreshsalesOperation.restore, new Case("products", null, id, "{\"product\":{\"id\":1}}", CONFIRMING));
        cases.put(FreshsalesOperation.convert, new Case("leads", null, id, contact, CONFIRMING));
        cases.put(
                FreshsalesOperation.list,
                new Case("contacts", null, Map.of(FreshsalesConstants.VIEW_ID, 1), contacts, ROWS));
        cases.put(FreshsalesOperation.views, new Case("contacts", null, Map.of(), "{\"filters\":[]}", ROWS));
        cases.put(FreshsalesOperation.fields, new Case("contacts", null, Map.of(), "{\"fields\":[]}", ROWS));
        cases.put(FreshsalesOperation.schema, new Case("contacts", null, Map.of(), "{\"fields\":[]}", ROWS));
        Map<String, Object> query = Map.of(
                FreshsalesConstants.QUERY,
                "x",
                FreshsalesConstants.ENTITIES,
                "contact",
                FreshsalesConstants.SEARCH_FIELD,
                "email");
        cases.put(
                FreshsalesOperation.search,
                new Case(null, null, query, "[{\"id\":1}]", Set.of(Strange.SIDELOADS, Strange.EMPTY_LIST)));
        cases.put(
                FreshsalesOperation.lookup, new Case(null, null, query, "{\"contacts\":{\"contacts\":[]}}", Set.of()));
        Object rule = Map.of("attribute", "name", "operator", "is", "value", "x");
        cases.put(FreshsalesOperation.filteredSearch, new Case("contacts", rule, Map.of(), contacts, ROWS));
        Map<String, Object> notes = Map.of(FreshsalesConstants.RECORD_ID, 5, FreshsalesConstants.RELATION, "notes");
        cases.put(FreshsalesOperation.related, new Case("contacts", null, notes, "{\"notes\":[]}", ROWS));
        cases.put(
                FreshsalesOperation.selector,
                new Case(
                        null,
                        null,
                        Map.of(FreshsalesConstants.SELECTOR_NAME, "owners"),
                        "{\"users\":[{\"id\":1}]}",
                        Set.of(Strange.SIDELOADS, Strange.EMPTY_LIST)));
        cases.put(
                FreshsalesOperation.bulkUpsert,
                new Case(
                        "contacts",
                        List.of(record),
                        Map.of(FreshsalesConstants.WAIT_FOR_JOB, false),
                        "{\"message\":\"m\",\"job_status_url\":\"https://x/job_statuses/4\"}",
                        Set.of()));
        cases.put(FreshsalesOperation.bulkDelete, new Case("contacts", List.of(5), Map.of(), message, CONFIRMING));
        cases.put(
                FreshsalesOperation.bulkAssignOwner,
                new Case("contacts", List.of(5), Map.of(FreshsalesConstants.OWNER_ID, 3), message, CONFIRMING));
        cases.put(
                FreshsalesOperation.jobStatus,
                new Case(
                        null,
                        null,
                        Map.of(FreshsalesConstants.JOB_ID, 4),
                        "{\"status\":\"COMPLETED\",\"data\":\"{}\"}",
                        Set.of(Strange.MAINTENANCE)));
        Map<String, Object> list = Map.of(FreshsalesConstants.LIST_ID, 3, FreshsalesConstants.FROM_LIST_ID, 2);
        cases.put(FreshsalesOperation.addToList, new Case(null, List.of(5), list, message, CONFIRMING));
        cases.put(FreshsalesOperation.removeFromList, new Case(null, List.of(5), list, message, CONFIRMING));
        cases.put(FreshsalesOperation.moveToList, new Case(null, List.of(5), list, message, CONFIRMING));
        cases.put(
                FreshsalesOperation.upload,
                new Case(
                        null,
                        new byte[] {1},
                        Map.of(
                                FreshsalesConstants.FILE_NAME, "a.txt",
                                FreshsalesConstants.TARGET_ID, 5,
                                FreshsalesConstants.TARGET_TYPE, "Contact"),
                        "{\"document\":{\"id\":1}}",
                        CONFIRMING));
        Set<Strange> anything = Set.of(
                Strange.EMPTY,
                Strange.EMPTY_OBJECT,
                Strange.EMPTY_LIST,
                Strange.MESSAGE,
                Strange.WRONG_KEY,
                Strange.MAINTENANCE,
                Strange.SIDELOADS,
                Strange.TEXT,
                Strange.NUMBER,
                Strange.FALSE);
        cases.put(
                FreshsalesOperation.request,
                new Case(null, Map.of("a", 1), Map.of(FreshsalesConstants.PATH, "x/y"), "{}", anything));
        return cases;
    }

    private static final Set<FreshsalesOperation> WRITES = Set.of(
            FreshsalesOperation.create,
            FreshsalesOperation.update,
            FreshsalesOperation.upsert,
            FreshsalesOperation.delete,
            FreshsalesOperation.forget,
            FreshsalesOperation.clone,
            FreshsalesOperation.restore,
            FreshsalesOperation.convert,
            FreshsalesOperation.bulkUpsert,
            FreshsalesOperation.bulkDelete,
            FreshsalesOperation.bulkAssignOwner,
            FreshsalesOperation.addToList,
            FreshsalesOperation.removeFromList,
            FreshsalesOperation.moveToList,
            FreshsalesOperation.upload,
            FreshsalesOperation.request);

    static Stream<Arguments> cells() {
        List<Arguments> cells = new ArrayList<>();
        CASES.keySet().forEach(operation -> Stream.of(Strange.values())
                .forEach(strange -> cells.add(Arguments.of(operation, strange))));
        return cells.stream();
    }

    private FreshsalesException call(FreshsalesOperation operation, Map<String, Object> more) {
        Case given = CASES.get(operation);
        account.options.setMaxRetries(RETRIES);
        account.options.setResourceType(given.resource());
        Map<String, Object> headers = new LinkedHashMap<>(given.headers());
        headers.putAll(more);
        return account.failure(operation, given.body(), headers);
    }

    @Test
    void everyOperationIsTried() {
        assertThat(CASES.keySet())
                .containsAll(Stream.of(FreshsalesOperation.values())
                        .filter(operation ->
                                operation != FreshsalesOperation.changes && operation != FreshsalesOperation.ping)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("cells")
    void operationSucceedsOnlyWithWhatItAskedFor(FreshsalesOperation operation, Strange strange) {
        account.service = request -> strange.response();

        FreshsalesException e = call(operation, Map.of());

        boolean isConfirmed = CASES.get(operation).may().contains(strange);
        if (isConfirmed) {
            assertThat(e).isNull();
            return;
        }
        assertThat(e).as("%s with %s", operation, strange).isNotNull();
        boolean isWrite = WRITES.contains(operation);
        assertThat(account.requests).hasSize(isWrite ? 1 : RETRIES + 1);
        assertThat(e.isOutcomeUnknown()).isEqualTo(isWrite);
        assertThat(e.isRetryable()).isEqualTo(!isWrite);
        if (strange.body.contains(WORDS)) {
            assertThat(e).hasMessageContaining(WORDS);
            assertThat(e.getMessages()).anyMatch(message -> message.contains(WORDS));
        }
    }

    static Set<FreshsalesOperation> operations() {
        return CASES.keySet();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void operationSucceedsWithWhatItAskedFor(FreshsalesOperation operation) {
        account.service =
                request -> LambdaAccount.json(200, CASES.get(operation).good());

        assertThat(call(operation, Map.of())).isNull();
        assertThat(account.requests).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void readThatIsStrangeOnceSucceedsWithTheRetry(FreshsalesOperation operation) {
        account.service = request -> account.requests.size() == 1
                ? Strange.ERRORS.response()
                : LambdaAccount.json(200, CASES.get(operation).good());

        FreshsalesException e = call(operation, Map.of());

        assertThat(e == null).isEqualTo(!WRITES.contains(operation));
        assertThat(account.requests).hasSize(WRITES.contains(operation) ? 1 : 2);
    }

    @ParameterizedTest
    @EnumSource
    void recordsOfManyAreOfUnknownFate(Strange strange) {
        account.service = request -> strange.response();
        account.options.setResourceType("contacts");
        account.options.setStopOnRecordError(false);
        List<Map<String, Object>> two = List.of(Map.of("id", 1), Map.of("id", 2));
        for (FreshsalesOperation operation : List.of(FreshsalesOperation.create, FreshsalesOperation.update)) {
            Object results = account.run(operation, two, Map.of()).body();

            Outcome expected = CONFIRMING.contains(strange) ? Outcome.SUCCEEDED : Outcome.UNKNOWN;
            assertThat((List<?>) results)
                    .extracting(result -> ((RecordResult) result).outcome())
                    .containsOnly(expected);
        }
    }

    @ParameterizedTest
    @EnumSource(names = "EMPTY_LIST", mode = EnumSource.Mode.EXCLUDE)
    void pingIsNotOk(Strange strange) {
        account.service = request -> strange.response();

        OperationResult result = account.run(FreshsalesOperation.ping, null, Map.of());

        assertThat((Map<?, ?>) result.body()).extracting("ok").isEqualTo(false);
        assertThat((Map<?, ?>) result.body()).extracting("hint").asString().isNotBlank();
    }

    /** Three pages of 100 records; the second one is strange. */
    private void secondPageIs(Strange strange, String key) {
        account.service = request -> {
            int page = page(request);
            if (page == 2) {
                return strange.response();
            }
            StringBuilder rows = new StringBuilder();
            for (int row = 0; row < 100; row++) {
                rows.append(row == 0 ? "" : ",")
                        .append("{\"id\":")
                        .append(page * 100 + row)
                        .append('}');
            }
            return LambdaAccount.json(
                    200, "{\"" + key + "\":[" + rows + "],\"meta\":{\"total\":300,\"total_pages\":3}}");
        };
    }

    private static int page(Request request) {
        String page = LambdaAccount.query(request, "page");
        return Integer.parseInt(
                page == null ? LambdaAccount.body(request).replaceAll("(?s).*\"page\":(\\d+).*", "$1") : page);
    }

    static Stream<Arguments> pages() {
        List<Arguments> cells = new ArrayList<>();
        for (FreshsalesOperation operation :
                List.of(FreshsalesOperation.list, FreshsalesOperation.related, FreshsalesOperation.filteredSearch)) {
            Stream.of(Strange.values())
                    .filter(strange -> strange != Strange.EMPTY_LIST)
                    .forEach(strange -> cells.add(Arguments.of(operation, strange)));
        }
        return cells.stream();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void strangePageInTheMiddleFailsTheWholeRead(FreshsalesOperation operation, Strange strange) {
        secondPageIs(strange, operation == FreshsalesOperation.related ? "notes" : "contacts");

        FreshsalesException e = call(operation, Map.of(FreshsalesConstants.FETCH, Fetch.all));

        assertThat(e).as("%s with %s", operation, strange).isNotNull();
        assertThat(e.isOutcomeUnknown()).isFalse();
        assertThat(account.requests).hasSize(1 + RETRIES + 1);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void streamGivesNoRowsOfAStrangePage(FreshsalesOperation operation, Strange strange) {
        secondPageIs(strange, operation == FreshsalesOperation.related ? "notes" : "contacts");
        Case given = CASES.get(operation);
        account.options.setMaxRetries(RETRIES);
        account.options.setResourceType("contacts");
        Map<String, Object> headers = new LinkedHashMap<>(given.headers());
        headers.put(FreshsalesConstants.FETCH, Fetch.stream);
        Iterator<?> rows =
                (Iterator<?>) account.run(operation, given.body(), headers).body();
        List<Object> seen = new ArrayList<>();

        FreshsalesException e = catchThrowableOfType(FreshsalesException.class, () -> rows.forEachRemaining(seen::add));

        assertThat(seen).hasSize(100);
        assertThat(e).isNotNull();
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsKeptOfStrangeMetadata(Strange strange) {
        for (FreshsalesOperation operation : List.of(
                FreshsalesOperation.views,
                FreshsalesOperation.fields,
                FreshsalesOperation.schema,
                FreshsalesOperation.selector)) {
            if (CASES.get(operation).may().contains(strange)) {
                continue;
            }
            account.forget();
            account.service = request -> strange.response();
            assertThat(call(operation, Map.of())).isNotNull();
            account.requests.clear();

            account.service =
                    request -> LambdaAccount.json(200, CASES.get(operation).good());

            assertThat(call(operation, Map.of())).isNull();
            assertThat(call(operation, Map.of())).isNull();
            assertThat(account.requests).as("asked again once, then kept").hasSize(1);
        }
    }
}
