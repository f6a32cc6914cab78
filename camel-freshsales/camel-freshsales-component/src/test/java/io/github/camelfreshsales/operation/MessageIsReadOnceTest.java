// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelfreshsales.Fetch;
import io.github.camelfreshsales.FreshsalesConstants;
import io.github.camelfreshsales.FreshsalesException;
import io.github.camelfreshsales.FreshsalesOperation;
import io.github.camelfreshsales.OutputFormat;
import io.github.camelfreshsales.http.NameValue;
import io.github.camelfreshsales.http.Request;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.camel.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a message brings is read and converted once, before any request, for every option that a message may bring. */
class MessageIsReadOnceTest {

    private static final int CONTACTS = 250;

    private final LambdaAccount account = new LambdaAccount();

    static Stream<FreshsalesOperation> streaming() {
        return Stream.of(
                FreshsalesOperation.list,
                FreshsalesOperation.related,
                FreshsalesOperation.search,
                FreshsalesOperation.filteredSearch);
    }

    /** Headers that make any of these operations list the contacts, each by a value that the endpoint would not give. */
    private static Map<String, Object> headers() {
        Map<String, Object> headers = new HashMap<>();
        for (Option<?> option : Option.rows()) {
            if (option.header() != null) {
                headers.put(option.header(), usual(option));
            }
        }
        headers.put(FreshsalesConstants.HTTP_HEADERS, new HashMap<>(Map.of("X-One", "1")));
        headers.put(FreshsalesConstants.QUERY_PARAMETERS, new HashMap<>(Map.of("extra", "1")));
        headers.put(FreshsalesConstants.FIELD_MAPPING, new HashMap<>(Map.of("Vorname", "first_name")));
        return headers;
    }

    private static Object usual(Option<?> option) {
        Map<Option<?>, Object> values = Map.of(
                Option.RESOURCE_TYPE,
                "contacts",
                Option.FETCH,
                Fetch.stream,
                Option.OUTPUT_FORMAT,
                OutputFormat.map,
                Option.UNWRAP,
                true,
                Option.MAX_RECORDS,
                0,
                Option.PAGE,
                1,
                Option.PER_PAGE,
                50,
                Option.METHOD,
                "GET",
                Option.CONTENT_TYPE,
                "text/plain");
        if (values.containsKey(option)) {
            return values.get(option);
        }
        if (option.type() == Boolean.class) {
            return false;
        }
        return option.type().isEnum() ? option.type().getEnumConstants()[0] : 7;
    }

    /** Another value, which would give another list. */
    private static Object other(Option<?> option) {
        if (option.type() == Boolean.class) {
            return !Boolean.TRUE.equals(usual(option));
        }
        return option.type().isEnum()
                ? option.type().getEnumConstants()[option.type().getEnumConstants().length - 1]
                : 9;
    }

    private void contactsAreThere() {
        account.service = request -> {
            boolean inBody = request.body() != null;
            int page = inBody
                    ? number(LambdaAccount.body(request), "page")
                    : Integer.parseInt(LambdaAccount.query(request, "page"));
            int first = (page - 1) * 50;
            String rows = IntStream.range(first, Math.min(first + 50, CONTACTS))
                    .mapToObj(id -> "{\"id\":" + id + "}")
                    .collect(Collectors.joining(","));
            return LambdaAccount.json(200, "{\"contacts\":[" + rows + "],\"meta\":{\"total\":" + CONTACTS + "}}");
        };
    }

    private static int number(String json, String name) {
        return Integer.parseInt(json.replaceAll("(?s).*\"" + name + "\":(\\d+).*", "$1"));
    }

    private static List<Object> ids(Object body) {
        List<Object> ids = new ArrayList<>();
        ((Iterator<?>) body).forEachRemaining(row -> ids.add(((Map<?, ?>) row).get("id")));
        return ids;
    }

    private static Map<String, Object> rules() {
        return new HashMap<>(Map.of("attribute", "name", "operator", "is", "value", "x"));
    }

