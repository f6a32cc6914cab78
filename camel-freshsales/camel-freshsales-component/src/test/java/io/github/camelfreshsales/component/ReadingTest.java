// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelfreshsales.FreshsalesConstants;
import io.github.camelfreshsales.FreshsalesException;
import io.github.camelfreshsales.simulator.FreshsalesSimulator;
import io.github.camelfreshsales.simulator.FreshsalesSimulatorExtension;
import io.github.camelfreshsales.simulator.Switch;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists, views, searches and metadata on a Freshsales with state. */
class ReadingTest {

    @RegisterExtension
    static final FreshsalesSimulatorExtension FRESHSALES =
            new FreshsalesSimulatorExtension(FreshsalesSimulator.builder().customModules("cm_project"));

    private final FreshsalesSimulator simulator = FRESHSALES.simulator();
    private CamelContext context;

    @BeforeEach
    void startContext() throws Exception {
        context = new TestContext();
        FreshsalesComponent component = new FreshsalesComponent();
        component.getConfiguration().setDomain(simulator.domain());
        component.getConfiguration().setApiKey(simulator.apiKey());
        component.getConfiguration().setMaxRetries(0);
        context.addComponent("freshsales", component);
        context.start();
    }

    @AfterEach
    void stopContext() throws Exception {
        context.close();
    }

    private Exchange send(String uri, Object body, Map<String, Object> headers) {
        Exchange result = context.createFluentProducerTemplate()
                .withHeaders(headers)
                .withBody(body)
                .to("freshsales:" + uri)
                .send();
        if (result.getException() != null) {
            throw new CamelExecutionException("failed", result, result.getException());
        }
        return result;
    }

    private <T> T call(String uri, Object body) {
        return (T) send(uri, body, Map.of()).getMessage().getBody();
    }

    private FreshsalesException failure(String uri, Object body) {
        Exchange result = context.createFluentProducerTemplate()
                .withBody(body)
                .to("freshsales:" + uri)
                .send();
        assertThat(result.getException()).isInstanceOf(FreshsalesException.class);
        return (FreshsalesException) result.getException();
    }

    private static List<Object> ids(Iterable<?> records) {
        List<Object> ids = new ArrayList<>();
        records.forEach(record -> ids.add(((Map<?, ?>) record).get("id")));
        return ids;
    }

    private static List<Object> ids(Iterator<?> records) {
        List<Object> all = new ArrayList<>();
        records.forEachRemaining(all::add);
        return ids(all);
    }

    private List<Object> contacts(int count) {
        long first = simulator.generate("contacts", count);
        return LongStream.range(first, first + count)
                .boxed()
                .map(id -> (Object) id)
                .toList();
    }

    // --- views

    @Test
    void listTakesTheAccountsDefaultView() {
        List<Object> ids = contacts(3);

        Exchange result = send("list?resourceType=contacts&sort=created_at&sortType=asc", null, Map.of());

        assertThat(ids((List<?>) result.getMessage().getBody())).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(result.getMessage().getHeader(FreshsalesConstants.TOTAL)).isEqualTo(3L);
        assertThat(result.getMessage().getHeader(FreshsalesConstants.TOTAL_PAGES))
                .isEqualTo(1L);
        assertThat(simulator.requestCount("GET", "contacts/filters")).isEqualTo(1);
    }

    @Test
    void listTakesAViewByItsExactNameInTheAccountsLanguage() {
        simulator.views().rename("contacts", "All Contacts", "Alle Kontakte");
        List<Object> ids = contacts(2);

        List<?> byName = call("list?resourceType=contacts&viewName=Alle Kontakte", null);
        Exchange byHeader =
                send("list?resourceType=contacts", null, Map.of(FreshsalesConstants.VIEW_NAME, "Alle Kontakte"));
        long viewId = simulator.viewId("contacts", "Alle Kontakte");
        List<?> byId = call("list?resourceType=contacts&viewId=" + viewId, null);
        Exchange byIdHeader = send("list?resourceType=contacts", null, Map.of(FreshsalesConstants.VIEW_ID, viewId));

        assertThat(ids(byName)).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(byHeader.getMessage().getBody()).isEqualTo(byName);
        assertThat(byId).isEqualTo(byName);
        assertThat(byIdHeader.getMessage().getBody()).isEqualTo(byName);
    }

