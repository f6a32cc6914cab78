// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.manual;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelfreshsales.RecordResult;
import io.github.camelfreshsales.RecordResult.Outcome;
import io.github.camelfreshsales.simulator.FreshsalesSimulator;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The examples of the operations that write, and of the one that does anything. */
class OperationExamplesTest extends ExampleTest {

    @TempDir
    Path folder;

    private long newsletter;
    private long archive;

    private void start(Language language) throws Exception {
        newsletter = simulator.seed("lists", Map.of("name", "Newsletter"));
        archive = simulator.seed("lists", Map.of("name", "Archive"));
        useProperties(Map.of("newsletter", newsletter, "archive", archive));
        start(language, new OperationRoutes(), "operations.yaml");
    }

    @ParameterizedTest
    @EnumSource
    void createMakesARecord(Language language) throws Exception {
        simulator.customField("contacts", "cf_region", "Region", "dropdown", "North", "South");
        start(language);

        Message result = send("direct:create", null);

        Map<String, Object> stored = simulator.records("contacts").get(0);
        assertThat(stored)
                .containsEntry("email", "lee@example.test")
                .containsEntry("custom_field", Map.of("cf_region", "North"));
        assertThat(result.getHeader("CamelFreshsalesResultId")).isEqualTo(stored.get("id"));
    }

    @ParameterizedTest
    @EnumSource
    void getReadsARecordWithWhatBelongsToIt(Language language) throws Exception {
        long account = simulator.seed("sales_accounts", Map.of("name", "Larkspur Books"));
        long deal = simulator.seed("deals", Map.of("name", "Shelves", "sales_account_id", account));
        start(language);

        Message result = send("direct:get", deal);

        assertThat(result.getBody(Map.class)).containsEntry("name", "Shelves").containsEntry("id", deal);
        assertThat(result.getHeader("CamelFreshsalesSideloads", Map.class).get("sales_accounts"))
                .asList()
                .extracting("name")
                .containsExactly("Larkspur Books");
    }

    @ParameterizedTest
    @EnumSource
    void updateChangesARecord(Language language) throws Exception {
        long deal = simulator.seed("deals", Map.of("name", "Shelves", "amount", "10.0"));
        start(language);

        send("direct:update", null, Map.of("dealId", deal, "total", new BigDecimal("1500.50")));

        assertThat(new BigDecimal(simulator.record("deals", deal).get("amount").toString()))
                .isEqualByComparingTo("1500.50");
        assertThat(simulator.record("deals", deal)).containsEntry("name", "Shelves");
    }

