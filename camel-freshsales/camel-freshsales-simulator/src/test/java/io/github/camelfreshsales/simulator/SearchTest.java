// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelfreshsales.simulator.Client.Reply;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTest {

    @RegisterExtension
    static final FreshsalesSimulatorExtension FRESHSALES = new FreshsalesSimulatorExtension();

    private final FreshsalesSimulator simulator = FRESHSALES.simulator();
    private final Client client = Client.of(simulator);

    @Test
    void searchAnswersABareArrayWithIdsAsText() {
        long acme = simulator.seed("sales_accounts", Map.of("name", "Acme"));
        long lee = simulator.seed(
                "contacts",
                Map.of(
                        "first_name",
                        "Lee",
                        "emails",
                        List.of("lee@example.test", "moss@other.test"),
                        "owner_id",
                        simulator.selectorId("owners", "Ana Ruiz"),
                        "sales_accounts",
                        List.of(Map.of("id", acme))));

        JsonNode hits = client.get("search?q=MOSS&include=contact,sales_account,deal,user")
                .json();

        assertThat(hits.isArray()).isTrue();
        assertThat(hits).singleElement().satisfies(hit -> {
            assertThat(hit.get("id").textValue()).isEqualTo("" + lee);
            assertThat(hit.get("type").asText()).isEqualTo("contact");
            assertThat(hit.get("mcr_id").asText()).hasSize(19);
            assertThat(hit.at("/owner/name").asText()).isEqualTo("Ana Ruiz");
            assertThat(hit.get("primary_sales_account_name").asText()).isEqualTo("Acme");
        });
        assertThat(client.get("search?q=ana&include=user").json().at("/0/type").asText())
                .isEqualTo("user");
        assertThat(client.get("search?q=x").status()).isEqualTo(400);
        assertThat(client.get("search?include=contact").status()).isEqualTo(400);
        assertThat(client.get("search?q=x&include=lead").status()).isEqualTo(400);
    }

    @Test
    void searchIsPaged() {
        IntStream.range(0, 30).forEach(i -> simulator.seed("deals", Map.of("name", "Pump " + i)));

        assertThat(client.get("search?q=pump&include=deal").json()).hasSize(25);
        assertThat(client.get("search?q=pump&include=deal&page=2").json()).hasSize(5);
        assertThat(client.get("search?q=pump&include=deal&per_page=7").json()).hasSize(7);
    }

    @Test
    void lookupIsDoublyNestedAndKnowsPrimaryAddressesOnly() {
        simulator.seed("contacts", Map.of("first_name", "Lee", "emails", List.of("lee@x.test", "second@x.test")));
        simulator.seed("sales_accounts", Map.of("name", "Acme"));

        JsonNode byMail =
                client.get("lookup?q=LEE@x.test&f=email&entities=contact").json();
        JsonNode bySecond =
                client.get("lookup?q=second@x.test&f=email&entities=contact").json();
        JsonNode byName = client.get("lookup?q=acme&f=name&entities=contact,sales_account,deal")
                .json();

        assertThat(byMail.at("/contacts/contacts/0/first_name").asText()).isEqualTo("Lee");
        assertThat(bySecond.at("/contacts/contacts")).isEmpty();
        assertThat(byName.fieldNames()).toIterable().containsExactly("contacts", "sales_accounts", "deals");
        assertThat(byName.at("/sales_accounts/sales_accounts/0/name").asText()).isEqualTo("Acme");
        assertThat(byName.at("/sales_accounts/meta/total").asInt()).isOne();
        assertThat(client.get("lookup?q=x&f=email&entities=contact,deal").status())
                .isEqualTo(400);
        assertThat(client.get("lookup?q=x&f=email").status()).isEqualTo(400);
    }

    @Test
    void lookupFindsCustomFieldsAndTenRecordsAtMost() {
        IntStream.range(0, 12)
                .forEach(i -> simulator.seed("contacts", Map.of("custom_field", Map.of("cf_region", "North"))));

        assertThat(client.get("lookup?q=north&f=cf_region&entities=contact")
                        .json()
                        .at("/contacts/contacts"))
                .hasSize(10);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "city|is|'oslo'|A",
                "city|is_in|['Oslo','Rome']|A;B",
                "city|is_not|'Oslo'|B;C",
                "city|is_not_in|['Oslo','Rome']|C",
                "city|contains|'o'|A;B",
                "city|does_not_contain|'o'|C",
                "city|starts_with|'ro'|B",
                "city|ends_with|'me'|B",
                "city|is_empty|''|C",
                "city|is_not_empty|''|A;B",
                "lead_score|greater_than|9|B",
                "lead_score|less_than|'9.5'|A;C",
                "lead_score|is|9|A",
                "updated_at|is_after|'2024-03-02T00:00:00Z'|B;C",
                "updated_at|is_before|'2024-03-02T00:00:00Z'|A",
                "updated_at|is|'2024-03-02T01:00:01+01:00'|B",
                "updated_at|contains|'2024-03-03'|C",
                "updated_at|is_after|'2024-03-02T05:00:00+05:00'|B;C",
                "contact_email.email|is_in|'second@x.test'|A",
                "contact_email.email|contains|'x.test'|A;B",
                "cf_region|is|'North'|B",
                "company_name|contains|'acm'|B",
                "contact_status_id|is_in|['5']|A",
                "deleted|is|1|D",
                "deleted|is|'true'|D",
                "first_name|is_not|'Z'|A;B;C"
            })
    void rulesChooseContacts(String attribute, String operator, String value, String names) {
        long acme = simulator.seed("sales_accounts", Map.of("name", "Acme"));
        simulator.seed(
                "contacts",
                Map.of(
                        "first_name",
                        "A",
                        "city",
                        "Oslo",
                        "lead_score",
                        9,
                        "contact_status_id",
                        5,
                        "updated_at",
                        "2024-03-01T00:00:00Z",
                        "emails",
                        List.of("first@x.test", "second@x.test")));
        simulator.seed(
                "contacts",
                Map.of(
                        "first_name", "B",
                        "city", "Rome",
                        "lead_score", 10,
                        "updated_at", "2024-03-02T00:00:01Z",
                        "email", "b@x.test",
                        "sales_accounts", List.of(Map.of("id", acme)),
                        "custom_field", Map.of("cf_region", "North")));
        simulator.seed("contacts", Map.of("first_name", "C", "updated_at", "2024-03-03T00:00:00Z"));
        simulator.seed("contacts", Map.of("first_name", "D", "is_deleted", true, "updated_at", "2024-02-03"));

        Reply reply = filter(
                "contact", "{'attribute':'" + attribute + "','operator':'" + operator + "','value':" + value + "}", "");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().get("contacts"))
                .extracting(contact -> contact.get("first_name").asText())
                .containsExactly(names.split(";"));
        assertThat(reply.json().get("meta").toString()).isEqualTo("{\"total\":" + names.split(";").length + "}");
    }

    @Test
    void allRulesMustHold() {
        simulator.seed("contacts", Map.of("first_name", "A", "city", "Oslo"));
        simulator.seed("contacts", Map.of("first_name", "B", "city", "Oslo"));

        Reply reply = filter(
                "contact",
                "{'attribute':'city','operator':'is','value':'Oslo'},{'attribute':'first_name','operator':'is','value':'B'}",
                "");

        assertThat(reply.json().get("contacts")).hasSize(1);
        assertThat(filter("contact", "", "").json().get("contacts")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'attribute':'nonsense','operator':'is','value':1}",
                "{'attribute':'city','operator':'resembles','value':1}",
                "{'attribute':'city','operator':'half_empty','value':1}",
                "{'attribute':'updated_at','operator':'is_after','value':'yesterday'}",
                "{'attribute':'updated_at','operator':'is_in','value':['2024-01-01']}"
            })
    void ruleThatIsNotUnderstoodIsRefused(String rule) {
        assertThat(filter("contact", rule, "").status()).isEqualTo(400);
    }

    @Test
    void searchWithoutRulesOrOfAnUnknownEntityIsRefused() {
        assertThat(client.post("filtered_search/contact", "{}").status()).isEqualTo(400);
        assertThat(filter("contacts", "", "").status()).isEqualTo(400);
        assertThat(filter("lead", "", "").status()).isEqualTo(400);
    }

    @Test
    void rowsAreThinUnlessDetailIsWanted() {
        simulator.seed(
                "deals",
                Map.of(
                        "name",
                        "Pump",
                        "owner_id",
                        simulator.selectorId("owners", "Ana Ruiz"),
                        "custom_field",
                        Map.of("cf_a", 1)));

        JsonNode thin = filter("deal", "", "").json().at("/deals/0");
        JsonNode full = filter("deal", "", ",'detail':true,'include':'owner'").json();

        assertThat(thin.has("custom_field")).isFalse();
        assertThat(thin.has("deal_stage_id")).isFalse();
        assertThat(thin.get("name").asText()).isEqualTo("Pump");
        assertThat(thin.has("updated_at")).isTrue();
        assertThat(full.at("/deals/0/custom_field/cf_a").asInt()).isOne();
        assertThat(full.at("/deals/0/deal_stage_id").isNumber()).isTrue();
        assertThat(full.at("/users/0/display_name").asText()).isEqualTo("Ana Ruiz");

        simulator.turnOn(Switch.FULL_SEARCH_ROWS);
        assertThat(filter("deal", "", "").json().at("/deals/0").has("custom_field"))
                .isTrue();
    }

    @Test
    void pageAndSortMayStandInBodyOrQuery() {
        IntStream.range(0, 12)
                .forEach(i ->
                        simulator.seed("contacts", Map.of("first_name", "N" + i, "updated_at", "2024-03-" + (30 - i))));

        assertThat(filter("contact", "", "").json().get("contacts")).hasSize(10);
        assertThat(filter("contact", "", ",'page':2,'per_page':5,'sort':'updated_at','sort_type':'asc'")
                        .json()
                        .at("/contacts/0/first_name")
                        .asText())
                .isEqualTo("N6");
        assertThat(client.post(
                                "filtered_search/contact?page=2&per_page=5&sort=updated_at&sort_type=asc",
                                "{'filter_rule':[]}")
                        .json()
                        .at("/contacts/0/first_name")
                        .asText())
                .isEqualTo("N6");
    }

    @Test
    void customModulesAreSearchedByTheirName() {
        client.post("custom_module/cm_project", "{'cm_project':{'name':'Bridge','custom_field':{'cf_size':3}}}");

        JsonNode found = filter("cm_project", "{'attribute':'cf_size','operator':'is','value':3}", "")
                .json();

        assertThat(found.at("/cm_project/0/name").asText()).isEqualTo("Bridge");
        assertThat(client.get("search?q=bri&include=cm_project").json()).hasSize(1);
    }

    private Reply filter(String entity, String rules, String more) {
        return client.post("filtered_search/" + entity, "{'filter_rule':[" + rules + "]" + more + "}");
    }
}