    @Test
    void viewThatDoesNotExistIsToldWithThoseThatDo() {
        FreshsalesException e = failure("list?resourceType=contacts&viewName=all contacts", null);

        assertThat(e)
                .hasMessageContaining("The account has no view of contacts with the name all contacts; there are")
                .hasMessageContaining("All Contacts (" + simulator.viewId("contacts", "All Contacts") + ")");
        assertThat(simulator.requestCount("GET", "contacts/filters"))
                .as("they were asked for just now, so asking again would tell nothing new")
                .isEqualTo(1);
    }

    @Test
    void viewMadeAfterTheViewsWereReadIsFound() {
        call("list?resourceType=contacts", null);
        simulator.addView("contacts", "New View", contact -> true);
        List<Object> ids = contacts(1);

        assertThat(ids((List<?>) call("list?resourceType=contacts&viewName=New View", null)))
                .isEqualTo(ids);
    }

    @Test
    void viewsFieldsAndSelectorsAreAskedForOnce() {
        for (int i = 0; i < 3; i++) {
            assertThat((List<?>) call("views?resourceType=contacts", null)).isNotEmpty();
            assertThat((List<?>) call("fields?resourceType=contacts", null)).isNotEmpty();
            assertThat((List<?>) call("selector?selectorName=owners", null))
                    .extracting(owner -> (Object) ((Map<?, ?>) owner).get("display_name"))
                    .contains("Ana Ruiz");
            call("list?resourceType=contacts", null);
        }

        assertThat(simulator.requestCount("GET", "contacts/filters")).isEqualTo(1);
        assertThat(simulator.requestCount("GET", "settings/contacts/fields")).isEqualTo(1);
        assertThat(simulator.requestCount("GET", "selector/owners")).isEqualTo(1);
    }

    @Test
    void keptMetadataCannotBeChangedByARoute() {
        List<Object> owners = call("selector?selectorName=owners", null);
        int before = owners.size();

        owners.clear();

        assertThat((List<?>) call("selector?selectorName=owners", null)).hasSize(before);
    }

    @Test
    void metadataOfAnAccountIsNotGivenToAnother() {
        call("selector?selectorName=owners", null);

        failure("selector?selectorName=owners&apiKey=unknown-key", null);
        call("selector?selectorName=owners&apiKey=" + simulator.restrictedKey(), null);

        assertThat(simulator.requestCount("GET", "selector/owners")).isEqualTo(3);
    }

    @Test
    void metadataTtlOfZeroKeepsNothing() {
        call("views?resourceType=contacts&metadataTtl=0", null);
        call("views?resourceType=contacts&metadataTtl=0", null);

        assertThat(simulator.requestCount("GET", "contacts/filters")).isEqualTo(2);
    }

    @Test
    void failedMetadataIsNotKept() {
        simulator.trouble().answer(503);

        assertThat(failure("selector?selectorName=owners", null).getStatus()).isEqualTo(503);
        assertThat((List<?>) call("selector?selectorName=owners", null)).isNotEmpty();
    }

    @Test
    void selectorNameMayHaveSegments() {
        List<?> pipelines = call("selector?selectorName=deal_pipelines", null);
        Object id = ((Map<?, ?>) pipelines.get(0)).get("id");

        Exchange stages = send(
                "selector", null, Map.of(FreshsalesConstants.SELECTOR_NAME, "deal_pipelines/" + id + "/deal_stages"));

        assertThat((List<?>) stages.getMessage().getBody()).isNotEmpty();
    }

    @Test
    void fieldsOfACustomModuleAreThoseOfItsForms() {
        List<?> fields = call("fields?resourceType=cm_project", null);

        assertThat(fields).isNotEmpty().allSatisfy(field -> assertThat(((Map<?, ?>) field).get("name"))
                .isNotNull());
    }

    // --- pages

    @Test
    void pageIsTheOneAskedFor() {
        contacts(30);

        List<Object> all = ids((List<?>) call("list?resourceType=contacts&fetch=all", null));
        List<?> second = call("list?resourceType=contacts&page=2&perPage=10", null);
        Exchange byHeader = send(
                "list?resourceType=contacts",
                null,
                Map.of(FreshsalesConstants.PAGE, 2, FreshsalesConstants.PER_PAGE, "10"));

        assertThat(ids(second)).isEqualTo(all.subList(10, 20));
        assertThat(byHeader.getMessage().getBody()).isEqualTo(second);
    }

