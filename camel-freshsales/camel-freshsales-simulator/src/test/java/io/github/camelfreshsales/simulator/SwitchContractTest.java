// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each switch changes what a client sees, and turned off again changes it back. */
class SwitchContractTest {

    private static final SimulatedClock CLOCK = SimulatedClock.at("2024-03-05T12:30:00Z");
    private static final String BULK = "{'contacts':[{'emails':'a@b.test','data':{'city':'Oslo'}}]}";

    @RegisterExtension
    static final FreshsalesSimulatorExtension FRESHSALES =
            new FreshsalesSimulatorExtension(FreshsalesSimulator.builder().clock(CLOCK));

    private final FreshsalesSimulator simulator = FRESHSALES.simulator();
    private final Client client = Client.of(simulator);

    @ParameterizedTest
    @EnumSource(Switch.class)
    void switchChangesWhatAClientSeesAndBack(Switch one) {
        String off = seen(one);
        simulator.reset();
        simulator.turnOn(one);
        String on = seen(one);
        simulator.reset();
        simulator.turnOn(one).turnOff(one);
        String offAgain = seen(one);

        assertThat(on).isNotEqualTo(off);
        assertThat(offAgain).isEqualTo(off);
    }

    private String seen(Switch one) {
        return switch (one) {
            case UNAUTHORIZED_AS_ERRORS, UNAUTHORIZED_EMPTY, UNAUTHORIZED_AS_HTML ->
                told(client.withAuthorization("Token token=wrong").get("contacts/filters"));
            case CREATE_ANSWERS_200 -> status(create("{'contact':{'last_name':'Moss'}}"));
            case DELETE_ANSWERS_204 -> told(client.delete("contacts/" + contact()));
            case UNKNOWN_ROUTE_AS_JSON -> told(client.get("nowhere"));
            case DUPLICATE_ANSWERS_422, ERROR_MESSAGE_AS_STRING, ERROR_CODE_AS_STRING -> told(duplicate());
            case SHORT_PAGES,
                    META_TOTAL_PAGES,
                    META_TOTAL_ONLY,
                    META_HAS_NEXT,
                    META_ABSENT,
                    META_TOTAL_TOO_HIGH,
                    META_TOTAL_TOO_LOW,
                    LAST_PAGE_REPEATS,
                    LAST_PAGE_EMPTY -> pages();
            case SHOW_FOREIGN_KEYS -> told(client.get("contacts/" + contact()));
            case FULL_SEARCH_ROWS -> search("");
            case SEARCH_ROWS_ALWAYS_THIN -> search(",'detail':true");
            case SEARCH_ROWS_OUT_OF_ORDER, IS_AFTER_INCLUDES_BOUND -> changes();
            case SEARCH_WITHOUT_DELETED ->
                status(client.post(
                        "filtered_search/contact",
                        "{'filter_rule':[{'attribute':'deleted','operator':'is','value':1}]}"));
            case PLAIN_LISTS_IGNORE_SORT -> plainList();
            case ZULU_TIMESTAMPS ->
                create("{'contact':{'last_name':'Moss'}}")
                        .json()
                        .at("/contact/created_at")
                        .asText();
            case ACCEPT_CONTACT_STATUS ->
                stored("{'contact':{'last_name':'Moss','contact_status_id':"
                        + simulator.selectorId("contact_statuses", "Won") + "}}");
            case IGNORE_CUSTOM_FIELDS_ON_CREATE, DROP_UNDEFINED_CUSTOM_FIELDS ->
                stored("{'contact':{'last_name':'Moss','custom_field':{'cf_a':'x'}}}");
            case DROP_UNKNOWN_REFERENCES -> stored("{'contact':{'last_name':'Moss','owner_id':5}}");
            case DESCRIPTION_LOSES_THE_REST ->
                stored("{'contact':{'last_name':'Moss','description':'x','city':'Oslo'}}");
            case PHONE_CALL_AS_OBJECT ->
                client.post(
                                "phone_calls",
                                "{'phone_call':{'call_direction':true,'targetable_type':'Contact','targetable':{'id':1}}}")
                        .json()
                        .fieldNames()
                        .next();
            case BULK_UPSERT_ANSWERS_202, FIRST_BULK_UPSERT_ANSWERS_405 ->
                status(client.post("contacts/bulk_upsert", BULK));
            case JOB_URL_RELATIVE -> told(client.post("contacts/bulk_upsert", BULK));
            case JOB_NEVER_ENDS, JOB_STATUS_WRAPPED, JOB_PROGRESS_AS_FRACTION, JOB_WITHOUT_DATA -> job();
            case DEALS_WITHOUT_UNIQUE_FIELD ->
                status(client.post("deals/bulk_upsert", "{'deals':[{'name':'Pump order','data':{}}]}"));
            case BULK_DROPS_CONTACT_LINKS -> linksOfABulkCall();
            case QUOTA_ANSWER_AS_HTML, QUOTA_ANSWER_EMPTY, QUOTA_HEADERS_ABSENT, QUOTA_HEADERS_STANDARD -> quota();
            case QUOTA_HEADERS_LOWER_CASE -> rawQuota();
        };
    }

