// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelfreshsales.simulator.Client.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client meets that asks for the records changed since a time. */
class ChangesTest {

    private static final Instant TEN = Instant.parse("2024-03-05T10:00:00Z");
    private static final SimulatedClock CLOCK = new SimulatedClock(TEN);

    @RegisterExtension
    static final FreshsalesSimulatorExtension FRESHSALES = new FreshsalesSimulatorExtension(
            FreshsalesSimulator.builder().classic(true).clock(CLOCK).with(Switch.ZULU_TIMESTAMPS));

    private final FreshsalesSimulator simulator = FRESHSALES.simulator();
    private final Client client = Client.of(simulator);

    @BeforeEach
    void itIsTen() {
        CLOCK.set(TEN);
    }

    @ParameterizedTest
    @CsvSource({
        "contacts, contact",
        "sales_accounts, sales_account",
        "deals, deal",
        "leads, lead",
        "cm_project, cm_project"
    })
    void changesOfAResourceComeOldestFirst(String resource, String entity) {
        long early = seedAt(resource, TEN.minusSeconds(60));
        long changed = seedAt(resource, TEN.minusSeconds(50));
        long late = seedAt(resource, TEN.minusSeconds(40));

        simulator.update(resource, changed, Map.of("name", "Other"));

        JsonNode rows = search(entity, after(TEN.minusSeconds(60)), "").get(resource);
        assertThat(ids(rows)).containsExactly(late, changed).doesNotContain(early);
        assertThat(rows.at("/1/updated_at").asText()).isEqualTo("2024-03-05T10:00:00Z");
    }

    @Test
    void timesHaveWholeSecondsInRowsAndComparisons() {
        long id = seedAt("contacts", TEN.minusSeconds(60));
        CLOCK.advance(Duration.ofMillis(700));
        simulator.update("contacts", id, Map.of("city", "Oslo"));
        long posted =
                client.post("contacts", "{'contact':{'last_name':'Moss'}}").id("contact");

        JsonNode rows = search("contact", after(TEN.minusMillis(1)), "").get("contacts");

        assertThat(ids(rows)).containsExactly(id, posted);
        assertThat(rows).extracting(row -> row.get("updated_at").asText()).containsOnly("2024-03-05T10:00:00Z");
        assertThat(search("contact", after(TEN), "").get("contacts")).isEmpty();
    }

    @Test
    void boundOfIsAfterMayBeIncluded() {
        long earlier = seedAt("contacts", TEN.minusSeconds(1));
        long same = seedAt("contacts", TEN);
        assertThat(search("contact", after(TEN), "").get("contacts")).isEmpty();

        simulator.turnOn(Switch.IS_AFTER_INCLUDES_BOUND);

        assertThat(ids(search("contact", after(TEN), "").get("contacts")))
                .containsExactly(same)
                .doesNotContain(earlier);
        String between =
                after(TEN.minusSeconds(1)) + ",{'attribute':'updated_at','operator':'is_before','value':'" + TEN + "'}";
        assertThat(ids(search("contact", between, "").get("contacts"))).containsExactly(earlier);
    }

    @Test
    void neighboursInTimeMayChangePlaces() {
        long a = seedAt("contacts", TEN);
        long b = seedAt("contacts", TEN.plusSeconds(5));
        long c = seedAt("contacts", TEN.plusSeconds(6));
        long d = seedAt("contacts", TEN.plusSeconds(7));
        long e = seedAt("contacts", TEN.plusSeconds(13));
        assertThat(ids(search("contact", "", "").get("contacts"))).containsExactly(a, b, c, d, e);

        simulator.turnOn(Switch.SEARCH_ROWS_OUT_OF_ORDER);

        assertThat(ids(search("contact", "", "").get("contacts"))).containsExactly(b, a, c, d, e);
        simulator.update("contacts", e, Map.of("updated_at", TEN.plusSeconds(12)));
        assertThat(ids(search("contact", "", "").get("contacts"))).containsExactly(b, a, c, e, d);
    }