    @ParameterizedTest
    @ValueSource(strings = {"all", "stream"})
    void everyRecordComesOnce(String fetch) {
        List<Object> ids = contacts(250);

        Object byOption = call("list?resourceType=contacts&fetch=" + fetch, null);
        Object byHeader = send("list?resourceType=contacts", null, Map.of(FreshsalesConstants.FETCH, fetch))
                .getMessage()
                .getBody();

        for (Object body : List.of(byOption, byHeader)) {
            List<Object> got = body instanceof Iterator<?> stream ? ids(stream) : ids((List<?>) body);
            assertThat(got).containsExactlyInAnyOrderElementsOf(ids);
        }
        assertThat(simulator.requestCount("GET", "contacts/view/{id}")).isEqualTo(6);
    }

    @ParameterizedTest
    @EnumSource(
            value = Switch.class,
            names = {
                "SHORT_PAGES",
                "META_TOTAL_PAGES",
                "META_TOTAL_ONLY",
                "META_HAS_NEXT",
                "META_ABSENT",
                "META_TOTAL_TOO_HIGH",
                "META_TOTAL_TOO_LOW",
                "LAST_PAGE_EMPTY",
                "LAST_PAGE_REPEATS"
            })
    void everyRecordComesOnceHoweverTheServiceTellsTheEnd(Switch way) {
        simulator.turnOn(way);
        List<Object> many = contacts(205);

        assertThat(ids((List<?>) call("list?resourceType=contacts&fetch=all", null)))
                .containsExactlyInAnyOrderElementsOf(many);
        assertThat(ids((Iterator<?>) call("list?resourceType=contacts&fetch=stream&perPage=41", null)))
                .containsExactlyInAnyOrderElementsOf(many);
    }

    @ParameterizedTest
    @EnumSource(
            value = Switch.class,
            names = {"SHORT_PAGES", "META_TOTAL_ONLY", "META_ABSENT", "META_TOTAL_TOO_LOW", "LAST_PAGE_REPEATS"})
    void lastPageThatIsFullIsNotTheEndUntilTheNextIsEmpty(Switch way) {
        simulator.turnOn(way);
        List<Object> many = contacts(200);

        assertThat(ids((List<?>) call("list?resourceType=contacts&fetch=all", null)))
                .containsExactlyInAnyOrderElementsOf(many);
    }

    @Test
    void maxRecordsStopsFetching() {
        contacts(1_000);

        assertThat((List<?>) call("list?resourceType=contacts&fetch=all&maxRecords=150", null))
                .hasSize(150);
        assertThat(simulator.requestCount("GET", "contacts/view/{id}")).isEqualTo(2);
        assertThat((List<?>) call("list?resourceType=contacts&fetch=all&maxRecords=7", null))
                .hasSize(7);
        assertThat(simulator.requestCount("GET", "contacts/view/{id}")).isEqualTo(3);
        Exchange byHeader =
                send("list?resourceType=contacts&fetch=stream", null, Map.of(FreshsalesConstants.MAX_RECORDS, 100));
        assertThat(ids((Iterator<?>) byHeader.getMessage().getBody())).hasSize(100);
        assertThat(simulator.requestCount("GET", "contacts/view/{id}")).isEqualTo(4);
    }

