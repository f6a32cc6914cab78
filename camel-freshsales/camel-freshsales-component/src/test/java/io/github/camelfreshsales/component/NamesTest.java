// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.component;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelfreshsales.FreshsalesConstants;
import io.github.camelfreshsales.FreshsalesException;
import io.github.camelfreshsales.RecordResult;
import io.github.camelfreshsales.fields.Reference;
import io.github.camelfreshsales.simulator.FreshsalesSimulator;
import io.github.camelfreshsales.simulator.store.FieldDefinition;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names instead of ids, labels instead of field names. */
class NamesTest extends OwnWordsTest {

    private static final String CREATE = "create?resolveNames=true&resourceType=";

    static List<Reference> references() {
        return Reference.rows();
    }

    /** A resource that has the reference, and the key of its records. */
    private static String resource(Reference reference) {
        if (reference.key().startsWith("deal") || reference.key().startsWith("currency")) {
            return "deals";
        }
        if (reference.key().startsWith("sales_activity")) {
            return "sales_activities";
        }
        return reference.key().endsWith("type_id") ? "sales_accounts" : "contacts";
    }

    private JsonNode sent(Reference reference, Map<String, ?> record) {
        return request(CREATE + resource(reference), record).elements().next().get(reference.key());
    }

    private String refusal(Reference reference, String name) {
        return refusal(CREATE + resource(reference), Map.of(reference.shortName(), name));
    }

    private long add(Reference reference, String name) {
        Map<String, Object> item = new HashMap<>();
        reference.names().forEach(key -> item.put(key, key.equals("email") ? "zeta@example.test" : name));
        return simulator.addSelectorItem(reference.selector(), item);
    }

    @ParameterizedTest
    @MethodSource("references")
    void nameBecomesTheIdUnderItsKeyWithAndWithoutTheEnding(Reference reference) {
        long id = add(reference, "Zeta One");

        assertThat(sent(reference, Map.of(reference.key(), "Zeta One")).asLong())
                .isEqualTo(id);
        assertThat(sent(reference, Map.of(reference.shortName(), "Zeta One")).asLong())
                .isEqualTo(id);
    }

    @ParameterizedTest
    @MethodSource("references")
    void caseAndBlanksOfANameDoNotMatter(Reference reference) {
        long id = add(reference, "Zeta One");
        String heading = " " + reference.shortName().replace('_', ' ').toUpperCase();

        assertThat(sent(reference, Map.of(heading, " zeta  ONE ")).asLong()).isEqualTo(id);
    }

    @ParameterizedTest
    @MethodSource("references")
    void idsStayAsTheyAre(Reference reference) {
        assertThat(sent(reference, Map.of(reference.shortName(), 42L)).toString())
                .isEqualTo("42");
        assertThat(sent(reference, Map.of(reference.key(), "42")).toString()).isEqualTo("\"42\"");
        assertThat(sent(reference, java.util.Collections.singletonMap(reference.key(), null))
                        .isNull())
                .isTrue();
        assertThat(simulator.requestCount("GET", "selector/" + reference.selector()))
                .isZero();
    }

    @ParameterizedTest
    @MethodSource("references")
    void nameThatTwoHaveIsRefusedWithTheirIds(Reference reference) {
        long one = add(reference, "Zeta One");
        long other = add(reference, "Zeta One");

        assertThat(refusal(reference, "zeta one"))
                .startsWith("There are 2 of the name 'zeta one' for " + reference.shortName() + ": " + one)
                .contains("" + other);
    }

    @ParameterizedTest
    @MethodSource("references")
    void nameThatNothingHasIsRefusedWithTheLikeliestAndWhatThereIs(Reference reference) {
        add(reference, "Zeta One");

        assertThat(refusal(reference, "Zetta Onne"))
                .startsWith(
                        "There is no " + reference.word() + " 'Zetta Onne'. Did you mean 'Zeta One'? The account has: ")
                .contains("Zeta One", reference.key().equals("owner_id") ? "Chloe Martin." : "Zeta One.");
    }