    @ParameterizedTest
    @EnumSource
    void deleteTakesIdsOrRecords(Language language) throws Exception {
        long one = simulator.seed("tasks", Map.of("title", "Call"));
        long two = simulator.seed("tasks", Map.of("title", "Write"));
        long three = simulator.seed("tasks", Map.of("title", "Wait"));
        start(language);

        Message single = send("direct:delete", one);
        Message several = send("direct:delete", List.of(two, Map.of("id", three)));

        assertThat(single.getBody()).isEqualTo(true);
        assertThat((List<?>) several.getBody()).extracting("outcome").containsOnly(Outcome.SUCCEEDED);
        assertThat(simulator.count("tasks")).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void upsertTellsWhetherTheRecordIsNew(Language language) throws Exception {
        start(language);
        List<Exchange> welcomed = arrivalsAt("direct:welcome");

        send("direct:upsert", Map.of("external_id", "L-7", "email", "lee@example.test"));
        send("direct:upsert", Map.of("external_id", "L-7", "city", "Leeds"));

        assertThat(welcomed).hasSize(1);
        assertThat(simulator.records("contacts")).singleElement().satisfies(contact -> assertThat(contact)
                .containsEntry("email", "lee@example.test")
                .containsEntry("city", "Leeds"));
    }

    @ParameterizedTest
    @EnumSource
    void forgetRemovesARecordForGood(Language language) throws Exception {
        long contact = simulator.seed("contacts", Map.of("email", "lee@example.test"));
        start(language);

        Message result = send("direct:forget", contact);

        assertThat(result.getBody()).isEqualTo(true);
        assertThat(simulator.find("contacts", contact)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void cloneHasTheFieldsOfTheBody(Language language) throws Exception {
        long account = simulator.seed("sales_accounts", Map.of("name", "Larkspur Books", "city", "Leeds"));
        start(language);

        Message result = send("direct:clone", account);

        long copy = result.getHeader("CamelFreshsalesResultId", Long.class);
        assertThat(simulator.record("sales_accounts", copy))
                .containsEntry("name", "Larkspur Books North")
                .containsEntry("city", "Leeds");
    }

    @ParameterizedTest
    @EnumSource
    void restoreTakesARecordOutOfTheBin(Language language) throws Exception {
        long product = simulator.seed("products", Map.of("name", "Shelf", "is_deleted", true));
        start(language);

        Message result = send("direct:restore", product);

        assertThat(result.getBody(Map.class)).containsEntry("id", product);
        assertThat(simulator.records("products")).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void convertMakesAContactOfALead(Language language) throws Exception {
        try (FreshsalesSimulator classic =
                FreshsalesSimulator.builder().classic(true).start()) {
            freshsales.getConfiguration().setDomain(classic.domain());
            long lead = classic.seed("leads", Map.of("last_name", "Moss", "email", "lee@example.test"));
            start(language);

            Map<?, ?> answer = send("direct:convert", lead).getBody(Map.class);

            assertThat(answer.get("id"))
                    .isEqualTo(classic.records("contacts").get(0).get("id"));
            assertThat(classic.count("leads")).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void bulkUpsertStoresManyWithFewCalls(Language language) throws Exception {
        simulator.jobsTakeLooks(0).failBulkItem(item -> "n7@example.test".equals(item.get("emails")), "odd");
        freshsales.getConfiguration().setJobPollInterval(100);
        start(language);
        List<Exchange> failures = arrivalsAt("direct:look-at");

        send(
                "direct:bulk-upsert",
                IntStream.range(0, 250)
                        .mapToObj(n -> Map.of("email", "n" + n + "@example.test"))
                        .iterator());

        assertThat(simulator.count("contacts")).isEqualTo(249);
        assertThat(simulator.requestCount("POST", "contacts/bulk_upsert")).isEqualTo(3);
        assertThat(failures)
                .singleElement()
                .extracting(exchange ->
                        exchange.getMessage().getBody(RecordResult.class).identifier())
                .isEqualTo("n7@example.test");
    }

    @ParameterizedTest
    @EnumSource
    void bulkCallsTakeIds(Language language) throws Exception {
        long one = simulator.seed("contacts", Map.of("email", "lee@example.test"));
        long two = simulator.seed("contacts", Map.of("email", "kim@example.test"));
        long ben = simulator.selectorId("owners", "Ben Okafor");
        start(language);

        send("direct:bulk-assign", List.of(one, two), Map.of("owner", ben));
        assertThat(simulator.record("contacts", two)).containsEntry("owner_id", ben);
        send("direct:bulk-delete", List.of(one, two));

        assertThat(simulator.deletedRecords("contacts")).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void jobStatusTellsOfAJob(Language language) throws Exception {
        simulator.jobsTakeLooks(0);
        start(language);

        Message job = send("direct:job", List.of(Map.of("email", "lee@example.test")));

        assertThat(job.getBody(Map.class)).containsEntry("status", "SUCCESS");
    }

    @ParameterizedTest
    @EnumSource
    void manyRecordsGoOnAfterOneThatFails(Language language) throws Exception {
        simulator.seed("contacts", Map.of("email", "lee@example.test"));
        start(language);
        List<Exchange> failures = arrivalsAt("direct:look-at");

        send(
                "direct:many",
                List.of(
                        Map.of("email", "ana@example.test"),
                        Map.of("email", "lee@example.test"),
                        Map.of("email", "zoe@example.test")));

        assertThat(simulator.count("contacts")).isEqualTo(3);
        assertThat(failures).hasSize(1);
        RecordResult failure = failures.get(0).getMessage().getBody(RecordResult.class);
        assertThat(failure.index()).isEqualTo(1);
        assertThat(failure.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(failure.error().status()).isEqualTo(400);
    }

    @ParameterizedTest
    @EnumSource
    void contactsComeOnAListAndGo(Language language) throws Exception {
        long lee = simulator.seed("contacts", Map.of("email", "lee@example.test"));
        long ana = simulator.seed("contacts", Map.of("email", "ana@example.test"));
        start(language);

        send("direct:subscribe", List.of(lee, Map.of("id", ana)));
        assertThat(simulator.contactsOnList(newsletter)).containsExactlyInAnyOrder(lee, ana);

        Message removed = send("direct:unsubscribe", lee);
        assertThat(simulator.contactsOnList(newsletter)).containsExactly(ana);
        assertThat(removed.getBody(Map.class)).containsKey("message");

        send("direct:close-season", null);
        assertThat(simulator.contactsOnList(newsletter)).isEmpty();
        assertThat(simulator.contactsOnList(archive)).containsExactly(ana);
    }

    @ParameterizedTest
    @EnumSource
    void fileIsAttachedToADeal(Language language) throws Exception {
        Path quote = Files.write(folder.resolve("quote.pdf"), new byte[] {1, 2, 3});
        long deal = simulator.seed("deals", Map.of("name", "Shelves"));
        start(language);

        Message result = send("direct:quotes", quote.toFile(), Map.of("dealId", deal));

        assertThat(result.getBody(Map.class)).containsKeys("id", "url");
        assertThat(simulator.documents()).singleElement().satisfies(document -> {
            assertThat(document.fileName()).isEqualTo("quote.pdf");
            assertThat(document.contentType()).isEqualTo("application/pdf");
            assertThat(document.content()).containsExactly(1, 2, 3);
            assertThat(document.targetableId()).isEqualTo(deal);
        });
    }

    @ParameterizedTest
    @EnumSource
    void requestReachesAnyPath(Language language) throws Exception {
        start(language);

        send("direct:modules", "ignored");

        assertThat(simulator.requestCount("GET", "settings/module_customizations"))
                .isEqualTo(1);
    }
}
