// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.manual;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The examples of the operations that read and search, and what they cost. */
class ReadingExamplesTest extends ExampleTest {

    private long newsletter;

    private void start(Language language) throws Exception {
        newsletter = simulator.seed("lists", Map.of("name", "Newsletter"));
        useProperties(Map.of("newsletter", newsletter));
        start(language, new ReadingRoutes(), "reading.yaml");
    }

    private static List<Object> bodies(List<Exchange> exchanges, String field) {
        return exchanges.stream()
                .map(exchange -> exchange.getMessage().getBody(Map.class).get(field))
                .toList();
    }

    private long contact(String name, Map<String, Object> more) {
        Map<String, Object> contact = new java.util.HashMap<>(more);
        contact.put("last_name", name);
        return simulator.seed("contacts", contact);
    }

    // --- operations

    @ParameterizedTest
    @EnumSource
    void listIsThatOfAView(Language language) throws Exception {
        simulator.seed("deals", Map.of("name", "Shelves"));
        start(language);
        List<Exchange> deals = arrivalsAt("direct:deal");

        send("direct:open-deals", null);

        assertThat(bodies(deals, "name")).containsExactly("Shelves");
        assertThat(deals.get(0).getMessage().getHeader("CamelFreshsalesTotal")).isEqualTo(1L);
    }