    @Test
    void stageIsLookedForInThePipelineOfTheRecord() {
        long partners = simulator.addPipeline("Partners", "New", "Demo", "Won", "Lost");
        simulator.addPipeline("Shops", "New", "Open");

        JsonNode deal = request(CREATE + "deals", Map.of("deal_stage", "new", "deal_pipeline", "partners"))
                .get("deal");
        JsonNode byId = request(CREATE + "deals", Map.of("deal_stage", "new", "deal_pipeline_id", partners))
                .get("deal");

        assertThat(deal.get("deal_pipeline_id").asLong()).isEqualTo(partners);
        assertThat(byId.get("deal_stage_id")).isEqualTo(deal.get("deal_stage_id"));
        assertThat(refusal(CREATE + "deals", Map.of("deal_stage", "Wonn", "deal_pipeline", "Partners")))
                .isEqualTo("There is no deal stage 'Wonn'. Did you mean 'Won'?"
                        + " The pipeline 'Partners' has: New, Demo, Won, Lost.");
        assertThat(refusal(CREATE + "deals", Map.of("deal_stage", "Open", "deal_pipeline", "Partners")))
                .contains("The pipeline 'Partners' has: New, Demo, Won, Lost.");
        assertThat(refusal(CREATE + "deals", Map.of("deal_stage", "New")))
                .contains("in the pipeline 'Partners'", "in the pipeline 'Shops'")
                .endsWith("Say which pipeline in deal_pipeline, or give the id.");
    }

    @Test
    void ownerIsFoundByAddressAndActiveUsersComeFirst() {
        long gone = simulator.addSelectorItem(
                "owners", Map.of("display_name", "Noor Haddad", "email", "old@example.test", "is_active", false));
        long here = simulator.addUser("Noor Haddad", "noor@example.test");

        assertThat(owner("Noor Haddad")).isEqualTo(here);
        assertThat(owner("NOOR@example.test")).isEqualTo(here);
        assertThat(owner("old@example.test")).isEqualTo(gone);
    }

    private long owner(String name) {
        return request(CREATE + "contacts", Map.of("owner", name))
                .at("/contact/owner_id")
                .asLong();
    }

    @Test
    void labelsBecomeFieldNamesAndChoicesTakeTheirSpelling() {
        simulator.customField("contacts", "cf_region", "Sales region", "dropdown", "North", "South");
        simulator.customField("contacts", "cf_likes", "Likes", "multi_select_dropdown", "Tea", "Coffee");
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("First name", "Lee");
        record.put("SALES  REGION", "north");
        record.put("Likes", "tea; COFFEE");

        assertThat(request(CREATE + "contacts", record).get("contact"))
                .hasToString(
                        "{\"first_name\":\"Lee\",\"custom_field\":{\"cf_region\":\"North\",\"cf_likes\":\"Tea;Coffee\"}}");
        assertThat(request(CREATE + "contacts", Map.of("custom_field", Map.of("Sales region", "SOUTH")))
                        .at("/contact/custom_field"))
                .hasToString("{\"cf_region\":\"South\"}");
    }

    @Test
    void namesOfTheApiAreTakenForHeadingsWhateverTheLabelsOfTheAccount() {
        simulator
                .changeField("contacts", "first_name", field -> field.withLabel("Vorname"))
                .changeField("contacts", "email", field -> field.withLabel("E-Mail"))
                .changeField("contacts", "city", field -> field.withLabel("Address"));
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("First Name", "Lee");
        record.put("EMAIL", "lee@example.test");
        record.put("Owner id", 7);
        record.put("Address", "Oslo");

        assertThat(refusal(CREATE + "contacts", record)).startsWith("There are 2 fields with the label 'Address'");
        record.remove("Address");
        assertThat(request(CREATE + "contacts", record).get("contact"))
                .hasToString("{\"first_name\":\"Lee\",\"email\":\"lee@example.test\",\"owner_id\":7}");
    }

    @Test
    void allProblemsOfARecordStandInOneMessage() {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("owner", "Nobody At All");
        record.put("campaign", "Spring mailin");

        assertThat(refusal(CREATE + "contacts", record))
                .contains("There is no owner 'Nobody At All'.")
                .contains("There is no campaign 'Spring mailin'. Did you mean 'Spring mailing'?");
    }

    @Test
    void problemsOfNamesAndOfFieldsStandInOneMessageEachOnce() {
        simulator.changeField("contacts", "last_name", FieldDefinition::asRequired);
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("Owner", "Anna Ruiz");
        record.put("Lead score", "high");
        record.put("emial", "x");

        assertThat(refusal(CREATE + "contacts&validateRecords=fail", record))
                .isEqualTo(
                        "There is no owner 'Anna Ruiz'. Did you mean 'Ana Ruiz'? The account has: Ana Ruiz, Ben Okafor,"
                                + " Dara Singh, Élodie Bernard, Chloe Martin."
                                + " The field lead_score (Lead score) takes a number, with a point before its decimals."
                                + " There is no field 'emial' in contacts. Did you mean 'email'?"
                                + " The field last_name (Last name) is required.");
    }

