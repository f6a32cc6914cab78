// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.component;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.github.camelfreshsales.FreshsalesConstants;
import io.github.camelfreshsales.FreshsalesException;
import io.github.camelfreshsales.RecordResult;
import io.github.camelfreshsales.RecordResult.Outcome;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A body with many records: one call each, and a result each. */
class ManyRecordsTest extends ServiceTest {

    private static final String CREATE = "freshsales:create?resourceType=contacts";

    private static List<Map<String, Object>> records(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Map.<String, Object>of("n", i))
                .toList();
    }

    /** ResponseReader with the record it was given, under the id 100. */
    private static void serviceStores() {
        serviceAnswers(201, "{\"contact\":{\"id\":100}}");
    }

    private static void serviceMeetsRecord(
            int n, com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder answer) {
        SERVICE.stubFor(
                any(anyUrl()).withRequestBody(containing("\"n\":" + n + "}")).willReturn(answer));
    }

    @Test
    void attemptsAreThoseOfAllRecords() {
        component.getConfiguration().setMaxRetries(2);
        component.getConfiguration().setRetryDelay(1);
        serviceStores();
        serviceMeetsRecord(1, aResponse().withStatus(429));
        serviceMeetsRecord(2, aResponse().withStatus(400));

        Exchange stopped = context.createFluentProducerTemplate()
                .withBody(records(4))
                .to(CREATE + "&stopOnRecordError=false")
                .send();
        Exchange result = send(
                CREATE + "&stopOnRecordError=false",
                List.of(records(3).get(0), records(3).get(2)),
                Map.of());

        assertThat(stopped.getMessage().getHeaders()).doesNotContainKey(FreshsalesConstants.ATTEMPTS);
        assertThat(arrived()).hasSize(1 + 3 + 2);
        assertThat(result.getMessage().getHeader(FreshsalesConstants.ATTEMPTS)).isEqualTo(2);
    }

    static Stream<Arguments> manies() {
        byte[] json = "[{\"n\":0},{\"n\":1},{\"n\":2}]".getBytes(StandardCharsets.UTF_8);
        return Stream.of(
                Arguments.of("List", records(3)),
                Arguments.of("Set", new java.util.LinkedHashSet<>(records(3))),
                Arguments.of("Iterator", records(3).iterator()),
                Arguments.of("array", records(3).toArray()),
                Arguments.of("Stream", records(3).stream()),
                Arguments.of("text", new String(json, StandardCharsets.UTF_8)),
                Arguments.of("bytes", json),
                Arguments.of("stream of bytes", new ByteArrayInputStream(json)),
                Arguments.of("texts", List.of("{\"n\":0}", "{\"n\":1}", "{\"n\":2}")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("manies")
    void eachRecordIsACallInOrder(String kind, Object body) {
        serviceStores();

        Exchange result = send(CREATE, body, Map.of());

        assertThat(arrived())
                .extracting(LoggedRequest::getBodyAsString)
                .containsExactly("{\"contact\":{\"n\":0}}", "{\"contact\":{\"n\":1}}", "{\"contact\":{\"n\":2}}");
        Map<String, Object> stored = Map.of("id", 100L);
        assertThat(result.getMessage().getBody())
                .isEqualTo(List.of(
                        new RecordResult(0, Outcome.SUCCEEDED, 100L, stored, null),
                        new RecordResult(1, Outcome.SUCCEEDED, 100L, stored, null),
                        new RecordResult(2, Outcome.SUCCEEDED, 100L, stored, null)));
        assertThat(result.getMessage().getHeaders())
                .containsEntry(FreshsalesConstants.SUCCEEDED_COUNT, 3L)
                .containsEntry(FreshsalesConstants.FAILED_COUNT, 0L);
    }

    @Test
    void emptyBodyMakesNoCall() {
        assertThat(call(CREATE, List.of())).isEqualTo(List.of());
        assertThat(call(CREATE, "[]")).isEqualTo(List.of());
        assertThat(arrived()).isEmpty();
    }

    @Test
    void firstFailureStopsAndCarriesTheResultsSoFar() {
        serviceStores();
        serviceMeetsRecord(
                1, aResponse().withStatus(400).withBody("{\"errors\":{\"code\":3002,\"message\":[\"twice\"]}}"));

        FreshsalesException e = failure(CREATE, records(3));

        assertThat(arrived()).hasSize(2);
        assertThat(e.getStatus()).isEqualTo(400);
        assertThat(e.getResults()).extracting(RecordResult::outcome).containsExactly(Outcome.SUCCEEDED, Outcome.FAILED);
        assertThat(e.getResults().get(1).error()).isEqualTo(new RecordResult.Error(400, "3002", List.of("twice")));
    }

    @Test
    void failuresAreReportedWhenTheOthersGoOn() {
        serviceStores();
        serviceMeetsRecord(1, aResponse().withStatus(400).withBody("{\"message\":\"no\"}"));
        serviceMeetsRecord(2, aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        List<Object> body = List.of(Map.of("n", 0), Map.of("n", 1), Map.of("n", 2), "{broken", Map.of("n", 4));

        Exchange result = send(CREATE + "&stopOnRecordError=false", body, Map.of());

        List<RecordResult> results = (List<RecordResult>) result.getMessage().getBody();
        assertThat(results).extracting(RecordResult::index).containsExactly(0, 1, 2, 3, 4);
        assertThat(results)
                .extracting(RecordResult::outcome)
                .containsExactly(Outcome.SUCCEEDED, Outcome.FAILED, Outcome.UNKNOWN, Outcome.FAILED, Outcome.SUCCEEDED);
        assertThat(results.get(3).error().messages().get(0)).contains("JSON");
        assertThat(result.getMessage().getHeaders())
                .containsEntry(FreshsalesConstants.SUCCEEDED_COUNT, 2L)
                .containsEntry(FreshsalesConstants.FAILED_COUNT, 3L);
    }

    @Test
    void headerDecidesWhetherToGoOn() {
        serviceStores();
        serviceMeetsRecord(0, aResponse().withStatus(400));

        Object body = call(CREATE, records(2), Map.of(FreshsalesConstants.STOP_ON_RECORD_ERROR, "false"));

        assertThat((List<?>) body).hasSize(2);
    }

    @Test
    void summaryKeepsTheCountsAndTheFailures() {
        serviceStores();
        serviceMeetsRecord(1, aResponse().withStatus(400).withBody("{\"message\":\"no\"}"));
        serviceMeetsRecord(2, aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));

        Object body = call(CREATE + "&stopOnRecordError=false&resultMode=summary", records(4));
        Object byHeader = call(
                CREATE + "&stopOnRecordError=false", records(1), Map.of(FreshsalesConstants.RESULT_MODE, "summary"));

        Map<String, Object> summary = (Map<String, Object>) body;
        assertThat(summary)
                .containsEntry("total", 4L)
                .containsEntry("succeeded", 2L)
                .containsEntry("failed", 1L)
                .containsEntry("unknown", 1L);
        assertThat((List<RecordResult>) summary.get("failures"))
                .extracting(RecordResult::index)
                .containsExactly(1, 2);
        assertThat(byHeader)
                .isEqualTo(Map.of("total", 1L, "succeeded", 1L, "failed", 0L, "unknown", 0L, "failures", List.of()));
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 429})
    void whatConcernsTheAccountAlwaysStops(int status) {
        serviceStores();
        serviceMeetsRecord(1, aResponse().withStatus(status));

        FreshsalesException e = failure(CREATE + "&stopOnRecordError=false", records(3));

        assertThat(arrived()).hasSize(2);
        assertThat(e.getResults()).extracting(RecordResult::outcome).containsExactly(Outcome.SUCCEEDED, Outcome.FAILED);
    }

    @Test
    void sourceThatBreaksTellsWhatWasDone() {
        serviceStores();
        Iterator<Object> breaking = new Iterator<>() {
            private int n;

            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public Object next() {
                if (n == 2) {
                    throw new IllegalStateException("the disk is gone");
                }
                return Map.of("n", n++);
            }
        };

        FreshsalesException e = failure(CREATE, breaking);

        assertThat(e).hasMessageContaining("The body broke after 2 records: the disk is gone");
        assertThat(e.getResults()).hasSize(2);
    }

    @Test
    void streamThatIsCutTellsWhatWasDone() {
        serviceStores();
        byte[] cut = "[{\"n\":0},{\"n\":1},{\"n\":".getBytes(StandardCharsets.UTF_8);

        FreshsalesException e = failure(CREATE, new ByteArrayInputStream(cut));

        assertThat(e).hasMessageContaining("The body broke after 2 records").hasMessageContaining("cut off");
        assertThat(e.getResults()).extracting(RecordResult::outcome).containsOnly(Outcome.SUCCEEDED);
    }

    @Test
    void updateOfManyTakesEachRecordsOwnId() {
        serviceAnswers(200, "true");

        call("freshsales:update?resourceType=deals", List.of(Map.of("id", 1, "a", 1), Map.of("id", 2, "a", 1)));

        assertThat(arrived())
                .extracting(LoggedRequest::getUrl)
                .containsExactly("/crm/sales/api/deals/1", "/crm/sales/api/deals/2");
    }

    @Test
    void oneIdForManyRecordsIsRefused() {
        assertThat(refusal("freshsales:update?resourceType=deals&recordId=5", records(2)))
                .hasMessageContaining("The body holds many records, but recordId names one");
    }

    @Test
    void identifierIsTheOneTheRecordCameWithWhenItFailed() {
        serviceAnswers(404, "");

        Object body = call(
                "freshsales:delete?resourceType=deals&stopOnRecordError=false",
                List.of(7, Map.of("id", "8"), Set.of()));

        assertThat((List<RecordResult>) body)
                .extracting(RecordResult::identifier)
                .containsExactly(7, "8", null);
    }

    @Test
    void closesTheStreamItReadsFrom() {
        serviceStores();
        boolean[] closed = {false};
        Stream<Map<String, Object>> stream = records(2).stream().onClose(() -> closed[0] = true);

        call(CREATE, stream);

        assertThat(closed[0]).isTrue();
    }

    static Stream<Arguments> bodiesThatMeetTheQuota() {
        List<Map<String, Object>> records = records(3);
        return Stream.of(
                Arguments.of("create", records, 0, true),
                Arguments.of("create", records, 1, false),
                Arguments.of("create", records.iterator(), 0, false),
                Arguments.of("create", "[{\"n\":0},{\"n\":1}]", 0, true),
                Arguments.of("upsert", records, 1, true),
                Arguments.of("upsert", records.stream(), 1, false));
    }

    @ParameterizedTest
    @MethodSource("bodiesThatMeetTheQuota")
    void bodyIsOnlyToBeSentAgainWhenThatLosesNothingAndStoresNothingTwice(
            String operation, Object body, int failing, boolean again) {
        serviceStores();
        SERVICE.stubFor(any(anyUrl())
                .withRequestBody(containing("\"n\":" + failing + "}"))
                .willReturn(aResponse().withStatus(429)));

        FreshsalesException e = failure("freshsales:" + operation + "?resourceType=contacts&uniqueIdentifier=n", body);

        assertThat(e.getStatus()).isEqualTo(429);
        assertThat(e.isRetryable()).isEqualTo(again);
        assertThat(e.getResults()).hasSize(failing + 1);
    }
}