    private Client.Reply create(String contact) {
        return client.post("contacts", contact);
    }

    private long contact() {
        return simulator.seed("contacts", Map.of("last_name", "Moss", "owner_id", 5));
    }

    private Client.Reply duplicate() {
        create("{'contact':{'email':'lee@example.test'}}");
        return create("{'contact':{'email':'lee@example.test'}}");
    }

    private String stored(String contact) {
        return simulator.record("contacts", create(contact).id("contact")).toString();
    }

    /** How many rows each page has, and its meta. */
    private String pages() {
        for (int i = 0; i < 5; i++) {
            contact();
        }
        String view = "contacts/view/" + simulator.viewId("contacts", "All Contacts") + "?per_page=2&page=";
        String tasks = client.get("tasks").json().path("meta").toString();
        return IntStream.rangeClosed(1, 5)
                        .mapToObj(page -> client.get(view + page).json())
                        .map(page -> page.get("contacts").size() + " " + page.get("meta"))
                        .collect(Collectors.joining("\n"))
                + tasks;
    }

    private String search(String more) {
        contact();
        return told(client.post("filtered_search/contact", "{'filter_rule':[]" + more + "}"));
    }

    private String changes() {
        for (int second = 0; second < 4; second++) {
            String time = CLOCK.instant().plusSeconds(second).toString();
            simulator.seed("contacts", Map.of("last_name", "Moss", "updated_at", time));
        }
        JsonNode found = client.post(
                        "filtered_search/contact",
                        "{'filter_rule':[{'attribute':'updated_at','operator':'is_after','value':'2024-03-05T12:30:00Z'}],"
                                + "'sort':'updated_at'}")
                .json();
        return found.get("contacts").findValuesAsText("updated_at").toString();
    }

    private String plainList() {
        simulator.seed("products", Map.of("name", "A"));
        simulator.seed("products", Map.of("name", "B"));
        return client.get("cpq/products?sort=name&sort_type=desc")
                .json()
                .get("products")
                .findValuesAsText("name")
                .toString();
    }

    private String job() {
        String url = client.post("contacts/bulk_upsert", BULK)
                .json()
                .get("job_status_url")
                .asText();
        return told(client.get(url.substring(client.apiRoot().length() + 1)));
    }

    private String linksOfABulkCall() {
        long contact = contact();
        client.post(
                "deals/bulk_upsert",
                "{'deals':[{'name':'Pump order','data':{'contacts_added_list':[" + contact + "]}}]}");
        return simulator.records("deals").get(0).get("contact_ids").toString();
    }

    private String quota() {
        simulator.setQuota(1, 0);
        client.get("contacts/filters");
        Client.Reply refused = client.get("contacts/filters");
        return told(refused)
                + refused.raw().headers().map().keySet().stream()
                        .filter(name -> name.contains("ratelimit"))
                        .sorted()
                        .collect(Collectors.joining());
    }

    private String rawQuota() {
        simulator.setQuota(10, 0);
        RawClient raw = new RawClient(simulator);
        try {
            String text = raw.send(raw.request("GET", "/crm/sales/api/contacts/filters", "", new byte[0]))
                    .text();
            return List.of(text.contains("X-RateLimit-Limit"), text.contains("x-ratelimit-limit"))
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String status(Client.Reply reply) {
        return String.valueOf(reply.status());
    }

    private static String told(Client.Reply reply) {
        return reply.status() + " " + reply.text();
    }
}