    @Test
    void leadsOfAClassicAccountTakeLabelsAndNamesToo() throws Exception {
        try (FreshsalesSimulator classic =
                FreshsalesSimulator.builder().classic(true).start()) {
            classic.customField("leads", "cf_region", "Region", "dropdown", "North", "South");
            context.removeComponent("freshsales");
            context.addComponent("freshsales", component(classic));
            String uri = CREATE + "leads&validateRecords=fail&verifyStored=fail&include=owner";

            Exchange stored = send(uri, Map.of("Last name", "Moss", "owner", "ana ruiz", "region", "SOUTH"));

            assertThat(stored.getMessage().getBody(Map.class))
                    .containsEntry("last_name", "Moss")
                    .containsEntry("owner_id", classic.selectorId("owners", "Ana Ruiz"))
                    .containsEntry("custom_field", Map.of("cf_region", "South"));
            assertThat(refusal(uri, Map.of("Last name", "Moss", "region", "Sooth")))
                    .isEqualTo("The field cf_region (Region) has no choice 'Sooth'. Did you mean 'South'?"
                            + " It has: North, South.");
        }
    }

    @Test
    void sameFieldTwiceWithDifferentValuesIsRefused() {
        Map<String, Object> record = new LinkedHashMap<>(Map.of("first_name", "Lee"));
        record.put("First name", "Kim");

        assertThat(refusal(CREATE + "contacts", record))
                .isEqualTo("The record has the field first_name twice, once as 'First name', with different values;"
                        + " give it once.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update?recordId=7&",
                "upsert?",
                "bulkUpsert?",
                "create?batchMode=true&",
                "upsert?batchMode=true&"
            })
    void everyWayToWriteTakesNames(String operation) {
        long owner = simulator.addUser("Noor Haddad", "noor@example.test");
        Map<String, Object> record = Map.of("Email", "lee@example.test", "owner", "Noor Haddad");
        boolean isBulk = operation.contains("ulk") || operation.contains("batch");

        Object requests = send(
                        operation + "resolveNames=true&dryRun=true&resourceType=contacts",
                        isBulk ? List.of(record) : record)
                .getMessage()
                .getBody();

        assertThat(requests.toString()).contains("\"owner_id\":" + owner).contains("lee@example.test");
    }