    @Test
    void maxRecordsDoesNotMoveAPageThatWasAskedFor() {
        contacts(300);
        List<Object> all = ids((List<?>) call("list?resourceType=contacts&fetch=all", null));

        List<?> third = call("list?resourceType=contacts&fetch=all&page=3&maxRecords=10", null);

        assertThat(ids(third)).isEqualTo(all.subList(200, 210));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "list?resourceType=contacts&fetch=all",
                "views?resourceType=contacts",
                "filteredSearch?resourceType=contacts",
                "filteredSearch?resourceType=contacts&fetch=all"
            })
    void readWhoseAnswerIsNoJsonIsSentAgain(String uri) {
        contacts(1);
        Object rule = Map.of("attribute", "created_at", "operator", "is_after", "value", "2000-01-01T00:00:00Z");
        simulator.trouble().answer(200).body("text/html", "<html>Please wait</html>");

        assertThat((List<?>) call(uri + "&maxRetries=1&retryDelay=1", rule)).isNotEmpty();
    }

    @Test
    void streamFetchesAsItIsRead() {
        contacts(500);

        Iterator<?> stream = call("list?resourceType=contacts&fetch=stream", null);

        for (int i = 0; i < 101; i++) {
            stream.next();
        }
        assertThat(simulator.requestCount("GET", "contacts/view/{id}")).isEqualTo(2);
    }

    @Test
    void streamGoesThroughASplitter() throws Exception {
        List<Object> ids = contacts(250);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:all")
                        .to("freshsales:list?resourceType=contacts&fetch=stream")
                        .split(body())
                        .streaming()
                        .to("mock:contact");
            }
        });
        MockEndpoint mock = context.getEndpoint("mock:contact", MockEndpoint.class);
        mock.expectedMessageCount(250);

        context.createProducerTemplate().requestBody("direct:all", (Object) null);

        mock.assertIsSatisfied();
        assertThat(mock.getExchanges().stream()
                        .map(exchange -> ((Map<?, ?>) exchange.getMessage().getBody()).get("id"))
                        .toList())
                .containsExactlyInAnyOrderElementsOf((List) ids);
    }

    @Test
    void streamThatBreaksFailsWithTheOneException() {
        contacts(250);
        Iterator<?> stream = call("list?resourceType=contacts&fetch=stream", null);
        simulator.trouble().on("GET", "contacts/view/*").answer(500);
        for (int i = 0; i < 100; i++) {
            stream.next();
        }

        assertThat(org.assertj.core.api.Assertions.catchThrowable(stream::hasNext))
                .isInstanceOf(FreshsalesException.class)
                .hasMessageContaining("returned 500");
    }

    @ParameterizedTest
    @ValueSource(strings = {"perPage=0", "perPage=101", "page=0", "maxRecords=-1", "fetch=all&outputFormat=raw"})
    void pagingThatCannotBeIsRefused(String option) {
        FreshsalesException e = failure("list?resourceType=contacts&viewId=1&" + option, null);

        assertThat(e.getStatus()).isZero();
        assertThat(simulator.requestCount()).isZero();
    }

    // --- the other lists

    @Test
    void tasksAndAppointmentsAreListedByAFilter() {
        simulator.seed("tasks", Map.of("title", "open one", "status", 0));
        simulator.seed("tasks", Map.of("title", "done one", "status", 1));

        List<?> open = call("list?resourceType=tasks", null);
        List<?> done = call("list?resourceType=tasks&filter=completed", null);
        Exchange byHeader = send("list?resourceType=tasks", null, Map.of(FreshsalesConstants.FILTER, "completed"));
        List<?> appointments = call("list?resourceType=appointments", null);

        assertThat(open)
                .extracting(task -> (Object) ((Map<?, ?>) task).get("title"))
                .containsExactly("open one");
        assertThat(done)
                .extracting(task -> (Object) ((Map<?, ?>) task).get("title"))
                .containsExactly("done one");
        assertThat(byHeader.getMessage().getBody()).isEqualTo(done);
        assertThat(appointments).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sales_activities", "products", "lists"})
    void plainListsAreListedAsTheyAre(String resource) {
        long id = simulator.seed(resource, Map.of("name", "x", "title", "x"));

        assertThat(ids((List<?>) call("list?resourceType=" + resource, null))).containsExactly(id);
    }

    @Test
    void membersOfAMarketingListAreAddedListedMovedAndRemoved() {
        List<Object> ids = contacts(3);
        long one = simulator.seed("lists", Map.of("name", "one"));
        long other = simulator.seed("lists", Map.of("name", "other"));

        call("addToList?listId=" + one, ids);
        assertThat(ids((List<?>) call("list?resourceType=contacts&listId=" + one, null)))
                .containsExactlyInAnyOrderElementsOf(ids);
        call("moveToList?listId=" + other + "&fromListId=" + one, List.of(Map.of("id", ids.get(0))));
        assertThat(simulator.contactsOnList(other)).containsExactly((Long) ids.get(0));
        send(
                "moveToList",
                null,
                Map.of(
                        FreshsalesConstants.LIST_ID, other,
                        FreshsalesConstants.FROM_LIST_ID, one,
                        FreshsalesConstants.ALL_MEMBERS, true));
        assertThat(simulator.contactsOnList(other)).hasSize(3);
        call("removeFromList?listId=" + other, ids.get(1));
        assertThat(simulator.contactsOnList(other)).hasSize(2);
        Map<Object, Object> message = call("removeFromList?allMembers=true&listId=" + other, null);
        assertThat(simulator.contactsOnList(other)).isEmpty();
        assertThat(message).containsKey("message");
    }

    @Test
    void listOperationsSayWhatTheyNeed() {
        assertThat(failure("addToList", List.of(1))).hasMessageContaining("listId");
        assertThat(failure("addToList?listId=1&allMembers=true", null)).hasMessageContaining("allMembers");
        assertThat(failure("removeFromList?listId=1", null)).hasMessageContaining("or allMembers=true");
        assertThat(failure("moveToList?listId=1", List.of(1))).hasMessageContaining("fromListId");
        assertThat(failure("list?resourceType=deals&listId=1", null)).hasMessageContaining("resourceType=contacts");
        Map<String, Object> answer = call("addToList?listId=1", List.of());
        assertThat(answer).isEmpty();
        answer.put("a route may", "add to it");
        assertThat(simulator.requestCount()).isZero();
    }

    // --- sideloads

    @Test
    void includeGoesToTheSideloadsHeader() {
        long contact = simulator.seed(
                "contacts", Map.of("last_name", "Moss", "owner_id", simulator.selectorId("owners", "Ana Ruiz")));

        Exchange one = send("get?resourceType=contacts&include=owner&recordId=" + contact, null, Map.of());
        Exchange many = send("list?resourceType=contacts", null, Map.of(FreshsalesConstants.INCLUDE, "owner"));
        Exchange whole =
                send("get?resourceType=contacts&include=owner&unwrap=false&recordId=" + contact, null, Map.of());

        for (Exchange exchange : List.of(one, many)) {
            Map<?, ?> sideloads = exchange.getMessage().getHeader(FreshsalesConstants.SIDELOADS, Map.class);
            assertThat((List<?>) sideloads.get("users"))
                    .extracting(user -> (Object) ((Map<?, ?>) user).get("display_name"))
                    .containsExactly("Ana Ruiz");
        }
        assertThat((Map<Object, Object>) whole.getMessage().getBody()).containsKeys("contact", "users");
        assertThat(whole.getMessage().getHeader(FreshsalesConstants.SIDELOADS)).isNull();
    }

    @Test
    void sideloadsOfAllPagesAreJoined() {
        long ana = simulator.selectorId("owners", "Ana Ruiz");
        long ben = simulator.selectorId("owners", "Ben Okafor");
        for (int i = 0; i < 4; i++) {
            simulator.seed("contacts", Map.of("last_name", "n" + i, "owner_id", i == 3 ? ben : ana));
        }

        Exchange all = send("list?resourceType=contacts&include=owner&fetch=all&perPage=2", null, Map.of());

        Map<?, ?> sideloads = all.getMessage().getHeader(FreshsalesConstants.SIDELOADS, Map.class);
        assertThat((List<?>) sideloads.get("users")).hasSize(2);
    }

    // --- searches

    @Test
    void searchFindsWords() {
        simulator.seed("contacts", Map.of("first_name", "Zoë", "last_name", "Unusual"));

        List<?> found = call("search?query=Unusual", null);
        Exchange byHeader = send(
                "search",
                null,
                Map.of(FreshsalesConstants.QUERY, "Unusual", FreshsalesConstants.ENTITIES, "contact,deal"));

        assertThat(found)
                .hasSize(1)
                .first()
                .extracting(row -> (Object) ((Map<?, ?>) row).get("id"))
                .isInstanceOf(String.class);
        assertThat(byHeader.getMessage().getBody()).isEqualTo(found);
    }

    @Test
    void lookupGivesAListForOneEntityAndAMapForSeveral() {
        simulator.seed("contacts", Map.of("last_name", "Moss", "email", "lee@example.test"));
        simulator.seed("sales_accounts", Map.of("name", "Moss"));

        List<?> one = call("lookup?query=lee@example.test", null);
        Exchange byHeader = send(
                "lookup?entities=sales_account",
                null,
                Map.of(FreshsalesConstants.QUERY, "Moss", FreshsalesConstants.SEARCH_FIELD, "name"));
        Map<?, ?> both = call("lookup?query=Moss&entities=sales_account,deal&searchField=name", null);

        assertThat(one).hasSize(1);
        assertThat((List<?>) byHeader.getMessage().getBody()).hasSize(1);
        assertThat((List<?>) both.get("sales_accounts")).hasSize(1);
        assertThat((List<?>) both.get("deals")).isEmpty();
    }

    @Test
    void filteredSearchTakesOneRuleManyOrTheWholeRequest() {
        simulator.seed("contacts", Map.of("last_name", "Moss", "city", "Oslo"));
        simulator.seed("contacts", Map.of("last_name", "Roy", "city", "Oslo"));
        Map<String, Object> rule = Map.of("attribute", "last_name", "operator", "is", "value", "Moss");
        String uri = "filteredSearch?resourceType=contacts";

        List<?> one = call(uri, rule);
        List<?> two = call(uri, List.of(rule, Map.of("attribute", "city", "operator", "is", "value", "Oslo")));
        List<?> whole = call(uri, Map.of("filter_rule", List.of(rule), "detail", true));
        List<?> text = call(uri, "{\"attribute\":\"last_name\",\"operator\":\"is\",\"value\":\"Moss\"}");

        assertThat(one).hasSize(1);
        assertThat(ids(two)).isEqualTo(ids(one));
        assertThat(ids(whole)).isEqualTo(ids(one));
        assertThat((Map<?, ?>) whole.get(0)).as("full rows").hasSizeGreaterThan(((Map<?, ?>) one.get(0)).size());
        assertThat(text).isEqualTo(one);
    }

    @Test
    void filteredSearchPagesThroughItsBody() {
        List<Object> ids = contacts(250);

        Exchange all = send(
                "filteredSearch?resourceType=contacts&fetch=all",
                Map.of("attribute", "created_at", "operator", "is_after", "value", "2000-01-01T00:00:00Z"),
                Map.of(FreshsalesConstants.SORT, "id", FreshsalesConstants.SORT_TYPE, "asc"));

        assertThat(ids((List<?>) all.getMessage().getBody())).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(simulator.requestCount("POST", "filtered_search/contact")).isEqualTo(3);
    }

    @Test
    void ruleWithoutAnAttributeIsRefused() {
        assertThat(failure("filteredSearch?resourceType=contacts", Map.of("name", "x")))
                .hasMessageContaining("A rule needs attribute, operator and value");
        assertThat(failure("filteredSearch?resourceType=contacts", null))
                .hasMessageContaining("needs rules as the body");
        assertThat(failure("search", null)).hasMessageContaining("needs the option query");
        assertThat(simulator.requestCount()).isZero();
    }

    @Test
    void relatedGivesWhatBelongsToARecord() {
        long contact = simulator.seed("contacts", Map.of("last_name", "Moss"));
        call(
                "create?resourceType=notes",
                Map.of("description", "hello", "targetable_type", "Contact", "targetable_id", contact));

        List<?> notes = call("related?resourceType=contacts&relation=notes&recordId=" + contact, null);
        Exchange byHeader = send(
                "related?resourceType=contacts&recordId=" + contact,
                null,
                Map.of(FreshsalesConstants.RELATION, "document_associations"));

        assertThat(notes)
                .extracting(note -> (Object) ((Map<?, ?>) note).get("description"))
                .containsExactly("hello");
        assertThat((List<?>) byHeader.getMessage().getBody()).isEmpty();
    }

    @Test
    void nothingIsLostOnTheWayFromGetToUpdate() {
        simulator.customField("deals", "cf_rate", "Rate", "number");
        long id = simulator.seed(
                "deals",
                Map.of(
                        "name", "Pump",
                        "amount", "1500.0",
                        "custom_field", Map.of("cf_rate", new java.math.BigDecimal("0.12345678901234567890"))));
        Map<String, Object> deal = call("get?resourceType=deals&recordId=" + id, null);
        Map<String, Object> before = new java.util.LinkedHashMap<>(deal);

        deal.put("name", "Pump 2");
        Map<String, Object> after = call("update?resourceType=deals", deal);

        assertThat(after)
                .containsEntry("id", id)
                .containsEntry("name", "Pump 2")
                .containsEntry("amount", "1500.0");
        before.remove("name");
        before.remove("updated_at");
        before.remove("stage_updated_time");
        assertThat(after).containsAllEntriesOf(before);
        assertThat(((Map<?, ?>) after.get("custom_field")).get("cf_rate"))
                .isEqualTo(new java.math.BigDecimal("0.12345678901234567890"));
    }
}
