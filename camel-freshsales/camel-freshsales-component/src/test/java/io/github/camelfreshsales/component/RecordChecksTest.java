// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelfreshsales.FreshsalesConstants;
import io.github.camelfreshsales.FreshsalesException;
import io.github.camelfreshsales.RecordCheck;
import io.github.camelfreshsales.RecordResult;
import io.github.camelfreshsales.simulator.Switch;
import io.github.camelfreshsales.simulator.store.FieldDefinition;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The mapping of fields, the comparison before a call, and the one after it. */
class RecordChecksTest extends OwnWordsTest {

    private static final String CONTACTS = "resourceType=contacts&";

    private static Map<String, Object> record(Object... fields) {
        Map<String, Object> record = new LinkedHashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            record.put((String) fields[i], fields[i + 1]);
        }
        return record;
    }

    private String invalid(Map<String, Object> record) {
        return refusal("create?validateRecords=fail&" + CONTACTS, record);
    }

    private static List<String> warnings(RecordedLog log) {
        return log.lines().stream()
                .filter(line -> line.startsWith("WARN "))
                .map(line -> line.substring("WARN ".length()))
                .toList();
    }

    // --- mapping

    @Test
    void mappingRenamesMovesAndLeavesOut() {
        Map<String, Object> row = record(
                "Vorname",
                "Lee",
                "Adresse",
                record("Ort", "Oslo", "Land", record("Name", "Norway")),
                "Notiz",
                "x",
                "city",
                "Oslo");

        assertThat(request(
                                "create?" + CONTACTS + "field.Vorname=first_name&field.Notiz=&field.Adresse.Ort=city"
                                        + "&field.Adresse.Land.Name=country",
                                row)
                        .get("contact"))
                .hasToString("{\"country\":\"Norway\",\"city\":\"Oslo\",\"first_name\":\"Lee\"}");
        assertThat(row).containsOnlyKeys("Vorname", "Adresse", "Notiz", "city");
    }

    @Test
    void mappingOfAMessageAddsToThatOfTheEndpointAndWins() {
        Object request = send(
                        "create?dryRun=true&" + CONTACTS + "field.A=city&field.B=state",
                        record("A", 1, "B", 2, "C", 3),
                        Map.of(FreshsalesConstants.FIELD_MAPPING, Map.of("B", "zipcode", "C", "country")))
                .getMessage()
                .getBody();

        assertThat(request.toString()).contains("{\"city\":1,\"zipcode\":2,\"country\":3}");
    }

    @Test
    void mappingAsABeanServesWrappedRecordsAndEachOfMany() {
        context.getRegistry().bind("german", Map.of("Nachname", "last_name"));

        assertThat(request(
                        "create?fieldMapping=#bean:german&" + CONTACTS, Map.of("contact", Map.of("Nachname", "Moss"))))
                .hasToString("{\"contact\":{\"last_name\":\"Moss\"}}");
        List<?> results = send(
                        "create?fieldMapping=#bean:german&" + CONTACTS,
                        List.of(Map.of("Nachname", "Moss"), Map.of("Nachname", "Ito")))
                .getMessage()
                .getBody(List.class);
        assertThat(results).hasSize(2);
        assertThat(simulator.records("contacts"))
                .extracting(contact -> contact.get("last_name"))
                .containsExactly("Moss", "Ito");
    }

    @Test
    void mappingOfTwoHeadingsToOneFieldIsRefusedWhenTheyDiffer() {
        assertThat(refusal("create?field.A=city&field.B=city&" + CONTACTS, record("A", "Oslo", "B", "Rome")))
                .startsWith("The mapping gives the field city two different values");
        assertThat(request("create?field.A=city&field.B=city&" + CONTACTS, record("A", "Oslo", "B", "Oslo")))
                .hasToString("{\"contact\":{\"city\":\"Oslo\"}}");
    }

    @Test
    void upsertMatchesOnAMappedField() {
        Exchange result = send("upsert?field.Mail=emails&" + CONTACTS, Map.of("Mail", "lee@example.test"));
        List<?> results = send(
                        "bulkUpsert?field.Mail=emails&" + CONTACTS,
                        List.of(Map.of("Mail", "lee@example.test"), Map.of("x", 1)),
                        Map.of(FreshsalesConstants.STOP_ON_RECORD_ERROR, false))
                .getMessage()
                .getBody(List.class);

        assertThat(result.getMessage().getHeader(FreshsalesConstants.CREATED)).isEqualTo(true);
        assertThat(results)
                .map(RecordResult.class::cast)
                .extracting(RecordResult::identifier)
                .containsExactly("lee@example.test", null);
        assertThat(simulator.count("contacts")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"field.A=b", "resolveNames=true", "validateRecords=warn", "verifyStored=fail"})
    void bodyThatGoesAsItIsCannotBeRead(String option) {
        assertThat(refusal("create?contentFormat=raw&" + CONTACTS + option, "{}"))
                .startsWith("contentFormat=raw sends the body as it is");
    }

    // --- validation

    @Test
    void validationTellsAllProblemsInOneMessage() {
        simulator
                .defineField(
                        "contacts",
                        FieldDefinition.of("cf_region", "Region", "dropdown").withChoices("North", "South"))
                .defineField(
                        "contacts",
                        FieldDefinition.of("cf_code", "Code", "text").asRequired())
                .changeField("contacts", "lead_source_id", FieldDefinition::asHidden);

        assertThat(invalid(record(
                        "emial",
                        "x",
                        "lead_score",
                        "high",
                        "last_seen",
                        "2026-02-30",
                        "cf_region",
                        "Nord",
                        "updated_at",
                        "2026-01-01",
                        "lead_source_id",
                        5,
                        "custom_field",
                        record("cf_nothing", 1))))
                .isEqualTo("There is no field 'emial' in contacts. Did you mean 'email'?"
                        + " The field lead_score (Lead score) takes a number, with a point before its decimals."
                        + " The field last_seen (Last seen) takes a date such as 2026-03-05, or a time such as 2026-03-05T10:00:00Z."
                        + " The field cf_region (Region) has no choice 'Nord'. Did you mean 'North'? It has: North, South."
                        + " The field updated_at (Updated at) is read-only."
                        + " The field lead_source_id (Lead source) is hidden in this account, so Freshsales ignores it."
                        + " There is no field 'cf_nothing' in contacts."
                        + " The field cf_code (Code) is required.");
        assertThat(simulator.count("contacts")).isZero();
    }

    @Test
    void requiredFieldsAreAskedForOnCreateOnly() {
        simulator.changeField("contacts", "emails", FieldDefinition::asRequired);
        long id = simulator.seed("contacts", Map.of("last_name", "Moss"));

        assertThat(invalid(record("city", "Oslo"))).isEqualTo("The field emails (Emails) is required.");
        assertThat(request("create?validateRecords=fail&" + CONTACTS, record("email", "lee@example.test"))
                        .toString())
                .contains("lee@");
        assertThat(request("update?validateRecords=fail&recordId=" + id + "&" + CONTACTS, record("city", "Oslo"))
                        .toString())
                .contains("Oslo");
        assertThat(refusal("update?validateRecords=fail&recordId=" + id + "&" + CONTACTS, record("emails", null)))
                .isEqualTo("The field emails (Emails) needs a value.");
    }

    @Test
    void labelOfAnUnknownFieldIsTheLikeliest() {
        simulator.customField("contacts", "cf_region", "Region", "text");

        assertThat(invalid(record("region", "North")))
                .isEqualTo("There is no field 'region' in contacts. Did you mean 'cf_region'?");
    }

    @Test
    void warningGoesOnAndNamesFieldsOnlyInTheLog() {
        try (RecordedLog log = new RecordedLog()) {
            Exchange one = send(
                    "create?validateRecords=warn&" + CONTACTS,
                    record("last_name", "Moss", "emial", "secret@example.test"));
            Exchange many = send(
                    "create?validateRecords=warn&" + CONTACTS,
                    List.of(
                            record("last_name", "A"),
                            record("last_name", "B", "emial", "secret@example.test"),
                            record("last_name", "C", "emial", "x")));
            Exchange bulk = send(
                    "bulkUpsert?validateRecords=warn&" + CONTACTS,
                    List.of(record("emails", "a@example.test", "emial", "x")));

            List<String> warning = List.of("There is no field 'emial' in contacts. Did you mean 'email'?");
            assertThat(one.getMessage().getHeader(FreshsalesConstants.WARNINGS)).isEqualTo(warning);
            assertThat(many.getMessage().getHeader(FreshsalesConstants.WARNINGS))
                    .isEqualTo(Map.of(1, warning, 2, warning));
            assertThat(bulk.getMessage().getHeader(FreshsalesConstants.WARNINGS))
                    .isEqualTo(Map.of(0, warning));
            assertThat(simulator.count("contacts")).isEqualTo(5);
            assertThat(warnings(log))
                    .containsExactly(
                            "Freshsales create contacts: These fields do not fit those of the account: emial",
                            "Freshsales create contacts: These fields do not fit those of the account: emial",
                            "Freshsales bulkUpsert contacts: These fields do not fit those of the account: emial");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"create?", "bulkUpsert?"})
    void dryRunOfManyHasTheWarningsOfEach(String operation) {
        Exchange result = send(
                operation + "dryRun=true&validateRecords=warn&" + CONTACTS,
                List.of(
                        record("last_name", "A", "emails", "a@example.test"),
                        record("last_name", "B", "emails", "b@example.test", "emial", "x")));

        assertThat(result.getMessage().getHeader(FreshsalesConstants.WARNINGS))
                .isEqualTo(Map.of(1, List.of("There is no field 'emial' in contacts. Did you mean 'email'?")));
        assertThat(simulator.count("contacts")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"create?", "upsert?", "bulkUpsert?"})
    void dryRunOfManyNamesTheRecordThatDoesNotFit(String operation) {
        List<Object> records = List.of(
                record("last_name", "A", "emails", "a@example.test"),
                record("last_name", "B", "emails", "b@example.test", "emial", "x"));

        assertThatThrownBy(() -> send(operation + "dryRun=true&validateRecords=fail&" + CONTACTS, records))
                .cause()
                .isInstanceOf(FreshsalesException.class)
                .hasMessageContaining("The record with index 1: There is no field 'emial' in contacts.");
    }

    @Test
    void warningsOfAnEarlierCallAreGone() {
        Exchange result = send(
                "create?" + CONTACTS,
                record("last_name", "Moss"),
                Map.of(FreshsalesConstants.WARNINGS, List.of("old")));

        assertThat(result.getMessage().getHeader(FreshsalesConstants.WARNINGS)).isNull();
    }

    @Test
    void fieldsThatCannotBeHadAreNoReasonToFailWithAWarningWhichIsGivenOnce() {
        simulator.trouble().on("GET", "settings/contacts/fields").answer(404).times(9);

        try (RecordedLog log = new RecordedLog()) {
            send(
                    "create?validateRecords=warn&" + CONTACTS,
                    List.of(record("last_name", "A"), record("last_name", "B")));
            send("create?validateRecords=warn&" + CONTACTS, record("last_name", "C"));
            send("create?validateRecords=warn&dryRun=true&resourceType=tasks", record("title", "Call"));
            send("create?validateRecords=warn&dryRun=true&resourceType=tasks", record("title", "Write"));

            assertThat(warnings(log))
                    .satisfiesExactly(
                            warning -> assertThat(warning)
                                    .startsWith("Freshsales create contacts: the records are not compared with the"
                                            + " fields of the account: ")
                                    .contains("404"),
                            warning -> assertThat(warning)
                                    .isEqualTo("Freshsales create tasks: the records are not compared with the fields"
                                            + " of the account: Freshsales does not provide the fields of tasks"));
        }
        FreshsalesException e = failure("create?validateRecords=fail&" + CONTACTS, record("last_name", "D"));
        assertThat(e.getPath()).endsWith("settings/contacts/fields");
        assertThat(simulator.count("contacts")).isEqualTo(3);
        assertThat(simulator.requestCount("GET", "settings/contacts/fields")).isEqualTo(1);
    }

    @Test
    void resourceWhoseFieldsNobodyTellsCannotBeValidated() {
        assertThat(refusal("create?validateRecords=fail&resourceType=tasks", record("title", "x")))
                .isEqualTo(
                        "Freshsales does not provide the fields of tasks, so validateRecords=fail has nothing to compare with; use off or warn");
    }

    @Test
    void fieldThatWasMadeSinceIsNoticed() {
        invalid(record("cf_late", "x"));
        simulator.customField("contacts", "cf_late", "Late", "text");

        // the first call asked, so that this one may ask again
        send("create?validateRecords=fail&" + CONTACTS, record("cf_late", "x"));

        assertThat(simulator.requestCount("GET", "settings/contacts/fields")).isEqualTo(2);
    }

    // --- what was stored

    @Test
    void fieldsThatWereNotStoredAreNamed() {
        simulator.customField("contacts", "cf_region", "Region", "dropdown", "North");
        Map<String, Object> contact = record(
                "last_name",
                "Moss",
                "cf_region",
                "Nord",
                "nonsense",
                1,
                "description",
                null,
                "lead_score",
                "7",
                "owner_id",
                5,
                "last_seen",
                "2026-03-05T10:00:00Z",
                "email",
                "LEE@example.test",
                "tags",
                List.of("a", "b"),
                "contact_status_id",
                3101);

        try (RecordedLog log = new RecordedLog()) {
            Exchange create = send("create?verifyStored=warn&include=contact_status&" + CONTACTS, contact);
            Exchange upsert = send("upsert?verifyStored=warn&" + CONTACTS, contact);
            Object id = create.getMessage().getHeader(FreshsalesConstants.RESULT_ID);
            Exchange update = send(
                    "update?outputFormat=json&verifyStored=warn&" + CONTACTS,
                    record("id", id, "nonsense", 1, "city", "Oslo"));

            assertThat(unstored(create)).isEqualTo(List.of("nonsense", "contact_status_id", "cf_region"));
            assertThat(unstored(upsert)).isEqualTo(List.of("nonsense", "cf_region"));
            assertThat(unstored(update)).isEqualTo(List.of("nonsense"));
            assertThat(warnings(log))
                    .contains("Freshsales create contacts: Freshsales did not store these fields as they were"
                            + " sent: nonsense, contact_status_id, cf_region");
        }
    }

    private static Object unstored(Exchange exchange) {
        return exchange.getMessage().getHeader(FreshsalesConstants.UNSTORED_FIELDS);
    }

    @Test
    void failureSaysThatTheRecordWasStoredAndHoldsIt() {
        FreshsalesException e =
                failure("create?verifyStored=fail&" + CONTACTS, record("last_name", "Moss", "nonsense", 1));

        assertThat(e.getMessage())
                .contains("returned 201, but it stored the record without these fields as they were sent: nonsense."
                        + " Freshsales has carried out the call.");
        assertThat(e.isRetryable()).isFalse();
        assertThat(e.isOutcomeUnknown()).isFalse();
        assertThat(e.mayHaveBeenCarriedOut()).isTrue();
        assertThat(e.getCause()).isNull();
        assertThat(e.getResults()).singleElement().satisfies(result -> {
            assertThat(result.outcome()).isEqualTo(RecordResult.Outcome.SUCCEEDED);
            assertThat(((Map<?, ?>) result.record()).get("last_name")).isEqualTo("Moss");
        });
    }

    @ParameterizedTest
    @CsvSource({"true, 2", "false, 3"})
    void ofManyTheStoredRecordStandsBesideItsError(boolean stop, int stored) {
        List<Map<String, Object>> records =
                List.of(record("last_name", "A"), record("last_name", "B", "nonsense", 1), record("last_name", "C"));
        String uri = "create?verifyStored=fail&stopOnRecordError=" + stop + "&" + CONTACTS;

        List<?> results = stop
                ? failure(uri, records).getResults()
                : send(uri, records).getMessage().getBody(List.class);

        assertThat(simulator.count("contacts")).isEqualTo(stored);
        assertThat(results)
                .hasSize(stored)
                .map(RecordResult.class::cast)
                .allMatch(result -> result.outcome() == RecordResult.Outcome.SUCCEEDED);
        assertThat(((RecordResult) results.get(1)).error().messages().get(0)).endsWith("nonsense");
    }

    @Test
    void ofManyTheHeaderNamesTheFieldsOfEach() {
        Exchange result = send(
                "create?verifyStored=warn&" + CONTACTS,
                List.of(record("last_name", "A"), record("last_name", "B", "nonsense", 1)));

        assertThat(unstored(result)).isEqualTo(Map.of(1, List.of("nonsense")));
    }

    @Test
    void whatAResponseNeverTellsIsNotJudged() {
        simulator.turnOn(Switch.DROP_UNKNOWN_REFERENCES);

        Exchange result = send(
                "create?verifyStored=fail&resourceType=deals",
                record(
                        "name",
                        "Pump",
                        "amount",
                        1500,
                        "owner_id",
                        1,
                        "contacts_added_list",
                        Arrays.asList(1, 2),
                        "expected_close",
                        "2026-04-30",
                        "sales_account",
                        Map.of("name", "Acme")));

        assertThat(result.getMessage().getBody(Map.class).get("amount")).isEqualTo("1500.0");
    }

    @Test
    void headersTurnTheChecksOn() {
        Exchange result = send(
                "create?" + CONTACTS,
                record("last_name", "Moss", "nonsense", 1),
                Map.of(
                        FreshsalesConstants.VALIDATE_RECORDS,
                        "warn",
                        FreshsalesConstants.VERIFY_STORED,
                        RecordCheck.warn));

        assertThat(unstored(result)).isEqualTo(List.of("nonsense"));
        assertThat(result.getMessage().getHeader(FreshsalesConstants.WARNINGS))
                .isEqualTo(List.of("There is no field 'nonsense' in contacts."));
    }

    @Test
    void optionsThatAreOffCostNoCall() {
        send("create?" + CONTACTS, new HashMap<>(record("last_name", "Moss")));

        assertThat(simulator.requestCount()).isEqualTo(1);
    }
}