    @Test
    void oneBadRecordOfManyIsARecordError() {
        List<Map<String, String>> records = List.of(
                Map.of("Email", "a@example.test", "owner", "Ana Ruiz"),
                Map.of("Email", "b@example.test", "owner", "Nobody"),
                Map.of("Email", "c@example.test", "owner", "Ben Okafor"));

        List<?> results = send(CREATE + "contacts&stopOnRecordError=false", records)
                .getMessage()
                .getBody(List.class);
        FreshsalesException stopped = failure("bulkUpsert?resolveNames=true&resourceType=contacts", records);

        assertThat(results)
                .map(RecordResult.class::cast)
                .extracting(RecordResult::outcome, RecordResult::identifier)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(RecordResult.Outcome.SUCCEEDED, "a@example.test"),
                        org.assertj.core.groups.Tuple.tuple(RecordResult.Outcome.FAILED, "b@example.test"),
                        org.assertj.core.groups.Tuple.tuple(RecordResult.Outcome.SUCCEEDED, "c@example.test"));
        assertThat(((RecordResult) results.get(1)).error().messages().get(0)).startsWith("There is no owner 'Nobody'.");
        assertThat(stopped.getResults()).extracting(RecordResult::identifier).containsExactly("b@example.test");
    }

    @Test
    void tasksHaveNoMetadataAndTakeTheNamesOfTheTable() {
        JsonNode task = request(CREATE + "tasks", Map.of("title", "Call", "owner", "Ana Ruiz"))
                .get("task");

        assertThat(task.get("owner_id").asLong()).isEqualTo(simulator.selectorId("owners", "Ana Ruiz"));
        assertThat(simulator.requestCount("GET", "settings")).isZero();
    }

    @Test
    void customModuleHasLabelsByItsForms() {
        simulator.defineField(
                "cm_project", FieldDefinition.of("cf_size", "Size", "dropdown").withChoices("S", "L"));

        assertThat(request(CREATE + "cm_project", Map.of("Name", "Bridge", "size", "l")))
                .hasToString("{\"cm_project\":{\"name\":\"Bridge\",\"custom_field\":{\"cf_size\":\"L\"}}}");
    }

    @Test
    void whatWasAddedSinceIsFoundAndANameThatNobodyHasIsAskedForOnceAMinute() {
        owner("Ana Ruiz");
        long late = simulator.addUser("Late Comer", "late@example.test");

        assertThat(owner("Late Comer")).isEqualTo(late);
        for (int i = 0; i < 5; i++) {
            refusal(CREATE + "contacts", Map.of("owner", "Nobody"));
        }

        assertThat(simulator.requestCount("GET", "selector/owners")).isEqualTo(2);
    }

    @Test
    void whoComesWhileANameIsAskedForOnceMoreWaitsForIt() {
        owner("Ana Ruiz");
        long late = simulator.addUser("Late Comer", "late@example.test");
        simulator.trouble().on("GET", "selector/owners").delay(Duration.ofMillis(500));

        List<CompletableFuture<Long>> owners = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> owner("Late Comer"), runnable -> new Thread(runnable).start()))
                .toList();

        assertThat(owners).allSatisfy(owner -> assertThat(owner.join()).isEqualTo(late));
        assertThat(simulator.requestCount("GET", "selector/owners")).isEqualTo(2);
    }

    @Test
    void accountsOfOneContextDoNotSeeEachOthersNames() throws Exception {
        try (FreshsalesSimulator second = FreshsalesSimulator.start()) {
            context.addComponent("second", component(second));
            long ours = simulator.addUser("Noor Haddad", "noor@example.test");
            for (int i = 0; i < 3; i++) {
                second.addUser("Somebody " + i, i + "@example.test");
            }
            long theirs = second.addUser("Noor Haddad", "noor@example.test");
            second.addUser("Only There", "there@example.test");

            Exchange there = context.createFluentProducerTemplate()
                    .withBody(Map.of("last_name", "Moss", "owner", "noor@example.test"))
                    .to("second:create?resourceType=contacts&resolveNames=true&include=owner")
                    .send();

            assertThat(owner("noor@example.test")).isEqualTo(ours).isNotEqualTo(theirs);
            assertThat(there.getMessage().getBody(Map.class).get("owner_id")).isEqualTo(theirs);
            assertThat(refusal(CREATE + "contacts", Map.of("owner", "Only There")))
                    .startsWith("There is no owner");
        }
    }

    @Test
    void idThatWasFoundByItsNameNeedNotBeAmongTheChoicesThatAreKept() {
        String uri = CREATE + "contacts&validateRecords=fail";
        request(uri, Map.of("owner", "Ana Ruiz"));
        long late = simulator.addUser("Late Comer", "late@example.test");

        assertThat(request(uri, Map.of("owner", "Late Comer"))
                        .at("/contact/owner_id")
                        .asLong())
                .isEqualTo(late);
        assertThat(simulator.requestCount("GET", "settings/contacts/fields")).isEqualTo(1);
    }

    @Test
    void headerTurnsNamesOn() {
        Exchange result = send(
                "create?dryRun=true&resourceType=contacts",
                Map.of("owner", "Ana Ruiz"),
                Map.of(FreshsalesConstants.RESOLVE_NAMES, "true"));

        assertThat(result.getMessage().getBody().toString()).contains("owner_id");
    }

    @Test
    void metadataThatCannotBeHadFailsTheRecordWithTheReasonAndIsNotAskedForAgainAndAgain() {
        simulator.trouble().on("GET", "selector/owners").answer(404);

        FreshsalesException first = failure(CREATE + "contacts", Map.of("owner", "Ana Ruiz"));
        FreshsalesException second = failure(CREATE + "contacts", Map.of("owner", "Ana Ruiz"));

        assertThat(first.getMessage()).contains("selector/owners", "404");
        assertThat(second.getPath()).endsWith("selector/owners");
        assertThat(simulator.requestCount("GET", "selector/owners")).isEqualTo(1);
        assertThat(simulator.count("contacts")).isZero();
    }
}
