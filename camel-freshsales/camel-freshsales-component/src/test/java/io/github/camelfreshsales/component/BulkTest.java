// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.github.camelfreshsales.FreshsalesConstants;
import io.github.camelfreshsales.FreshsalesException;
import io.github.camelfreshsales.RecordResult;
import io.github.camelfreshsales.RecordResult.Outcome;
import io.github.camelfreshsales.simulator.FailureReportForm;
import io.github.camelfreshsales.simulator.FreshsalesSimulator;
import io.github.camelfreshsales.simulator.FreshsalesSimulatorExtension;
import io.github.camelfreshsales.simulator.QuotaWindows;
import io.github.camelfreshsales.simulator.Switch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Many records with few calls. */
class BulkTest {

    private static final String UPSERT = "bulkUpsert?resourceType=contacts";

    @RegisterExtension
    static final FreshsalesSimulatorExtension FRESHSALES = new FreshsalesSimulatorExtension();

    private final FreshsalesSimulator simulator = FRESHSALES.simulator();
    private DefaultCamelContext context;

    @BeforeEach
    void startContext() throws Exception {
        context = new TestContext();
        FreshsalesComponent component = new FreshsalesComponent();
        component.getConfiguration().setDomain(simulator.domain());
        component.getConfiguration().setApiKey(simulator.apiKey());
        component.getConfiguration().setJobPollInterval(100);
        component.getConfiguration().setRetryDelay(1);
        component.getConfiguration().setMaxRetryDelay(1);
        context.addComponent("freshsales", component);
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

    private <T> T call(String uri, Object body) {
        return (T) send(uri, body, Map.of()).getMessage().getBody();
    }

    private FreshsalesException failure(String uri, Object body) {
        Exchange result = context.createFluentProducerTemplate()
                .withBody(body)
                .to("freshsales:" + uri)
                .send();
        assertThat(result.getException()).isInstanceOf(FreshsalesException.class);
        return (FreshsalesException) result.getException();
    }

    private static String email(int n) {
        return "n" + n + "@example.test";
    }

    private static List<Map<String, Object>> contacts(int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> Map.<String, Object>of("email", email(n), "last_name", "n" + n))
                .toList();
    }

    private List<String> bulkBodies() {
        return simulator.wireMock().findAll(WireMock.postRequestedFor(WireMock.urlPathMatching(".*/bulk_.*"))).stream()
                .map(LoggedRequest::getBodyAsString)
                .toList();
    }

    @Test
    void theResultTellsWhatTheLatestAnswerToldOfTheQuota() {
        simulator.setQuota(1_000, 0);

        Exchange bulk = send(UPSERT, contacts(150), Map.of());
        Map<String, Object> headers = Map.copyOf(bulk.getMessage().getHeaders());
        String left = String.valueOf(simulator.quotaRemaining());
        Exchange oneByOne =
                send("create?resourceType=deals", List.of(Map.of("name", "a"), Map.of("name", "b")), Map.of());

        assertThat(headers)
                .containsEntry(FreshsalesConstants.RATE_LIMIT_LIMIT, "1000")
                .containsEntry(FreshsalesConstants.RATE_LIMIT_REMAINING, left);
        assertThat(oneByOne.getMessage().getHeaders())
                .containsEntry(FreshsalesConstants.RATE_LIMIT_REMAINING, String.valueOf(simulator.quotaRemaining()));
    }

    @Test
    void tenThousandRecordsTakeAHundredCallsAndTwoLooksAJob() {
        simulator.jobsTakeLooks(1);

        Exchange result = send(UPSERT, contacts(10_000).iterator(), Map.of());

        List<RecordResult> results = (List<RecordResult>) result.getMessage().getBody();
        assertThat(results).hasSize(10_000).allMatch(record -> record.outcome() == Outcome.SUCCEEDED);
        assertThat(results).extracting(RecordResult::index).isSorted();
        assertThat(results.get(1_234).identifier()).isEqualTo(email(1_234));
        assertThat(result.getMessage().getHeaders())
                .containsEntry(FreshsalesConstants.SUCCEEDED_COUNT, 10_000L)
                .containsEntry(FreshsalesConstants.FAILED_COUNT, 0L);
        assertThat(simulator.requestCount("POST", "contacts/bulk_upsert")).isEqualTo(100);
        assertThat(simulator.requestCount("GET", "job_statuses/{id}")).isLessThanOrEqualTo(200);
        assertThat(simulator.count("contacts")).isEqualTo(10_000);
    }

