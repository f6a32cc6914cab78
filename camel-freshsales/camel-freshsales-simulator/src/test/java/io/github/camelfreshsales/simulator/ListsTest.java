// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelfreshsales.simulator.Client.Reply;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListsTest {

    @RegisterExtension
    static final FreshsalesSimulatorExtension FRESHSALES = new FreshsalesSimulatorExtension(
            FreshsalesSimulator.builder().clock(() -> Instant.parse("2024-03-05T15:00:00Z")));

    private final FreshsalesSimulator simulator = FRESHSALES.simulator();
    private final Client client = Client.of(simulator);

    @ParameterizedTest
    @CsvSource({
        "contacts, All Contacts;My Contacts;New Contacts;Recycle Bin, Contact",
        "sales_accounts, All Accounts;My Accounts;Recycle Bin, SalesAccount",
        "deals, All Deals;My Deals;Open Deals;Won Deals;Lost Deals;Recycle Bin, Deal",
        "custom_module/cm_project, All cm_project;Recycle Bin, cm_project"
    })
    void viewsOfAResource(String path, String names, String model) {
        Reply reply = client.get(path + "/filters");

        assertThat(reply.json().fieldNames()).toIterable().containsExactly("filters", "meta");
        assertThat(reply.json().get("filters"))
                .extracting(view -> view.get("name").asText())
                .containsExactly(names.split(";"));
        assertThat(reply.json().get("filters"))
                .filteredOn(view -> view.get("is_default").asBoolean())
                .hasSize(1);
        assertThat(reply.json().at("/filters/0/model_class_name").asText()).isEqualTo(model);
        assertThat(reply.json().at("/meta/total_pages").asInt()).isOne();
        assertThat(reply.json().at("/meta/total").asInt()).isEqualTo(names.split(";").length);
    }

    @Test
    void viewsCanBeRenamedAddedAndRemoved() {
        simulator.views().rename("deals", "All Deals", "Alle Deals");
        simulator.views().remove("deals", "Lost Deals");
        simulator.views().makeDefault("deals", "Won Deals");
        simulator.seed("deals", Map.of("name", "Small", "amount", 1));
        simulator.seed("deals", Map.of("name", "Big", "amount", 1000));
        long big = simulator.addView(
                "deals", "Big ones", deal -> deal.get("amount").equals("1000.0"));

        assertThat(client.get("deals/filters").json().get("filters"))
                .extracting(view ->
                        view.get("name").asText() + view.get("is_default").asBoolean())
                .containsExactly(
                        "Alle Dealsfalse",
                        "My Dealsfalse",
                        "Open Dealsfalse",
                        "Won Dealstrue",
                        "Recycle Binfalse",
                        "Big onesfalse");
        assertThat(client.get("deals/view/" + big).json().get("deals"))
                .extracting(deal -> deal.get("name").asText())
                .containsExactly("Big");
    }

    @Test
    void viewsChooseTheirRecords() {
        long won = simulator.seed(
                "deals", Map.of("name", "Won", "deal_stage_id", simulator.selectorId("deal_stages", "Won")));
        long mine =
                simulator.seed("deals", Map.of("name", "Mine", "owner_id", simulator.selectorId("owners", "Ana Ruiz")));
        long gone = client.post("deals", "{'deal':{'name':'Gone'}}").id("deal");
        client.delete("deals/" + gone);

        assertThat(names("deals", "All Deals")).containsExactly("Won", "Mine");
        assertThat(names("deals", "My Deals")).containsExactly("Mine");
        assertThat(names("deals", "Open Deals")).containsExactly("Mine");
        assertThat(names("deals", "Won Deals")).containsExactly("Won");
        assertThat(names("deals", "Lost Deals")).isEmpty();
        assertThat(names("deals", "Recycle Bin")).containsExactly("Gone");
        assertThat(List.of(won, mine)).doesNotHaveDuplicates();
    }

    @Test
    void unknownViewIsNotFound() {
        assertThat(client.get("contacts/view/" + simulator.viewId("deals", "All Deals"))
                        .status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "'', 25, 4",
        "?per_page=50, 50, 2",
        "?per_page=100, 80, 1",
        "?per_page=500, 80, 1",
        "?per_page=30&page=3, 20, 3",
        "?page=5, 0, 4",
        "?page=0, 25, 4",
        "?per_page=x&page=y, 25, 4"
    })
    void pageHasItsSizeAndItsMeta(String query, int size, int pages) {
        seedContacts(80);

        Reply reply = client.get("contacts/view/" + simulator.viewId("contacts", "All Contacts") + query);

        assertThat(reply.json().fieldNames()).toIterable().containsExactly("contacts", "meta");
        assertThat(reply.json().get("contacts")).hasSize(size);
        assertThat(reply.json().at("/meta/total").asInt()).isEqualTo(80);
        assertThat(reply.json().at("/meta/total_pages").asInt()).isEqualTo(pages);
    }

    @Test
    void dealsTellTheTotalOnly() {
        simulator.seed("deals", Map.of("name", "Pump"));

        Reply reply = client.get("deals/view/" + simulator.viewId("deals", "All Deals"));

        assertThat(reply.json().get("meta").toString()).isEqualTo("{\"total\":1}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "META_TOTAL_PAGES|{'total_pages':4,'total':10}",
                "META_TOTAL_ONLY|{'total':10}",
                "META_HAS_NEXT|{'has_next':true,'has_previous':true}",
                "META_TOTAL_TOO_HIGH|{'total_pages':6,'total':16}",
                "META_TOTAL_TOO_LOW|{'total_pages':1,'total':3}",
                "LAST_PAGE_EMPTY|{'total_pages':5,'total':10}",
                "SHORT_PAGES|{'total_pages':5,'total':10}"
            })
    void switchesChangeWhatMetaSays(Switch one, String meta) {
        seedContacts(10);
        simulator.turnOn(one);

        Reply reply =
                client.get("contacts/view/" + simulator.viewId("contacts", "All Contacts") + "?per_page=3&page=2");

        assertThat(reply.json().get("meta").toString().replace('"', '\'')).isEqualTo(meta);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "META_TOTAL_PAGES",
                "META_HAS_NEXT",
                "META_ABSENT",
                "META_TOTAL_TOO_HIGH",
                "META_TOTAL_TOO_LOW",
                "LAST_PAGE_EMPTY",
                "SHORT_PAGES"
            })
    void whoReadsUntilAnEmptyPageGetsEveryRecordOnce(Switch one) {
        seedContacts(10);
        simulator.turnOn(one);

        Set<Long> ids = new HashSet<>();
        int rows = 0;
        for (int page = 1; ; page++) {
            JsonNode contacts = client.get("contacts/view/" + simulator.viewId("contacts", "All Contacts")
                            + "?per_page=3&page=" + page)
                    .json()
                    .get("contacts");
            if (contacts.isEmpty()) {
                break;
            }
            rows += contacts.size();
            contacts.forEach(contact -> ids.add(contact.get("id").asLong()));
        }

        assertThat(ids).hasSize(10);
        assertThat(rows).isEqualTo(10);
    }

    @Test
    void lastPageMayRepeatForEver() {
        seedContacts(10);
        simulator.turnOn(Switch.LAST_PAGE_REPEATS);
        String view = "contacts/view/" + simulator.viewId("contacts", "All Contacts") + "?per_page=3&page=";

        assertThat(client.get(view + 4).json().get("contacts")).hasSize(1);
        assertThat(client.get(view + 99).json().get("contacts"))
                .isEqualTo(client.get(view + 4).json().get("contacts"));
    }

    @Test
    void listIsSortedAsAsked() {
        simulator.seed("contacts", Map.of("first_name", "B", "lead_score", 9, "updated_at", "2024-01-03"));
        simulator.seed("contacts", Map.of("first_name", "A", "lead_score", 10, "updated_at", "2024-01-01"));
        simulator.seed("contacts", Map.of("first_name", "C", "updated_at", "2024-01-02"));

        assertThat(sorted("first_name", "asc")).containsExactly("A", "B", "C");
        assertThat(sorted("first_name", "desc")).containsExactly("C", "B", "A");
        assertThat(sorted("lead_score", "desc")).containsExactly("A", "B", "C");
        assertThat(sorted("updated_at", "asc")).containsExactly("A", "C", "B");
        assertThat(sorted("nonsense", "asc")).containsExactly("B", "A", "C");
    }

    @Test
    void writtenRecordIsInTheListAtOnce() {
        seedContacts(1);
        assertThat(names("contacts", "All Contacts")).hasSize(1);

        seedContacts(1);

        assertThat(names("contacts", "All Contacts")).hasSize(2);
    }

    @Test
    void sideloadsOfAPageComeOnceAndBehindTheRows() {
        long owner = simulator.selectorId("owners", "Ben Okafor");
        simulator.seed("deals", Map.of("name", "A", "owner_id", owner));
        simulator.seed("deals", Map.of("name", "B", "owner_id", owner));

        JsonNode page = client.get("deals/view/" + simulator.viewId("deals", "All Deals") + "?include=owner,deal_stage")
                .json();

        assertThat(page.fieldNames()).toIterable().containsExactly("deals", "users", "deal_stages", "meta");
        assertThat(page.get("users")).hasSize(1);
        assertThat(page.at("/deals/1/owner_id").asLong()).isEqualTo(owner);
    }

    @ParameterizedTest
    @CsvSource({
        "'', Yesterday;Today;Tomorrow;Later;Done",
        "?filter=open, Yesterday;Today;Tomorrow;Later",
        "?filter=due_today, Today",
        "?filter=due_tomorrow, Tomorrow",
        "?filter=overdue, Yesterday",
        "?filter=completed, Done"
    })
    void tasksAreListedByFilterInOrderOfTheirDate(String query, String titles) {
        simulator.seed("tasks", Map.of("title", "Later", "due_date", "2024-03-09"));
        simulator.seed("tasks", Map.of("title", "Tomorrow", "due_date", "2024-03-06T23:00:00-05:00"));
        simulator.seed("tasks", Map.of("title", "Today", "due_date", "2024-03-05T23:00:00-05:00"));
        simulator.seed("tasks", Map.of("title", "Yesterday", "due_date", "2024-03-04"));
        simulator.seed("tasks", Map.of("title", "Done", "due_date", "2024-03-10", "status", 1));

        Reply reply = client.get("tasks" + query);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().get("tasks"))
                .extracting(task -> task.get("title").asText())
                .containsExactly(titles.split(";"));
        assertThat(reply.json().get("meta").fieldNames()).toIterable().containsExactly("total");
    }

    @ParameterizedTest
    @CsvSource({"past, B;A", "complete, B;A", "upcoming, C;D", "open, C;D"})
    void appointmentsArePastOrUpcoming(String filter, String titles) {
        for (String each : List.of("A 2024-03-01", "D 2024-03-09", "C 2024-03-06", "B 2024-03-02")) {
            simulator.seed("appointments", Map.of("title", each.substring(0, 1), "end_date", each.substring(2)));
        }

        assertThat(client.get("appointments?filter=" + filter).json().get("appointments"))
                .extracting(one -> one.get("title").asText())
                .containsExactly(titles.split(";"));
        assertThat(client.get("appointments").json().get("appointments")).hasSize(4);
        assertThat(client.get("appointments?filter=nonsense").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"sales_activities,sales_activities", "cpq/products,products", "lists,lists"})
    void someResourcesHaveAPlainList(String path, String key) {
        IntStream.range(0, 30).forEach(i -> simulator.seed(key, Map.of("name", "N" + i)));

        Reply reply = client.get(path + "?page=2");

        assertThat(reply.json().get(key)).hasSize(5);
        assertThat(reply.json().get("meta").toString()).isEqualTo("{\"total_pages\":2,\"total\":30}");
    }

    @Test
    void contactsAreAddedToListsMovedAndRemoved() {
        List<Long> contacts = IntStream.range(0, 3)
                .mapToObj(i -> simulator.seed("contacts", Map.of("first_name", "N" + i)))
                .toList();
        Reply created = client.post("lists", "{'name':'News'}");
        long news = created.id("list");
        long old = simulator.seed("lists", Map.of("name", "Old"));

        assertThat(created.json().toString()).isEqualTo("{\"list\":{\"id\":" + news + ",\"name\":\"News\"}}");
        Reply added = client.put("lists/" + news + "/add_contacts", "{'ids':" + contacts + "}");
        assertThat(added.json().get("message").isTextual()).isTrue();
        assertThat(simulator.contactsOnList(news)).isEqualTo(contacts);
        assertThat(client.get("contacts/lists/" + news + "?per_page=2").json().get("contacts"))
                .hasSize(2);

        client.put("lists/" + old + "/move_contacts", "{'from_list_id':" + news + ",'ids':[" + contacts.get(0) + "]}");
        assertThat(simulator.contactsOnList(news)).isEqualTo(contacts.subList(1, 3));
        assertThat(simulator.contactsOnList(old)).isEqualTo(contacts.subList(0, 1));

        client.put("lists/" + old + "/move_contacts", "{'from_list_id':" + news + ",'all':true}");
        assertThat(simulator.contactsOnList(old)).isEqualTo(contacts);

        client.put("lists/" + old + "/remove_contacts", "{'ids':[" + contacts.get(1) + "]}");
        assertThat(simulator.contactsOnList(old)).hasSize(2);
        client.put("lists/" + old + "/remove_contacts", "{'all':true}");
        assertThat(simulator.contactsOnList(old)).isEmpty();

        assertThat(client.put("lists/" + news, "{'name':'Newer'}")
                        .json()
                        .at("/list/name")
                        .asText())
                .isEqualTo("Newer");
        assertThat(client.put("lists/1/add_contacts", "{'ids':[]}").status()).isEqualTo(404);
        assertThat(client.put("lists/" + news + "/add_contacts", "{}").status()).isEqualTo(400);
    }

    @Test
    void millionGeneratedContactsAreListedWithoutBeingStored() {
        long first = simulator.generate("contacts", 1_000_000);
        String view = "contacts/view/" + simulator.viewId("contacts", "All Contacts") + "?per_page=100&page=";

        Reply last = client.get(view + 10_000);

        assertThat(last.json().at("/meta/total").asInt()).isEqualTo(1_000_000);
        assertThat(last.json().at("/contacts/99/id").asLong()).isEqualTo(first + 999_999);
        assertThat(client.get(view + 10_001).json().get("contacts")).isEmpty();
        assertThat(client.get("contacts/" + (first + 5))
                        .json()
                        .at("/contact/email")
                        .asText())
                .isEqualTo("contact" + (first + 5) + "@generated.test");
    }

    @Test
    void generatedRecordsCanBeChangedDeletedAndForgotten() {
        long first = simulator.generate("contacts", 10);
        String mail = "contact" + first + "@generated.test";

        assertThat(client.post("contacts", "{'contact':{'email':'" + mail + "'}}")
                        .status())
                .isEqualTo(400);
        client.put(
                "contacts/" + first, "{'contact':{'city':'Oslo','emails':[{'value':'" + mail + "','_destroy':true}]}}");
        client.delete("contacts/" + (first + 1));
        client.delete("contacts/" + (first + 2) + "/forget");

        assertThat(client.get("contacts/" + first).json().at("/contact/city").asText())
                .isEqualTo("Oslo");
        assertThat(client.get("contacts/" + (first + 2)).status()).isEqualTo(404);
        assertThat(simulator.count("contacts")).isEqualTo(8);
        assertThat(simulator.deletedRecords("contacts")).hasSize(1);
        assertThat(client.post("contacts", "{'contact':{'email':'" + mail + "'}}")
                        .status())
                .isEqualTo(201);
    }

    private void seedContacts(int count) {
        IntStream.range(0, count).forEach(i -> simulator.seed("contacts", Map.of("first_name", "N" + i)));
    }

    private List<String> names(String resource, String view) {
        JsonNode rows = client.get(resource + "/view/" + simulator.viewId(resource, view))
                .json()
                .get(resource);
        String name = resource.equals("contacts") ? "first_name" : "name";
        return IntStream.range(0, rows.size())
                .mapToObj(at -> rows.get(at).get(name).asText())
                .toList();
    }

    private List<String> sorted(String attribute, String type) {
        JsonNode rows = client.get("contacts/view/" + simulator.viewId("contacts", "All Contacts") + "?sort="
                        + attribute + "&sort_type=" + type)
                .json()
                .get("contacts");
        return IntStream.range(0, rows.size())
                .mapToObj(at -> rows.get(at).get("first_name").asText())
                .toList();
    }
}
