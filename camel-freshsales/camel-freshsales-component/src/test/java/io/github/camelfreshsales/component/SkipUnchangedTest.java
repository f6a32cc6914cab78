// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelfreshsales.FreshsalesConstants;
import io.github.camelfreshsales.FreshsalesException;
import io.github.camelfreshsales.RecordResult;
import io.github.camelfreshsales.RecordResult.Outcome;
import io.github.camelfreshsales.simulator.FreshsalesSimulator;
import io.github.camelfreshsales.simulator.FreshsalesSimulatorExtension;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Records that are as they were when they were sent last are left out; all others are sent. */
class SkipUnchangedTest {

    private static final String SKIP = "&sentRepository=#sent&skipUnchanged=true";
    private static final String STOPPING = "bulkUpsert?resourceType=contacts" + SKIP;
    private static final String BULK = STOPPING + "&stopOnRecordError=false";
    private static final String UPSERT = "upsert?resourceType=contacts" + SKIP;

    @RegisterExtension
    static final FreshsalesSimulatorExtension FRESHSALES = new FreshsalesSimulatorExtension();

    private final FreshsalesSimulator simulator = FRESHSALES.simulator();
    private final SentMemory sent = new SentMemory();
    private DefaultCamelContext context;

    @BeforeEach
    void startContext() throws Exception {
        context = new TestContext();
        FreshsalesComponent component = new FreshsalesComponent();
        component.getConfiguration().setDomain(simulator.domain());
        component.getConfiguration().setApiKey(simulator.apiKey());
        component.getConfiguration().setJobPollInterval(100);
        component.getConfiguration().setMaxRetries(0);
        context.addComponent("freshsales", component);
        context.getRegistry().bind("sent", sent);
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

    private List<Outcome> outcomes(String uri, Object... records) {
        List<RecordResult> results = (List<RecordResult>)
                send(uri, List.of(records), Map.of()).getMessage().getBody();
        return results.stream().map(RecordResult::outcome).toList();
    }

    private FreshsalesException failure(String uri, Object body) {
        Exchange result = context.createFluentProducerTemplate()
                .withBody(body)
                .to("freshsales:" + uri)
                .send();
        assertThat(result.getException()).isInstanceOf(FreshsalesException.class);
        return (FreshsalesException) result.getException();
    }

    private static Map<String, Object> contact(int n, String city) {
        return Map.of("email", "n" + n + "@example.test", "last_name", "n" + n, "city", city);
    }

    private static List<Map<String, Object>> contacts(int count) {
        return IntStream.range(0, count).mapToObj(n -> contact(n, "Oslo")).toList();
    }

    private List<Object> cities() {
        return simulator.records("contacts").stream()
                .map(contact -> contact.get("city"))
                .toList();
    }

    @Test
    void bulkCallsAreFilledWithChangedRecords() {
        List<Map<String, Object>> contacts = new ArrayList<>(contacts(2_000));
        send(BULK, contacts.iterator(), Map.of());
        long callsBefore = simulator.requestCount();
        for (int n = 7; n < 2_000; n += 20) {
            contacts.set(n, contact(n, "Lima"));
        }

        Exchange second = send(BULK, contacts.iterator(), Map.of());

        List<RecordResult> results = (List<RecordResult>) second.getMessage().getBody();
        assertThat(results).hasSize(2_000).extracting(RecordResult::index).isSorted();
        assertThat(results).allSatisfy(result -> assertThat(result.outcome())
                .isEqualTo(result.index() % 20 == 7 ? Outcome.SUCCEEDED : Outcome.UNCHANGED));
        assertThat(results.get(3)).isEqualTo(new RecordResult(3, Outcome.UNCHANGED, "n3@example.test", null, null));
        assertThat(second.getMessage().getHeaders())
                .containsEntry(FreshsalesConstants.SUCCEEDED_COUNT, 100L)
                .containsEntry(FreshsalesConstants.FAILED_COUNT, 0L)
                .containsEntry(FreshsalesConstants.UNCHANGED_COUNT, 1_900L)
                .containsEntry(FreshsalesConstants.ATTEMPTS, (int) (simulator.requestCount() - callsBefore));
        assertThat(simulator.requestCount("POST", "contacts/bulk_upsert")).isEqualTo(20 + 1);
        assertThat(cities()).filteredOn("Lima"::equals).hasSize(100);
    }

    @Test
    void aSummaryCountsWhatIsUnchanged() {
        outcomes(BULK, contact(1, "Oslo"), contact(2, "Oslo"));

        Exchange second = send(
                BULK + "&resultMode=summary",
                List.of(contact(1, "Oslo"), contact(2, "Lima"), contact(3, "Oslo")),
                Map.of());

        assertThat(second.getMessage().getBody())
                .isEqualTo(Map.of(
                        "total",
                        3L,
                        "succeeded",
                        2L,
                        "failed",
                        0L,
                        "unknown",
                        0L,
                        "unchanged",
                        1L,
                        "failures",
                        List.of()));
    }

    @Test
    void aSingleRecordThatIsUnchangedTakesNoCallAndLeavesNoBody() {
        Exchange first = send(UPSERT, contact(1, "Oslo"), Map.of());
        long calls = simulator.requestCount();

        Exchange second = send(UPSERT, contact(1, "Oslo"), Map.of());
        Exchange third = send(UPSERT, contact(1, "Lima"), Map.of());

        assertThat(first.getMessage().getHeaders())
                .containsEntry(FreshsalesConstants.UNCHANGED, false)
                .containsEntry(FreshsalesConstants.CREATED, true);
        assertThat(second.getMessage().getBody()).isNull();
        assertThat(second.getMessage().getHeaders())
                .containsOnly(
                        Map.entry(FreshsalesConstants.UNCHANGED, true), Map.entry(FreshsalesConstants.ATTEMPTS, 0));
        assertThat(third.getMessage().getHeaders()).containsEntry(FreshsalesConstants.UNCHANGED, false);
        assertThat(simulator.requestCount()).isEqualTo(calls + 1);
        assertThat(cities()).containsExactly("Lima");
    }

    @Test
    void manyRecordsOneByOneAreLeftOutTheSameWay() {
        outcomes(UPSERT, contact(1, "Oslo"), contact(2, "Oslo"));

        Exchange second = send(UPSERT, List.of(contact(1, "Oslo"), contact(2, "Lima"), contact(3, "Oslo")), Map.of());

        List<RecordResult> results = (List<RecordResult>) second.getMessage().getBody();
        assertThat(results)
                .extracting(RecordResult::outcome)
                .containsExactly(Outcome.UNCHANGED, Outcome.SUCCEEDED, Outcome.SUCCEEDED);
        assertThat(results.get(0)).isEqualTo(new RecordResult(0, Outcome.UNCHANGED, "n1@example.test", null, null));
        assertThat(second.getMessage().getHeaders()).containsEntry(FreshsalesConstants.UNCHANGED_COUNT, 1L);
        assertThat(simulator.requestCount("POST", "contacts/upsert")).isEqualTo(4);
    }

    @Test
    void upsertAndBulkUpsertKnowOfEachOther() {
        outcomes(BULK, contact(1, "Oslo"));
        send(UPSERT, contact(2, "Oslo"), Map.of());

        assertThat(outcomes(UPSERT, contact(1, "Oslo"))).containsExactly(Outcome.UNCHANGED);
        assertThat(outcomes(UPSERT + "&batchMode=true", contact(1, "Oslo"), contact(2, "Oslo")))
                .containsExactly(Outcome.UNCHANGED, Outcome.UNCHANGED);
        assertThat(outcomes(
                        UPSERT,
                        Map.of(
                                "unique_identifier",
                                Map.of("emails", "n1@example.test"),
                                "contact",
                                contact(1, "Oslo"))))
                .containsExactly(Outcome.UNCHANGED);
    }

    @Test
    void whatCountsIsTheRecordAsItIsSent() {
        Map<String, Object> withNull = new HashMap<>(contact(1, "Oslo"));
        withNull.put("job_title", null);
        Map<String, Object> nested = new HashMap<>(contact(1, "Oslo"));
        nested.put("custom_field", Map.of("cf_region", "North"));
        Map<String, Object> atTheTop = new HashMap<>(contact(1, "Oslo"));
        atTheTop.put("cf_region", "North");
        outcomes(BULK, contact(1, "Oslo"));

        assertThat(outcomes(BULK + "&nulls=omit", withNull)).containsExactly(Outcome.UNCHANGED);
        assertThat(outcomes(BULK, withNull)).containsExactly(Outcome.SUCCEEDED);
        assertThat(outcomes(BULK, nested)).containsExactly(Outcome.SUCCEEDED);
        assertThat(outcomes(BULK, atTheTop)).containsExactly(Outcome.UNCHANGED);
    }

    @Test
    void accountsResourcesAndIdentifiersDoNotMix() {
        Map<String, Object> record = Map.of("name", "n1", "emails", "n1@example.test", "mobile_number", "n1");
        String other =
                "&domain=" + simulator.domain().replace("localhost", "127.0.0.1") + "&apiKey=" + simulator.apiKey();
        outcomes(BULK, record);

        assertThat(outcomes(BULK + "&uniqueIdentifier=mobile_number", record)).containsExactly(Outcome.SUCCEEDED);
        assertThat(outcomes(BULK.replace("contacts", "sales_accounts"), record)).containsExactly(Outcome.SUCCEEDED);
        assertThat(outcomes(BULK + other, record)).containsExactly(Outcome.SUCCEEDED);
        assertThat(outcomes(BULK, record)).containsExactly(Outcome.UNCHANGED);
        assertThat(sent.states.keySet()).hasSize(4).allSatisfy(key -> assertThat(key)
                .matches("http://.*/api/(contacts/emails|contacts/mobile_number|sales_accounts/name)/.*"));
    }

    @Test
    void aRepositoryTellsNothingOfARecord() {
        outcomes(BULK, contact(1, "Oslo"));

        assertThat(sent.states).hasSize(1);
        assertThat(sent.states.toString())
                .contains(simulator.domain())
                .doesNotContain("n1@", "Oslo", simulator.apiKey());
    }

    @Test
    void twoSpellingsOfOneIdentifierAreSentOneAfterTheOther() {
        Map<String, Object> lower = Map.of("email", "ada@example.test", "city", "Oslo");
        Map<String, Object> upper = Map.of("email", "Ada@example.test", "city", "Lima");

        assertThat(outcomes(UPSERT, lower, upper, lower, upper)).containsOnly(Outcome.SUCCEEDED);
        assertThat(outcomes(UPSERT, upper, lower)).containsExactly(Outcome.UNCHANGED, Outcome.SUCCEEDED);
    }

    @Test
    void aRecordThatFailedIsSentAgain() {
        simulator.failBulkItem(item -> item.get("emails").equals("n2@example.test"), "no");
        assertThat(outcomes(BULK, contact(1, "Oslo"), contact(2, "Oslo")))
                .containsExactly(Outcome.SUCCEEDED, Outcome.FAILED);
        simulator.failBulkItem(item -> false, "");

        assertThat(outcomes(BULK, contact(1, "Oslo"), contact(2, "Oslo"))).startsWith(Outcome.UNCHANGED);
        assertThat(simulator.bulkItemsReceived()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aRecordOfUnknownFateIsSentAgainAlsoWhenItHasBecomeWhatItWas(boolean inBulk) {
        String uri = inBulk ? BULK : UPSERT;
        outcomes(uri, contact(1, "Oslo"));
        simulator.trouble().on("POST", "contacts/*").dropConnection().afterProcessing();
        failure(inBulk ? STOPPING : UPSERT, List.of(contact(1, "Lima")));
        assertThat(cities()).containsExactly("Lima");

        List<Outcome> outcomes = outcomes(uri, contact(1, "Oslo"));

        assertThat(outcomes).containsExactly(Outcome.SUCCEEDED);
        assertThat(cities()).containsExactly("Oslo");
    }

    @Test
    void aKillBeforeTheConfirmationIsNotedSendsAgain() {
        outcomes(BULK, contact(1, "Oslo"));
        sent.calls = 3; // the look, the note that the record leaves, and the note that it has arrived
        sent.lastIsUndone = true;
        assertThat(outcomes(BULK, contact(1, "Lima"))).containsExactly(Outcome.SUCCEEDED);
        sent.calls = Integer.MAX_VALUE;

        assertThat(outcomes(BULK, contact(1, "Oslo"))).containsExactly(Outcome.SUCCEEDED);
        assertThat(cities()).containsExactly("Oslo");
    }

    @ParameterizedTest
    @CsvSource({"1, true", "1, false", "2, true", "2, false"})
    void nothingIsSentWhenTheRepositoryIsAway(int call, boolean inBulk) {
        String uri = inBulk ? BULK : UPSERT;
        sent.calls = call;
        sent.lastIsUndone = true;

        FreshsalesException failure = failure(uri, List.of(contact(1, "Oslo"), contact(2, "Oslo")));

        String operation = inBulk ? "bulkUpsert" : "upsert";
        assertThat(failure)
                .hasMessage("Freshsales " + operation + " contacts was not sent, since the sentRepository failed: The"
                        + " database is away.")
                .hasRootCauseMessage("The database is away");
        assertThat(failure.isRetryable()).isTrue();
        assertThat(simulator.requestCount()).isZero();
    }

    @Test
    void whatIsKnownOfTheChunksBeforeIsInTheExceptionWhenTheRepositoryGoesAway() {
        sent.calls = 4; // two for the first chunk, two for the second

        FreshsalesException failure = failure(BULK + "&batchSize=10&jobsInFlight=1", contacts(30));

        assertThat(failure.getMessage()).contains("stopped after ", "the sentRepository failed: The database is away");
        assertThat(failure.getResults())
                .hasSize(20)
                .extracting(RecordResult::outcome)
                .containsOnly(Outcome.SUCCEEDED);
    }

    @Test
    void theRepositoryIsReadOnceAndWrittenOnceForAChunk() {
        send(BULK, contacts(1_000), Map.of());

        assertThat(sent.reads).isEqualTo(10);
        assertThat(sent.writes).isEqualTo(10 + 1);
    }

    @Test
    void anyRepositoryOfCamelWillDo() {
        context.getRegistry().bind("any", new MemoryStateRepository());
        String uri = BULK.replace("#sent", "#any");
        outcomes(uri, contact(1, "Oslo"), contact(2, "Oslo"));

        assertThat(outcomes(uri, contact(1, "Oslo"), contact(2, "Lima")))
                .containsExactly(Outcome.UNCHANGED, Outcome.SUCCEEDED);
    }

    @Test
    void everythingIsSentAndNotedWhenSkippingIsOff() {
        outcomes(BULK, contact(1, "Oslo"));

        Exchange all = send(
                BULK,
                List.of(contact(1, "Oslo"), contact(2, "Lima")),
                Map.of(FreshsalesConstants.SKIP_UNCHANGED, false));

        assertThat((List<RecordResult>) all.getMessage().getBody())
                .extracting(RecordResult::outcome)
                .containsOnly(Outcome.SUCCEEDED);
        assertThat(all.getMessage().getHeaders()).doesNotContainKey(FreshsalesConstants.UNCHANGED_COUNT);
        assertThat(outcomes(BULK, contact(1, "Oslo"), contact(2, "Lima"))).containsOnly(Outcome.UNCHANGED);
    }

    @Test
    void recordsOfOneIdentifierThatDifferAreBothSentEachTime() {
        Object[] body = {contact(1, "Oslo"), contact(2, "Oslo"), contact(1, "Lima"), contact(2, "Oslo")};
        outcomes(BULK, body);

        List<Outcome> second = outcomes(BULK, body);

        assertThat(second).containsExactly(Outcome.SUCCEEDED, Outcome.UNCHANGED, Outcome.SUCCEEDED, Outcome.UNCHANGED);
        assertThat(outcomes(BULK + "&batchSize=1&jobsInFlight=1", body))
                .containsExactly(Outcome.SUCCEEDED, Outcome.UNCHANGED, Outcome.SUCCEEDED, Outcome.UNCHANGED);
        assertThat(cities()).containsExactly("Lima", "Oslo");
    }

    @Test
    void aRecordThatTwoRoutesSendAtTheSameTimeIsSentAgain() {
        simulator
                .trouble()
                .on("POST", "contacts/upsert")
                .run(() -> send(UPSERT, contact(1, "Lima"), Map.of()))
                .afterProcessing();
        send(UPSERT, contact(1, "Oslo"), Map.of());
        assertThat(cities()).containsExactly("Lima");

        assertThat(outcomes(UPSERT, contact(1, "Oslo"))).containsExactly(Outcome.SUCCEEDED);
        assertThat(outcomes(UPSERT, contact(1, "Oslo"))).containsExactly(Outcome.UNCHANGED);
    }

    @Test
    void otherOperationsTakeNoNoticeOfIt() {
        send("create?resourceType=contacts" + SKIP, contact(1, "Oslo"), Map.of());
        send("create?resourceType=contacts" + SKIP, contact(2, "Oslo"), Map.of());

        Exchange deleted = send(
                "delete?resourceType=contacts&resultMode=summary" + SKIP,
                List.of(simulator.records("contacts").get(0).get("id")),
                Map.of());

        assertThat(deleted.getMessage().getBody(Map.class)).doesNotContainKey("unchanged");
        assertThat(sent.reads + sent.writes).isZero();
    }

    @Test
    void aDryRunShowsEveryRequestAndKeepsNothing() {
        outcomes(BULK, contact(1, "Oslo"));
        int calls = sent.reads + sent.writes;

        List<Object> requests =
                (List<Object>) send(BULK + "&dryRun=true", List.of(contact(1, "Oslo"), contact(2, "Oslo")), Map.of())
                        .getMessage()
                        .getBody();
        Map<String, Object> one = (Map<String, Object>) send(UPSERT + "&dryRun=true", contact(1, "Oslo"), Map.of())
                .getMessage()
                .getBody();

        assertThat(requests).hasSize(1);
        assertThat(requests.toString()).contains("n1@", "n2@");
        assertThat(one).containsEntry("method", "POST");
        assertThat(sent.reads + sent.writes).isEqualTo(calls);
    }

    @ParameterizedTest
    @ValueSource(strings = {"upsert", "bulkUpsert"})
    void withoutARepositoryTheRouteDoesNotStart(String operation) {
        assertThatThrownBy(() -> context.getEndpoint(
                                "freshsales:" + operation + "?resourceType=contacts&skipUnchanged=true")
                        .start())
                .hasMessageContaining("The option skipUnchanged needs the option sentRepository, the bean of a"
                        + " StateRepository that keeps what was sent, as in sentRepository=#sent");
    }

    @Test
    void withoutARepositoryTheHeaderIsRefusedBeforeAnythingIsSent() {
        Map<String, Object> headers = Map.of(FreshsalesConstants.SKIP_UNCHANGED, true);

        assertThatThrownBy(() -> send("upsert?resourceType=contacts", contact(1, "Oslo"), headers))
                .hasRootCauseMessage("Freshsales upsert was not sent. The option skipUnchanged needs the option"
                        + " sentRepository, the bean of a StateRepository that keeps what was sent");
        assertThat(simulator.requestCount()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bulkUpsert?resourceType=contacts&waitForJob=false | The option skipUnchanged needs waitForJob=true",
                "upsert?resourceType=contacts&contentFormat=raw | The option skipUnchanged compares records",
                "upsert?resourceType=contacts&wrap=never | The option skipUnchanged needs to know what the record is"
            })
    void whatCannotBeComparedIsRefusedBeforeAnythingIsSent(String uri, String message) {
        Object body = uri.contains("raw") ? "{}" : Map.of("last_name", "n1", "email", "n1@example.test");

        assertThat(failure(uri + SKIP, body)).hasMessageContaining(message);
        assertThat(simulator.requestCount()).isZero();
    }
}