    @Test
    void itemIsTheIdentifierAndTheRecordWithoutItsId() {
        call(
                UPSERT,
                "[{\"email\":\"a@b.test\",\"id\":7,\"cf_x\":1,\"city\":null},{\"contact\":{\"emails\":\"c@d.test\"}}]");
        call(
                UPSERT + "&uniqueIdentifier=external_id&nulls=omit&stopOnRecordError=false",
                "[{\"external_id\":7,\"last_name\":\"x\"}]");

        assertThat(bulkBodies())
                .containsExactlyInAnyOrder(
                        "{\"contacts\":[{\"emails\":\"a@b.test\",\"data\":{\"email\":\"a@b.test\",\"city\":null,"
                                + "\"custom_field\":{\"cf_x\":1}}},"
                                + "{\"emails\":\"c@d.test\",\"data\":{\"emails\":\"c@d.test\"}}]}",
                        "{\"contacts\":[{\"external_id\":7,\"data\":{\"external_id\":7,\"last_name\":\"x\"}}]}");
    }

    @ParameterizedTest
    @CsvSource({"contacts, email", "sales_accounts, name", "deals, name"})
    void createInBatchModeIsABulkUpsert(String resource, String field) {
        String uri = "create?resourceType=" + resource + (resource.equals("deals") ? "&uniqueIdentifier=name" : "");
        List<Map<String, Object>> records =
                List.of(Map.of(field, "a@b.test", "amount", 1), Map.of(field, "c@d.test", "amount", 1));

        List<RecordResult> results = call(uri + "&batchMode=true", records);
        send(uri, records, Map.of(FreshsalesConstants.BATCH_MODE, true, FreshsalesConstants.BATCH_SIZE, 1));

        assertThat(results).extracting(RecordResult::outcome).containsOnly(Outcome.SUCCEEDED);
        assertThat(simulator.requestCount("POST", resource + "/bulk_upsert")).isEqualTo(3);
        assertThat(simulator.count(resource)).isEqualTo(2);
    }

    @Test
    void updateAndDeleteInBatchModeGoById() {
        long one = simulator.seed("contacts", Map.of("last_name", "a"));
        long two = simulator.seed("contacts", Map.of("last_name", "b"));

        call(
                "update?resourceType=contacts&batchMode=true",
                List.of(Map.of("id", one, "city", "Oslo"), Map.of("id", two, "city", "Oslo")));
        call("upsert?resourceType=contacts&batchMode=true", contacts(1));
        assertThat(simulator.record("contacts", one)).containsEntry("city", "Oslo");
        List<RecordResult> deleted = call("delete?resourceType=contacts&batchMode=true", List.of(one, two));

        assertThat(deleted).extracting(RecordResult::identifier).containsExactly(one, two);
        assertThat(deleted).extracting(RecordResult::outcome).containsOnly(Outcome.SUCCEEDED);
        assertThat(simulator.deletedRecords("contacts")).hasSize(2);
        assertThat(simulator.requestCount("PUT", "contacts/{id}")).isZero();
        assertThat(simulator.requestCount("DELETE", "contacts/{id}")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"create?resourceType=tasks", "update?resourceType=notes", "delete?resourceType=tasks"})
    void resourceWithoutABulkCallIsRefused(String uri) {
        assertThat(failure(uri + "&batchMode=true", List.of(Map.of("id", 1))))
                .hasMessageContaining("batchMode=true needs a resource with a bulk call");
        assertThat(simulator.requestCount()).isZero();
    }

    @Test
    void ownersAreAssignedAndRecordsDeletedInOneCall() {
        long one = simulator.seed("contacts", Map.of("last_name", "a"));
        long ben = simulator.selectorId("owners", "Ben Okafor");
        long product = simulator.seed("products", Map.of("name", "Pump"));

        call("bulkAssignOwner?resourceType=contacts&ownerId=" + ben, List.of(one));
        send("bulkAssignOwner?resourceType=contacts", one, Map.of(FreshsalesConstants.OWNER_ID, ben));
        call("bulkDelete?resourceType=contacts", List.of(Map.of("id", one)));
        call("bulkDelete?resourceType=products", product);

        assertThat(simulator.deletedRecords("contacts").get(0)).containsEntry("owner_id", ben);
        assertThat(simulator.count("products")).isZero();
        assertThat(bulkBodies()).contains("{\"selected_ids\":[" + one + "],\"owner_id\":" + ben + "}");
    }

    // --- what the jobs report