    @ParameterizedTest
    @EnumSource
    void viewsAndOwnersAreAskedForOnce(Language language) throws Exception {
        start(language);

        for (String route : List.of("direct:views", "direct:owners", "direct:views", "direct:owners")) {
            send(route, null);
        }

        assertThat(simulator.requestCount("GET", "contacts/filters")).isEqualTo(1);
        assertThat(simulator.requestCount("GET", "selector/owners")).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void fieldsTellTheCustomOnes(Language language) throws Exception {
        simulator.customField("contacts", "cf_region", "Region", "dropdown", "North", "South");
        start(language);
        List<Exchange> fields = arrivalsAt("direct:custom-field");

        send("direct:custom-fields", null);

        assertThat(fields).singleElement().satisfies(field -> assertThat(
                        field.getMessage().getBody(Map.class))
                .containsEntry("name", "cf_region")
                .containsEntry("type", "dropdown")
                .containsEntry("label", "Region")
                .containsKeys("required", "choices"));
    }

    @ParameterizedTest
    @EnumSource
    void notesAreRelated(Language language) throws Exception {
        long contact = contact("Moss", Map.of());
        simulator.seed("notes", Map.of("description", "hello", "targetable_type", "Contact", "targetable_id", contact));
        start(language);
        List<Exchange> notes = arrivalsAt("direct:note");

        send("direct:notes", contact);

        assertThat(bodies(notes, "description")).containsExactly("hello");
    }

    @ParameterizedTest
    @EnumSource
    void searchFindsWordsInSeveralKinds(Language language) throws Exception {
        contact("Larkspur", Map.of());
        simulator.seed("sales_accounts", Map.of("name", "Larkspur Books"));
        start(language);
        List<Exchange> hits = arrivalsAt("direct:hit");

        send("direct:search", "Larkspur");

        assertThat(bodies(hits, "type")).containsExactlyInAnyOrder("contact", "sales_account");
    }

    @ParameterizedTest
    @EnumSource
    void lookupFindsOneOrNone(Language language) throws Exception {
        contact("Moss", Map.of("email", "lee@example.test"));
        start(language);
        List<Exchange> known = arrivalsAt("direct:known");
        List<Exchange> unknown = arrivalsAt("direct:unknown");

        send("direct:find", "lee@example.test");
        send("direct:find", "nobody@example.test");

        assertThat(bodies(known, "last_name")).containsExactly("Moss");
        assertThat(unknown).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void rulesFindWhatHasChanged(Language language) throws Exception {
        simulator.seed("deals", Map.of("name", "old", "updated_at", "2020-01-01T00:00:00Z"));
        simulator.seed("deals", Map.of("name", "new", "updated_at", "2026-04-01T00:00:00Z"));
        start(language);
        List<Exchange> deals = arrivalsAt("direct:deal");

        send("direct:changed", null);

        assertThat(bodies(deals, "name")).containsExactly("new");
    }

    @ParameterizedTest
    @EnumSource
    void rulesHoldAllAtOnce(Language language) throws Exception {
        simulator.customField("contacts", "cf_region", "Region", "text");
        contact("Moss", Map.of("city", "Leeds", "custom_field", Map.of("cf_region", "North")));
        contact("Roy", Map.of("city", "Leeds", "custom_field", Map.of("cf_region", "South")));
        start(language);
        List<Exchange> contacts = arrivalsAt("direct:contact");

        send("direct:north", null);

        assertThat(bodies(contacts, "last_name")).containsExactly("Moss");
        assertThat(bodies(contacts, "custom_field")).containsExactly(Map.of("cf_region", "North"));
    }

    // --- large sets

    @ParameterizedTest
    @EnumSource
    void pageIsOneCall(Language language) throws Exception {
        simulator.generate("contacts", 70);
        start(language);

        Message page = send("direct:page", null);

        assertThat(page.getBody(List.class)).hasSize(20);
        assertThat(page.getHeader("CamelFreshsalesTotalPages")).isEqualTo(2L);
    }

    @ParameterizedTest
    @EnumSource
    void streamGoesThroughASplitter(Language language) throws Exception {
        simulator.generate("contacts", 250);
        start(language);
        List<Exchange> contacts = arrivalsAt("direct:contact");

        send("direct:export", null);

        assertThat(bodies(contacts, "id")).hasSize(250).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void newestAreFetchedAndNoMore(Language language) throws Exception {
        simulator.generate("contacts", 400);
        start(language);
        List<Exchange> contacts = arrivalsAt("direct:contact");

        send("direct:newest", null);

        assertThat(contacts).hasSize(250);
        assertThat(simulator.requestCount("GET", "contacts/view/{id}")).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource
    void tasksAreListedByAFilter(Language language) throws Exception {
        simulator.seed("tasks", Map.of("title", "late", "status", 0, "due_date", "2020-01-01T00:00:00Z"));
        simulator.seed("tasks", Map.of("title", "done", "status", 1));
        start(language);
        List<Exchange> tasks = arrivalsAt("direct:task");

        send("direct:overdue", null);

        assertThat(bodies(tasks, "title")).containsExactly("late");
    }

    @ParameterizedTest
    @EnumSource
    void membersOfAMarketingListAreContacts(Language language) throws Exception {
        long lee = contact("Moss", Map.of());
        contact("Roy", Map.of());
        start(language);
        List<Exchange> contacts = arrivalsAt("direct:contact");
        send("freshsales:addToList?listId=" + newsletter, lee);

        send("direct:members", null);

        assertThat(bodies(contacts, "id")).containsExactly(lee);
    }

    @ParameterizedTest
    @EnumSource
    void ownersOfAllPagesComeOnce(Language language) throws Exception {
        long ana = simulator.selectorId("owners", "Ana Ruiz");
        long ben = simulator.selectorId("owners", "Ben Okafor");
        contact("Moss", Map.of("owner_id", ana));
        contact("Roy", Map.of("owner_id", ana));
        contact("Day", Map.of("owner_id", ben));
        freshsales.getConfiguration().setPerPage(1);
        start(language);

        Message result = send("direct:with-owners", null);

        assertThat(result.getBody(List.class)).hasSize(3);
        assertThat((List<?>)
                        result.getHeader("CamelFreshsalesSideloads", Map.class).get("users"))
                .extracting("id")
                .containsExactlyInAnyOrder(ana, ben);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/manual/calls.csv", delimiter = '|', quoteCharacter = '\'', numLinesToSkip = 1)
    void readCostsTheCallsOfTheManual(int contacts, String options, int records, int calls) throws Exception {
        simulator.generate("contacts", contacts);
        context.start();

        Object body =
                send("freshsales:list?resourceType=contacts&" + options, null).getBody();

        Iterator<?> rows = body instanceof List<?> list ? list.iterator() : (Iterator<?>) body;
        assertThat(rows).toIterable().hasSize(records);
        assertThat(simulator.requestCount("GET", "contacts/view/{id}")).isEqualTo(calls);
        assertThat(simulator.requestCount()).as("and one for the views").isEqualTo(calls + 1);
    }

    @Test
    void viewByItsIdNeedsNoViews() throws Exception {
        context.start();

        send("freshsales:list?resourceType=contacts&viewId=" + simulator.viewId("contacts", "All Contacts"), null);

        assertThat(simulator.requestCount()).isEqualTo(1);
    }

    // --- custom fields and modules

    @ParameterizedTest
    @EnumSource
    void customModuleIsAResourceLikeAnyOther(Language language) throws Exception {
        simulator.customField("cm_project", "cf_budget", "Budget", "number");
        start(language);

        Message result = send("direct:project", null);
        send("direct:project-fields", null);

        assertThat(simulator.records("cm_project")).singleElement().satisfies(project -> assertThat(project)
                .containsEntry("name", "Attic")
                .containsEntry("id", result.getHeader("CamelFreshsalesResultId")));
        assertThat(result.getBody(Map.class).get("custom_field"))
                .extracting("cf_budget")
                .hasToString("1500");
        assertThat(simulator.requestCount("GET", "settings/cm_project/forms")).isEqualTo(1);
    }
}