    @ParameterizedTest
    @MethodSource("streaming")
    void headersThatChangeOrGoWhileAStreamIsReadChangeNothing(FreshsalesOperation operation) {
        contactsAreThere();
        List<Long> all = IntStream.range(0, CONTACTS).mapToObj(Long::valueOf).toList();
        for (Option<?> option : Option.rows()) {
            if (option.header() == null) {
                continue;
            }
            for (boolean removed : List.of(true, false)) {
                account.requests.clear();
                Message message =
                        account.message(operation == FreshsalesOperation.filteredSearch ? rules() : null, headers());

                Iterator<?> rows = (Iterator<?>) account.run(operation, message).body();
                if (removed) {
                    message.removeHeader(option.header());
                } else {
                    message.setHeader(option.header(), other(option));
                }

                assertThat(ids(rows)).as("%s, %s", option.header(), removed).isEqualTo(all);
                assertThat(account.requests).as(option.header()).hasSize(CONTACTS / 50 + 1);
                assertThat(account.requests.stream()
                                .map(MessageIsReadOnceTest::withoutPage)
                                .distinct())
                        .as(option.header())
                        .hasSize(1);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("streaming")
    void valuesThatChangeInsideWhileAStreamIsReadChangeNothing(FreshsalesOperation operation) {
        contactsAreThere();
        Map<String, Object> headers = headers();
        Map<String, Object> rules = rules();
        Object body = operation == FreshsalesOperation.filteredSearch ? rules : null;
        List<String> sort = new ArrayList<>(List.of("name"));
        headers.put(FreshsalesConstants.SORT, sort);
        Message message = account.message(body, headers);

        Iterator<?> rows = (Iterator<?>) account.run(operation, message).body();
        headers.values().stream().filter(Map.class::isInstance).forEach(map -> ((Map<?, ?>) map).clear());
        rules.put("value", "y");
        sort.add("id");
        message.removeHeaders("*");

        assertThat(ids(rows)).hasSize(CONTACTS).doesNotHaveDuplicates();
        assertThat(account.requests.stream()
                        .map(MessageIsReadOnceTest::withoutPage)
                        .distinct())
                .hasSize(1);
    }

    private static String withoutPage(Request request) {
        String query = request.query().stream()
                .filter(parameter -> !parameter.name().equals("page"))
                .map(NameValue::toString)
                .toList()
                .toString();
        String body = request.body() == null ? "" : LambdaAccount.body(request).replaceAll("\"page\":\\d+", "");
        return request.path() + query + request.headers() + body;
    }

    /** Unfit values of one option. */
    private static List<Object> unfit(Option<?> option) {
        List<Object> values = new ArrayList<>(List.of(Map.of("a", 1), new Object(), List.of(Map.of())));
        if (!option.takesMany()) {
            values.add(new String[] {"1", "2"});
            values.add(List.of());
        }
        if (option.type() == Boolean.class) {
            values.addAll(List.of("maybe", "", 1, "yes", 'x'));
        } else if (option.type().isEnum()) {
            values.addAll(List.of("yaml", "", 0, true));
        } else if (option.type() == Integer.class) {
            values.addAll(List.of("x", "", 1.5, 0, -1, 99_999_999_999L, "1 2", true));
        } else if (option.type() == Long.class) {
            values.addAll(List.of("x", "", 1.5, -1, "99999999999999999999", false));
        }
        if (Set.of(Option.PER_PAGE, Option.BATCH_SIZE).contains(option)) {
            values.add(101);
        }
        Set<Option<?>> ids = Set.of(
                Option.RECORD_ID,
                Option.TARGET_ID,
                Option.VIEW_ID,
                Option.LIST_ID,
                Option.FROM_LIST_ID,
                Option.OWNER_ID,
                Option.JOB_ID);
        if (ids.contains(option)) {
            values.addAll(List.of("..", ".", "%2e%2e", "a/b", "a\\b", "a\nb", "1,2", 7.5, Double.NaN));
        }
        if (Set.of(Option.RESOURCE_TYPE, Option.PATH, Option.RELATION, Option.SELECTOR_NAME)
                .contains(option)) {
            values.addAll(List.of("..", "../x", "a/../b", "a\r\nb", "a//b", "%2e%2e"));
        }
        if (option == Option.PATH) {
            values.addAll(List.of("https://elsewhere.example/x", "//elsewhere.example/x", "a/%252e%252e/b"));
        }
        if (option == Option.METHOD) {
            values.addAll(List.of("GE T", "TRACE", "CONNECT", "GET\r\nX: y"));
        }
        if (option == Option.CONTENT_TYPE) {
            values.addAll(List.of("text", "text/plain\r\nX: y", "text/plain; charset=no-such"));
        }
        if (option == Option.FILE_NAME) {
            values.addAll(List.of("a\nb", "a\u0000b"));
        }
        if (option == Option.OUTPUT_FORMAT) {
            values.add("pojo");
        }
        return values;
    }

    static List<FreshsalesOperation> producing() {
        return Arrays.stream(FreshsalesOperation.values())
                .filter(operation -> operation != FreshsalesOperation.changes)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("producing")
    void unfitValueIsRefusedBeforeAnyRequest(FreshsalesOperation operation) {
        account.options.setResourceType("contacts");
        for (Option<?> option : Option.rows()) {
            if (option.header() == null) {
                continue;
            }
            for (Object value : unfit(option)) {
                for (Object body : Arrays.asList(null, List.of(Map.of("id", 1, "email", "a@example.test")))) {
                    Map<String, Object> headers = new LinkedHashMap<>(Map.of(option.header(), value));

                    FreshsalesException e = account.failure(operation, body, headers);

                    assertRefused(e, option.header() + " = " + value, option.header());
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(value = FreshsalesOperation.class, names = "changes", mode = EnumSource.Mode.EXCLUDE)
    void unfitMapOfHeadersOrParametersIsRefusedBeforeAnyRequest(FreshsalesOperation operation) {
        account.options.setResourceType("contacts");
        for (String header : List.of(FreshsalesConstants.HTTP_HEADERS, FreshsalesConstants.QUERY_PARAMETERS)) {
            for (Object value : List.of("a=b", 7, List.of("a"), Map.of("a", Map.of()), Map.of("a", new Object()))) {
                assertRefused(account.failure(operation, null, Map.of(header, value)), header + " = " + value, header);
            }
        }
        for (Object value : List.of("a=b", 7, List.of("a"), Map.of("a", 7), Map.of("a", Map.of()))) {
            String header = FreshsalesConstants.FIELD_MAPPING;
            assertRefused(account.failure(operation, null, Map.of(header, value)), header + " = " + value, header);
        }
        for (Map<String, Object> value : List.<Map<String, Object>>of(
                Map.of("Authorization", "x"), Map.of("Host", "x"), Map.of("a b", "x"), Map.of("a", "x\r\ny"))) {
            String header = FreshsalesConstants.HTTP_HEADERS;
            assertRefused(account.failure(operation, null, Map.of(header, value)), "" + value, header);
        }
    }

    private void assertRefused(FreshsalesException e, String what, String header) {
        assertThat(account.requests).as(what).isEmpty();
        assertThat(e).as(what).isNotNull().hasMessageContaining(header).hasMessageContaining("was not sent");
        assertThat(e.isRetryable()).as(what).isFalse();
        assertThat(e.isOutcomeUnknown()).as(what).isFalse();
        assertThat(e.getStatus()).as(what).isZero();
    }

    @Test
    void severalValuesOfAHeaderAreItsElements() {
        contactsAreThere();
        account.options.setResourceType("contacts");
        account.options.setViewId("1");
        for (Object many : List.of(new String[] {"owner", "tasks"}, List.of("owner", "tasks"), Set.of("owner,tasks"))) {
            account.requests.clear();

            account.run(FreshsalesOperation.list, null, Map.of(FreshsalesConstants.INCLUDE, many));

            assertThat(LambdaAccount.query(account.requests.get(0), "include")).isEqualTo("owner,tasks");
        }
        account.requests.clear();
        account.run(
                FreshsalesOperation.list,
                null,
                Map.of(
                        FreshsalesConstants.VIEW_ID,
                        new String[] {"12"},
                        FreshsalesConstants.QUERY_PARAMETERS,
                        Map.of("ids[]", new String[] {"3", "4"})));
        assertThat(account.requests.get(0).path()).endsWith("view", "12");
        assertThat(account.requests.get(0).query()).contains(new NameValue("ids[]", "3"), new NameValue("ids[]", "4"));
    }

    @Test
    void headerWinsOverAnotherOptionThatAnswersTheSameQuestion() {
        account.service = request -> LambdaAccount.json(
                200,
                request.path().contains("filters")
                        ? "{\"filters\":[{\"id\":77,\"name\":\"Mine\",\"is_default\":true}]}"
                        : "{\"contacts\":[]}");
        account.options.setResourceType("contacts");
        account.options.setViewId("1");
        assertThat(listed(Map.of(FreshsalesConstants.VIEW_NAME, "Mine"))).endsWith("view", "77");
        assertThat(listed(Map.of(FreshsalesConstants.LIST_ID, "5"))).endsWith("lists", "5");
        account.options.setViewId(null);
        account.options.setViewName("Mine");
        assertThat(listed(Map.of(FreshsalesConstants.VIEW_ID, 12))).endsWith("view", "12");
        account.options.setListId("5");
        assertThat(listed(Map.of(FreshsalesConstants.VIEW_NAME, "Mine"))).endsWith("view", "77");
        assertThat(listed(Map.of(FreshsalesConstants.VIEW_ID, 12))).endsWith("view", "12");
        assertThat(listed(Map.of())).endsWith("lists", "5");
    }

    private List<String> listed(Map<String, Object> headers) {
        account.run(FreshsalesOperation.list, null, headers);
        return account.requests.get(account.requests.size() - 1).path();
    }

    @Test
    void mediaTypeOfTheMessageWinsOverThatOfTheEndpointWhereverEitherStands() {
        account.options.setResourceType("contacts");
        account.service = request -> LambdaAccount.json(201, "{\"contact\":{\"id\":1}}");
        account.options.setContentType("application/vnd.one+json");
        Map<String, Object> inHeaders =
                Map.of(FreshsalesConstants.HTTP_HEADERS, Map.of("content-type", "application/vnd.two+json"));
        assertThat(mediaType(inHeaders)).isEqualTo("application/vnd.two+json");
        account.options.setContentType(null);
        account.options.setHttpHeaders(Map.of("CONTENT-TYPE", "application/vnd.three+json"));
        assertThat(mediaType(Map.of())).isEqualTo("application/vnd.three+json");
        assertThat(mediaType(Map.of(FreshsalesConstants.CONTENT_TYPE, "application/vnd.four+json")))
                .isEqualTo("application/vnd.four+json");
        assertThat(mediaType(inHeaders)).isEqualTo("application/vnd.two+json");
    }

    private String mediaType(Map<String, Object> headers) {
        account.run(FreshsalesOperation.create, Map.of("a", 1), headers);
        Request request = account.requests.get(account.requests.size() - 1);
        assertThat(request.headers()).noneMatch(header -> header.name().equalsIgnoreCase("Content-Type"));
        return request.body().contentType();
    }
}