    @ParameterizedTest
    @EnumSource(FailureReportForm.class)
    void eachRecordHasItsResultWhateverFormTheReportHas(FailureReportForm form) {
        simulator.failureReport(form);
        simulator.failBulkItem(item -> email(3).equals(item.get("emails")), "Email is odd");

        List<RecordResult> results = call(UPSERT + "&stopOnRecordError=false&batchSize=5", contacts(7));

        // of an index alone nobody can tell whether it counts from 0 or from 1
        boolean tells = form != FailureReportForm.EMPTY_LIST
                && form != FailureReportForm.ABSENT
                && form != FailureReportForm.INDEX_AND_MESSAGE;
        assertThat(results).extracting(RecordResult::index).containsExactly(0, 1, 2, 3, 4, 5, 6);
        assertThat(results.subList(5, 7)).extracting(RecordResult::outcome).containsOnly(Outcome.SUCCEEDED);
        if (tells) {
            assertThat(results.get(3).outcome()).isEqualTo(Outcome.FAILED);
            assertThat(results.get(3).error().messages().toString()).contains("Email is odd");
            assertThat(results.subList(0, 3)).extracting(RecordResult::outcome).containsOnly(Outcome.SUCCEEDED);
        } else {
            assertThat(results.subList(0, 5)).extracting(RecordResult::outcome).containsOnly(Outcome.UNKNOWN);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Switch.class,
            names = {
                "BULK_UPSERT_ANSWERS_202",
                "JOB_URL_RELATIVE",
                "JOB_STATUS_WRAPPED",
                "JOB_PROGRESS_AS_FRACTION",
                "FIRST_BULK_UPSERT_ANSWERS_405"
            })
    void everyFormOfTheAnswersIsUnderstood(Switch form) {
        simulator.turnOn(form);

        List<RecordResult> results = call(UPSERT, contacts(2));

        assertThat(results).extracting(RecordResult::outcome).containsOnly(Outcome.SUCCEEDED);
        assertThat(simulator.count("contacts")).isEqualTo(2);
    }

    @Test
    void jobWithoutAReportMakesNobodyASuccess() {
        simulator.turnOn(Switch.JOB_WITHOUT_DATA);

        List<RecordResult> results = call(UPSERT + "&stopOnRecordError=false", contacts(2));

        assertThat(results).extracting(RecordResult::outcome).containsOnly(Outcome.UNKNOWN);
    }

    @Test
    void jobThatNeverEndsLeavesAnUnknownFate() {
        simulator.turnOn(Switch.JOB_NEVER_ENDS);

        FreshsalesException e = failure(UPSERT + "&jobTimeout=50", contacts(2));

        assertThat(e).hasMessageContaining("0 records failed and 2 have an unknown outcome");
        assertThat(e.getResults()).extracting(RecordResult::outcome).containsOnly(Outcome.UNKNOWN);
        assertThat(e.getResults().get(0).error().messages().get(0)).contains("check it with jobStatus");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void jobWhoseHourIsUsedUpIsLeftAtOnce(boolean stopOnRecordError) {
        simulator.quotaWindows(QuotaWindows.SLIDING).setQuota(2, 0);

        FreshsalesException e = failure(
                UPSERT + "&batchSize=1&jobsInFlight=2&stopOnRecordError=" + stopOnRecordError,
                contacts(3).iterator());

        assertThat(e).hasMessageContaining("the calls of this hour or minute are used up");
        assertThat(e.getRetryAfter()).isGreaterThan(Duration.ofMinutes(2));
        assertThat(e.getResults()).extracting(RecordResult::outcome).containsExactly(Outcome.UNKNOWN, Outcome.UNKNOWN);
    }

    @Test
    void summaryKeepsTheCountsAndTheFailures() {
        simulator.failBulkItem(item -> email(3).equals(item.get("emails")), "odd");

        Map<String, Object> summary = call(
                UPSERT + "&stopOnRecordError=false&resultMode=summary&batchSize=2",
                contacts(7).iterator());

        assertThat(summary)
                .containsEntry("total", 7L)
                .containsEntry("succeeded", 6L)
                .containsEntry("failed", 1L);
        assertThat((List<RecordResult>) summary.get("failures"))
                .extracting(RecordResult::index)
                .containsExactly(3);
    }

    @Test
    void failedRecordStopsFurtherChunks() {
        simulator.failBulkItem(item -> email(3).equals(item.get("emails")), "odd");

        FreshsalesException e = failure(UPSERT + "&batchSize=2&jobsInFlight=1", contacts(20));

        assertThat(e).hasMessageContaining("1 records failed");
        assertThat(e.getResults()).hasSize(4);
        assertThat(simulator.requestCount("POST", "contacts/bulk_upsert")).isEqualTo(2);
    }

    @Test
    void recordThatCannotBeReadIsAResultAmongTheOthers() {
        List<Object> body = new ArrayList<>(contacts(3));
        body.set(1, "{broken");
        body.add(Map.of("last_name", "without e-mail"));

        List<RecordResult> results = call(UPSERT + "&stopOnRecordError=false", body);

        assertThat(results)
                .extracting(RecordResult::outcome)
                .containsExactly(Outcome.SUCCEEDED, Outcome.FAILED, Outcome.SUCCEEDED, Outcome.FAILED);
        assertThat(results.get(3).error().messages().get(0)).contains("has no emails to match on");
        assertThat(simulator.count("contacts")).isEqualTo(2);
    }

    // --- trouble

    @Test
    void chunkThatWasRefusedIsToldFromOneOfUnknownFate() {
        simulator
                .trouble()
                .on("POST", "contacts/bulk_upsert")
                .answer(400)
                .then()
                .answer(502)
                .afterProcessing()
                .times(4);

        List<RecordResult> results = call(UPSERT + "&stopOnRecordError=false&batchSize=2", contacts(6));

        assertThat(results)
                .extracting(RecordResult::outcome)
                .containsExactly(
                        Outcome.FAILED,
                        Outcome.FAILED,
                        Outcome.UNKNOWN,
                        Outcome.UNKNOWN,
                        Outcome.SUCCEEDED,
                        Outcome.SUCCEEDED);
        assertThat(simulator.count("contacts")).isEqualTo(4);
    }

    @Test
    void whatConcernsTheAccountStopsAndTellsWhatWasDone() {
        simulator.trouble().on("POST", "contacts/bulk_upsert").work().then().answer(403);

        FreshsalesException e = failure(UPSERT + "&stopOnRecordError=false&batchSize=2", contacts(6));

        assertThat(e.getStatus()).isEqualTo(403);
        assertThat(e.getResults())
                .extracting(RecordResult::outcome)
                .containsExactly(Outcome.SUCCEEDED, Outcome.SUCCEEDED, Outcome.FAILED, Outcome.FAILED);
    }

    @Test
    void bodyThatCanBeReadOnlyOnceCannotBeSentAgain() {
        simulator.trouble().answer(503).forever();

        assertThat(failure(UPSERT, contacts(1)).isRetryable()).isTrue();
        assertThat(failure(UPSERT, contacts(1).get(0)).isRetryable()).isTrue();
        assertThat(failure(UPSERT, contacts(1).iterator()).isRetryable()).isFalse();
    }

    @Test
    void busyJobsAreToldFromAMethodThatThereIsNot() {
        simulator.trouble().answer(405).forever();

        FreshsalesException busy = failure(UPSERT, contacts(1));
        FreshsalesException missing =
                failure("create?resourceType=contacts", contacts(1).get(0));

        assertThat(busy).hasMessageContaining("(attempt 4) returned 405").hasMessageContaining("busy with other jobs");
        assertThat(missing).hasMessageContaining("does not offer this method");
    }

    // --- not waiting

    @Test
    void withoutWaitingForJobsNoRecordIsForgotten() {
        simulator.trouble().on("POST", "contacts/bulk_upsert").work().answer(400);
        List<Object> records = new ArrayList<>(contacts(5));
        records.add(1, Map.of("last_name", "without an e-mail"));

        Exchange started = send(UPSERT + "&waitForJob=false&stopOnRecordError=false&batchSize=2", records, Map.of());

        List<Object> answer = (List<Object>) started.getMessage().getBody();
        assertThat(answer).filteredOn(Map.class::isInstance).hasSize(2);
        assertThat(answer)
                .filteredOn(RecordResult.class::isInstance)
                .extracting(result -> ((RecordResult) result).index())
                .containsExactly(1, 3, 4);
        assertThat(started.getMessage().getHeader(FreshsalesConstants.FAILED_COUNT))
                .isEqualTo(3L);
    }

    @Test
    void exceptionNamesTheJobsThatWereStartedBeforeIt() {
        simulator.trouble().on("POST", "contacts/bulk_upsert").work().answer(400);
        List<Object> records = new ArrayList<>(contacts(5));
        records.add(1, Map.of("last_name", "without an e-mail"));

        FreshsalesException stopped =
                failure(UPSERT + "&waitForJob=false&stopOnRecordError=true&batchSize=2", records.subList(2, 6));
        FreshsalesException wrong = failure(UPSERT + "&waitForJob=false&stopOnRecordError=true&batchSize=1", records);

        assertThat(stopped).hasMessageContaining("returned 400");
        assertThat(stopped.getResults())
                .extracting(RecordResult::index, RecordResult::outcome)
                .containsExactly(
                        tuple(0, RecordResult.Outcome.UNKNOWN),
                        tuple(1, RecordResult.Outcome.UNKNOWN),
                        tuple(2, RecordResult.Outcome.FAILED),
                        tuple(3, RecordResult.Outcome.FAILED));
        assertThat(wrong.getResults()).extracting(RecordResult::index).containsExactly(0, 1);
        String told = wrong.getResults().get(0).error().messages().get(0);
        assertThat(told).containsPattern("sent in the job \\S+, which the call did not wait for");
        String id = told.replaceAll("sent in the job (\\S+),.*", "$1");
        Map<String, Object> job = call("jobStatus?jobId=" + id, null);
        assertThat(job).containsKey("status");
    }

    @Test
    void exceptionNamesTheJobsAlsoWhenTheLastChunkGotNone() {
        simulator.trouble().on("POST", "contacts/bulk_upsert").work().answer(200);

        FreshsalesException e = failure(UPSERT + "&waitForJob=false&stopOnRecordError=true&batchSize=2", contacts(3));

        assertThat(e.getResults())
                .extracting(result -> result.error().messages().get(0).split(" job")[0])
                .containsExactly("sent in the", "sent in the", "the response names no");
    }

    @Test
    void jobsAreGivenBackAtOnceWhenNobodyWaits() {
        Exchange started = send(UPSERT + "&waitForJob=false", contacts(3), Map.of());
        List<Map<String, Object>> jobs =
                (List<Map<String, Object>>) started.getMessage().getBody();
        Exchange byHeader = send(UPSERT + "&batchSize=1", contacts(2), Map.of(FreshsalesConstants.WAIT_FOR_JOB, false));

        assertThat(jobs).singleElement().satisfies(job -> assertThat(job)
                .containsEntry("firstIndex", 0)
                .containsEntry("records", 3)
                .containsKeys("jobId", "jobStatusUrl"));
        assertThat((List<?>) byHeader.getMessage().getBody()).hasSize(2);
        assertThat(started.getMessage().getHeader(FreshsalesConstants.JOB_ID))
                .isEqualTo(jobs.get(0).get("jobId"));
        assertThat(started.getMessage().getHeader(FreshsalesConstants.JOB_STATUS_URL))
                .isEqualTo(jobs.get(0).get("jobStatusUrl"));
        assertThat(simulator.requestCount("GET", "job_statuses/{id}")).isZero();

        simulator.jobsTakeLooks(0);
        Map<String, Object> job = call("jobStatus?jobId=" + jobs.get(0).get("jobId"), null);

        assertThat(job).containsEntry("status", "SUCCESS");
        assertThat(((Map<?, ?>) job.get("data")).get("record_status")).isEqualTo(Map.of("succeeded", 3L, "failed", 0L));
    }

    @Test
    void emptyBodyMakesNoCall() {
        assertThat((List<?>) call(UPSERT, List.of())).isEmpty();
        List<Object> results = call("bulkDelete?resourceType=contacts", List.of());
        assertThat(results).isEmpty();
        results.add("a route may add to it");
        assertThat(simulator.requestCount()).isZero();
    }

    @Test
    void dryRunShowsTheCalls() {
        List<Map<String, Object>> shown = call(UPSERT + "&dryRun=true&batchSize=2", contacts(3));

        assertThat(shown).hasSize(2);
        assertThat(shown.get(1).get("body"))
                .isEqualTo("{\"contacts\":[{\"emails\":\"n2@example.test\",\"data\":" + "{"
                        + String.join(",", dataOf(contacts(3).get(2))) + "}}]}");
        assertThat(simulator.requestCount()).isZero();
    }

    private static List<String> dataOf(Map<String, Object> record) {
        return record.entrySet().stream()
                .map(entry -> "\"" + entry.getKey() + "\":\"" + entry.getValue() + "\"")
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"batchSize=0", "batchSize=101"})
    void batchSizeThatCannotBeIsRefused(String option) {
        assertThat(failure(UPSERT + "&" + option, contacts(1))).hasMessageContaining("it must be 1 to 100");
        assertThat(simulator.requestCount()).isZero();
    }
}