    @Test
    void disorderCrossesThePageBorderAndLosesNoRow() {
        List<Long> ids = IntStream.range(0, 250)
                .mapToObj(i -> seedAt("contacts", TEN.plusSeconds(i)))
                .toList();
        simulator.turnOn(Switch.SEARCH_ROWS_OUT_OF_ORDER);

        List<Long> rows = new ArrayList<>();
        for (int page = 1; page <= 3; page++) {
            rows.addAll(
                    ids(search("contact", "", ",'per_page':100,'page':" + page).get("contacts")));
        }

        assertThat(rows).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(rows.subList(99, 101)).containsExactly(ids.get(100), ids.get(99));
    }

    @Test
    void rowsMayStayThinWhateverIsWanted() {
        seedAt("deals", TEN);
        assertThat(search("deal", "", ",'detail':true").at("/deals/0").has("custom_field"))
                .isTrue();

        simulator.turnOn(Switch.SEARCH_ROWS_ALWAYS_THIN, Switch.FULL_SEARCH_ROWS);

        JsonNode row = search("deal", "", ",'detail':true,'include':'owner'").at("/deals/0");
        assertThat(row.has("custom_field")).isFalse();
        assertThat(row.has("owner_id")).isFalse();
        assertThat(row.has("updated_at")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "contacts, contact",
        "sales_accounts, sales_account",
        "deals, deal",
        "leads, lead",
        "cm_project, cm_project"
    })
    void deletedRecordsAreFoundByWhoAsksForThem(String resource, String entity) {
        long live = seedAt(resource, TEN.minusSeconds(60));
        long deleted = seedAt(resource, TEN.minusSeconds(60));
        long forgotten = seedAt(resource, TEN.minusSeconds(60));
        simulator.delete(resource, deleted).delete(resource, forgotten).forget(resource, forgotten);

        String since = after(TEN.minusSeconds(1));
        assertThat(search(entity, since, "").get(resource)).isEmpty();
        for (String name : List.of("deleted", "is_deleted")) {
            JsonNode rows = search(entity, since + rule(name, "1"), "").get(resource);
            assertThat(ids(rows)).containsExactly(deleted);
            assertThat(rows.at("/0/is_deleted").asBoolean()).isTrue();
            assertThat(ids(search(entity, rule(name, "0").substring(1), "").get(resource)))
                    .containsExactly(live);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"deleted", "is_deleted"})
    void searchMayNotKnowDeleted(String attribute) {
        simulator.turnOn(Switch.SEARCH_WITHOUT_DELETED);

        Reply reply = client.post(
                "filtered_search/contact",
                "{'filter_rule':[" + rule(attribute, "1").substring(1) + "]}");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().at("/errors/message/0").asText())
                .isEqualTo("The attribute " + attribute + " is not valid");
        assertThat(search("contact", after(TEN), "").get("contacts")).isEmpty();
    }

    @Test
    void attributeThatEndsInDeletedDoesNotOpenTheRecycleBin() {
        simulator.seed("contacts", Map.of("is_deleted", true, "custom_field", Map.of("cf_deleted", "yes")));

        String rule = "{'attribute':'cf_deleted','operator':'is','value':'yes'}";

        assertThat(search("contact", rule, "").get("contacts")).isEmpty();
    }

    @Test
    void searchMayLagBehind() {
        simulator.searchLag(Duration.ofSeconds(8));
        long id = client.post("contacts", "{'contact':{'last_name':'Moss'}}").id("contact");
        long other = seedAt("contacts", TEN.minusSeconds(8));
        String all = after(TEN.minusSeconds(60));

        assertThat(ids(search("contact", all, "").get("contacts"))).containsExactly(other);
        assertThat(client.get("contacts/" + id).status()).isEqualTo(200);
        CLOCK.advance(Duration.ofMillis(7999));
        assertThat(ids(search("contact", all, "").get("contacts"))).containsExactly(other);
        CLOCK.advance(Duration.ofMillis(1));
        assertThat(ids(search("contact", all, "").get("contacts"))).containsExactly(other, id);

        simulator.update("contacts", other, Map.of("city", "Oslo"));
        assertThat(ids(search("contact", all, "").get("contacts"))).containsExactly(id);
        simulator.searchLag(Duration.ZERO);
        assertThat(ids(search("contact", all, "").get("contacts"))).containsExactly(id, other);
    }

    @Test
    void searchLagOfTheBuilderComesBackWithAReset() {
        try (FreshsalesSimulator lagging =
                FreshsalesSimulator.builder().searchLag(Duration.ofHours(1)).start()) {
            lagging.searchLag(Duration.ZERO).reset();
            lagging.seed("contacts", Map.of("last_name", "Moss"));

            Reply reply = Client.of(lagging).post("filtered_search/contact", "{'filter_rule':[]}");

            assertThat(reply.json().get("contacts")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasks?filter=open", "tasks?filter=overdue", "tasks", "appointments?filter=past"})
    void listByFilterIgnoresSortAndShowsUpdatedAt(String path) {
        String key = path.replaceFirst("\\?.*", "");
        long second = seedDue(key, "2024-03-02", "2024-01-01");
        long first = seedDue(key, "2024-03-01", "2024-01-02");
        boolean newestFirst = path.endsWith("past");

        JsonNode rows = client.get(path + (path.contains("?") ? "&" : "?") + "sort=updated_at&sort_type=asc")
                .json()
                .get(key);

        assertThat(ids(rows)).containsExactly(newestFirst ? second : first, newestFirst ? first : second);
        assertThat(rows)
                .allSatisfy(row -> assertThat(row.get("updated_at").asText()).startsWith("2024-01-0"));
    }

    @ParameterizedTest
    @CsvSource({"sales_activities, sales_activities", "products, cpq/products"})
    void plainListIsSortedUnlessTheAccountIgnoresThat(String key, String path) {
        long newer = seedAt(key, TEN.plusSeconds(2));
        long older = seedAt(key, TEN.plusSeconds(1));
        String query = path + "?sort=updated_at&sort_type=";

        assertThat(ids(client.get(query + "asc").json().get(key))).containsExactly(older, newer);
        JsonNode descending = client.get(query + "desc").json().get(key);
        assertThat(ids(descending)).containsExactly(newer, older);
        assertThat(descending.at("/0/updated_at").asText()).isEqualTo("2024-03-05T10:00:02Z");

        simulator.turnOn(Switch.PLAIN_LISTS_IGNORE_SORT);
        assertThat(ids(client.get(query + "asc").json().get(key))).containsExactly(newer, older);
    }

    @Test
    void burstOfFiftyThousandChangesIsReadPageByPage() {
        IntStream.range(0, 50_000).forEach(i -> seedAt("deals", TEN.plusSeconds(i / 1000)));

        Set<Long> ids = new HashSet<>();
        for (int page = 1; page <= 500; page++) {
            JsonNode rows = search(
                            "deal",
                            after(TEN.minusSeconds(1)),
                            ",'sort':'updated_at','sort_type':'asc','per_page':100,'page':" + page)
                    .get("deals");
            ids.addAll(ids(rows));
        }

        assertThat(ids).hasSize(50_000);
    }

    private long seedAt(String resource, Instant updatedAt) {
        return simulator.seed(resource, Map.of("updated_at", updatedAt, "created_at", "2024-01-01"));
    }

    private long seedDue(String resource, String date, String updatedAt) {
        return simulator.seed(
                resource, Map.of("title", date, "due_date", date, "end_date", date, "updated_at", updatedAt));
    }

    private JsonNode search(String entity, String rules, String more) {
        Reply reply = client.post(
                "filtered_search/" + entity + "?sort=updated_at&sort_type=asc",
                "{'filter_rule':[" + rules + "]" + more + "}");
        assertThat(reply.status()).isEqualTo(200);
        return reply.json();
    }

    private static String after(Instant time) {
        return "{'attribute':'updated_at','operator':'is_after','value':'" + time + "'}";
    }

    /** With the comma that puts it behind another one. */
    private static String rule(String attribute, String value) {
        return ",{'attribute':'" + attribute + "','operator':'is','value':'" + value + "'}";
    }

    private static List<Long> ids(JsonNode rows) {
        return IntStream.range(0, rows.size())
                .mapToObj(at -> rows.get(at).get("id").asLong())
                .toList();
    }
}
