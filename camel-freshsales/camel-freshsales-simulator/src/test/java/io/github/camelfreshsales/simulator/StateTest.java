// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An account is saved and loaded as JSON. */
class StateTest {

    @Test
    void everythingOfAnAccountComesBack() throws IOException {
        try (FreshsalesSimulator before = FreshsalesSimulator.start();
                FreshsalesSimulator after = FreshsalesSimulator.start()) {
            before.customField("contacts", "cf_colour", "Colour", "dropdown", "red", "blue");
            long lee = before.seed(
                    "contacts",
                    Map.of(
                            "first_name",
                            "Lee",
                            "email",
                            "lee@example.test",
                            "custom_field",
                            Map.of("cf_colour", "red")));
            long gone = before.seed("contacts", Map.of("last_name", "Kim"));
            before.delete("contacts", gone);
            before.addSelectorItem("deal_stages", "Maybe");
            before.seed("deals", Map.of("name", "Big", "amount", new BigDecimal("1500.10")));
            before.seed("cm_car", Map.of("name", "Beetle"));
            long generated = before.generate("sales_accounts", 5);
            before.update("sales_accounts", generated + 1, Map.of("city", "Oslo"));
            before.forget("sales_accounts", generated + 2);
            Client.of(before)
                    .post("contacts/bulk_upsert", "{'contacts': [{'emails': 'a@b.test', 'data': {'city': 'Rome'}}]}");
            before.turnOn(Switch.ZULU_TIMESTAMPS).setQuota(50, 0).advanceClock(Duration.ofDays(2));

            after.load(new ByteArrayInputStream(saved(before)));

            for (String resource : List.of("contacts", "deals", "cm_car", "sales_accounts")) {
                assertThat(after.records(resource)).as(resource).isEqualTo(before.records(resource));
            }
            assertThat(after.deletedRecords("contacts")).isEqualTo(before.deletedRecords("contacts"));
            assertThat(after.jobs()).isEqualTo(before.jobs());
            assertThat(after.switches()).isEqualTo(before.switches());
            assertThat(after.clockAhead()).isEqualTo(Duration.ofDays(2));
            assertThat(after.quotaRemaining()).isEqualTo(50);
            assertThat(after.seed("contacts", Map.of("last_name", "New")))
                    .isEqualTo(before.seed("contacts", Map.of("last_name", "New")));
            assertThat(after.selectorId("deal_stages", "Maybe")).isEqualTo(before.selectorId("deal_stages", "Maybe"));
            Client client = Client.of(after);
            assertThat(client.post("contacts", "{'contact': {'email': 'lee@example.test'}}")
                            .status())
                    .as("unique values are known")
                    .isEqualTo(400);
            assertThat(client.get("settings/contacts/fields").text()).contains("cf_colour");
            assertThat(client.get("contacts/" + lee)
                            .json()
                            .at("/contact/custom_field/cf_colour")
                            .asText())
                    .isEqualTo("red");
        }
    }

    @Test
    void documentsListsAndTeamsComeBack() throws IOException {
        try (FreshsalesSimulator before = FreshsalesSimulator.start();
                FreshsalesSimulator after = FreshsalesSimulator.start()) {
            long lee = before.seed("contacts", Map.of("last_name", "Lee"));
            long list = before.seed("lists", Map.of("name", "News"));
            Client client = Client.of(before);
            client.put("lists/" + list + "/add_contacts", "{'ids': [" + lee + "]}");
            client.post(
                    "document_links",
                    "{'url': 'https://example.test/a', 'name': 'a', 'targetable_id': " + lee
                            + ", 'targetable_type': 'Contact'}");
            client.post(
                    "contacts/" + lee + "/manage_team_members",
                    "{'team_users': [{'user_id': 1, 'designation_id': 2}]}");

            after.load(new ByteArrayInputStream(saved(before)));

            assertThat(after.contactsOnList(list))
                    .isEqualTo(before.contactsOnList(list))
                    .containsExactly(lee);
            assertThat(after.documents())
                    .usingRecursiveComparison()
                    .isEqualTo(before.documents())
                    .asList()
                    .hasSize(1);
            assertThat(saved(after)).asString(UTF_8).isEqualTo(new String(saved(before), UTF_8));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``      | a JSON object was expected
            []      | a JSON object was expected
            {}      | "account" first was expected
            {"account": {"version": 2, "classic": false}, "records": {}} | version 1 was expected
            {"account": {"version": 1, "classic": true}, "records": {}}  | The state is of the older product (Classic), but the simulator is Freshsales Suite
            {"account": {"version": 1, "classic": false, "switches": ["X"]}, "records": {}} | The state has the unknown switch X
            {"account": {"version": 1, "classic": false, "colour": 1}, "records": {}} | Unrecognized field "colour"
            {"account": {"version": 1, "classic": false}, "records": {"birds": {}}} | The state has records of birds, which this account does not know
            {"account": {"version": 1, "classic": false}, "records": {"contacts": {"stored": [{"id": 7, "values": {}}]}}} | without id, createdAt or updatedAt
            {"account": {"version": 1, "classic": false}, "records": {"contacts": {"stored": [{"id": 7}]}}} | an object lacks a part at line 1
            {"account": {"version": 1, "classic": false}, "records": {"contacts": {"stored": [null]}}} | an object instead of null was expected
            {"account": {"version": 1, "classic": false, "nextId": "x"}, "records": {}} | at line 1, column
            {"account": {"version": 1, "classic": false}, "records": {"contacts": | it is not JSON at line 1
            {"account": {"version": 1, "classic": false, "jobs": [{"id": 1}]}, "records": {}} | a job with all its parts was expected
            {"account": {"version": 1, "classic": false, "teams": {"7": [null]}}, "records": {}} | The state cannot be read
            {"account": {"version": 1, "classic": false, "surroundings": {"perHour": -3}}, "records": {}} | A quota is a number of requests, or 0 for none
            {"account": {"version": 1, "classic": false}, "records": {"contacts": {"generated": [{"firstId": 9223372036854775000, "count": 2147483647, "firstCreatedAt": "2024-01-01T00:00:00Z"}]}}} | The state has generated contacts that there cannot be
            {"account": {"version": 1, "classic": false}, "records": {}} 7 | nothing after the records was expected
            """)
    void whatIsNoStateIsRefusedAndChangesNothing(String json, String message) {
        try (FreshsalesSimulator simulator = FreshsalesSimulator.start()) {
            simulator.seed("contacts", Map.of("last_name", "Lee"));

            assertThatThrownBy(() -> simulator.load(new ByteArrayInputStream(json.getBytes(UTF_8))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(message);
            assertThat(simulator.count("contacts")).isEqualTo(1);
        }
    }

    @Test
    void recordThatCouldNotBeShownIsRefused() {
        String state = """
                {"account": {"version": 1, "classic": false}, "records": {"tasks": {"stored": [{"id": 7,
                "createdAt": "2024-01-01T00:00:00Z", "updatedAt": "2024-01-01T00:00:00Z", "deleted": false,
                "values": {"due_date": "tomorrow"}}]}}}""";
        try (FreshsalesSimulator simulator = FreshsalesSimulator.start()) {
            assertThatThrownBy(() -> simulator.load(new ByteArrayInputStream(state.getBytes(UTF_8))))
                    .hasMessage("The state has a record of tasks with the id 7 whose values cannot be read");
        }
    }

    private static byte[] saved(FreshsalesSimulator simulator) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        simulator.save(out);
        return out.toByteArray();
    }
}
