// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelfreshsales.FreshsalesConstants;
import io.github.camelfreshsales.FreshsalesException;
import io.github.camelfreshsales.FreshsalesOperation;
import io.github.camelfreshsales.OutputFormat;
import io.github.camelfreshsales.RecordResult;
import io.github.camelfreshsales.RecordResult.Outcome;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Records and ids as Java, files and other people dress them up, and what is told of them. */
class RecordFaultsTest {

    private final LambdaAccount account = new LambdaAccount();

    @BeforeEach
    void contacts() {
        account.options.setResourceType("contacts");
        account.service = request -> request.path().contains("bulk_upsert")
                ? LambdaAccount.json(200, "{\"job_status_url\":\"https://x/job_statuses/1\"}")
                : request.path().contains("job_statuses")
                        ? LambdaAccount.json(
                                200,
                                "{\"status\":\"COMPLETED\",\"data\":{\"record_status\":{\"succeeded\":2,\"failed\":0}}}")
                        : LambdaAccount.json(200, "{\"contact\":{\"id\":1},\"message\":\"done\"}");
    }

    static Stream<Arguments> strangeKeys() {
        return Stream.of(
                        FreshsalesOperation.create,
                        FreshsalesOperation.update,
                        FreshsalesOperation.upsert,
                        FreshsalesOperation.bulkUpsert)
                .flatMap(operation -> Stream.of(7, true, null).map(key -> Arguments.of(operation, key)));
    }

    private static Map<Object, Object> withKey(Object key) {
        Map<Object, Object> record = new HashMap<>(Map.of("emails", "b@example.test", "id", 2));
        record.put(key, "x");
        return record;
    }

    private static List<Object> threeWith(Object second) {
        return Arrays.asList(
                Map.of("emails", "a@example.test", "id", 1), second, Map.of("emails", "c@example.test", "id", 3));
    }

    @ParameterizedTest
    @MethodSource("strangeKeys")
    void keyThatIsNoTextIsAnErrorOfItsRecordLikeAnyOther(FreshsalesOperation operation, Object key) {
        account.options.setStopOnRecordError(false);

        List<?> results = (List<?>)
                account.run(operation, threeWith(withKey(key)), Map.of()).body();

        assertThat(results)
                .extracting(result -> ((RecordResult) result).outcome())
                .containsExactly(Outcome.SUCCEEDED, Outcome.FAILED, Outcome.SUCCEEDED);
        Object name = operation == FreshsalesOperation.update ? (Object) 2 : "b@example.test";
        assertThat(((RecordResult) results.get(1)).identifier()).isEqualTo(name);
    }

    @ParameterizedTest
    @MethodSource("strangeKeys")
    void whatWasDoneBeforeTheRecordWithSuchAKeyIsTold(FreshsalesOperation operation, Object key) {
        FreshsalesException e = account.failure(operation, threeWith(withKey(key)), Map.of());

        assertThat(e).isNotNull();
        boolean isBulk = operation == FreshsalesOperation.bulkUpsert;
        assertThat(e.getResults())
                .extracting(RecordResult::outcome)
                .endsWith(Outcome.FAILED)
                .hasSize(isBulk ? 1 : 2);
        assertThat(account.requests).hasSize(isBulk ? 0 : 1);
        if (!isBulk) {
            assertThat(e.getResults().get(0).outcome()).isEqualTo(Outcome.SUCCEEDED);
            assertThat(e).hasMessageNotContaining("was not sent");
        }
    }

    @ParameterizedTest
    @MethodSource("strangeKeys")
    void oneRecordWithSuchAKeyIsRefused(FreshsalesOperation operation, Object key) {
        FreshsalesException e = account.failure(operation, withKey(key), Map.of());

        assertThat(e).isNotNull();
        assertThat(account.requests).isEmpty();
        assertThat(e.isRetryable()).isFalse();
        assertThat(e.isOutcomeUnknown()).isFalse();
    }

    static Stream<Object> dressedIds() {
        return Stream.of(
                7.0041234567E10, new BigDecimal("70041234567.0"), new BigDecimal("7.0041234567E10"), "70041234567.0");
    }

    @ParameterizedTest
    @MethodSource("dressedIds")
    void idIsAWholeNumberHoweverItIsDressedUp(Object id) {
        account.run(FreshsalesOperation.update, Map.of("id", id, "a", 1), Map.of());
        account.run(FreshsalesOperation.update, Map.of("a", 1), Map.of(FreshsalesConstants.RECORD_ID, id));
        account.run(FreshsalesOperation.get, null, Map.of(FreshsalesConstants.RECORD_ID, id));
        account.run(FreshsalesOperation.delete, id, Map.of());
        account.run(FreshsalesOperation.delete, List.of(id), Map.of());
        account.run(FreshsalesOperation.delete, List.of(Map.of("id", id)), Map.of());
        account.run(FreshsalesOperation.forget, Map.of("id", id), Map.of());
        assertThat(account.requests).hasSize(7).allSatisfy(request -> assertThat(request.path())
                .contains("70041234567"));
        account.requests.clear();

        account.run(FreshsalesOperation.bulkDelete, List.of(id), Map.of());
        account.run(FreshsalesOperation.addToList, List.of(id), Map.of(FreshsalesConstants.LIST_ID, id));
        account.options.setBatchMode(true);
        account.options.setWaitForJob(false);
        account.run(FreshsalesOperation.update, List.of(Map.of("id", id, "a", 1)), Map.of());
        assertThat(account.requests).hasSize(3).allSatisfy(request -> assertThat(LambdaAccount.body(request))
                .containsPattern("70041234567[^.\\d]")
                .doesNotContain("E10"));
    }

    @Test
    void idWithAFractionIsRefused() {
        for (Object id : List.of(7.5, new BigDecimal("70041234567.25"), "7.5")) {
            assertThat(account.failure(FreshsalesOperation.update, Map.of("id", id), Map.of()))
                    .hasMessageContaining("fraction");
            assertThat(account.failure(FreshsalesOperation.get, null, Map.of(FreshsalesConstants.RECORD_ID, id)))
                    .hasMessageContaining("fraction");
            assertThat(account.failure(FreshsalesOperation.delete, List.of(id), Map.of()))
                    .hasMessageContaining("fraction");
            assertThat(account.failure(FreshsalesOperation.bulkDelete, List.of(id), Map.of()))
                    .hasMessageContaining("fraction");
        }
        assertThat(account.requests).isEmpty();
    }

    static Stream<Map<String, Object>> addresses() {
        return Stream.of(
                Map.of("email", "a@example.test", "emails", ""),
                Map.of("email", "a@example.test", "emails", "  "),
                Map.of("email", "a@example.test", "emails", List.of()),
                Map.of("email", "a@example.test"),
                Map.of("emails", "a@example.test"),
                Map.of("emails", new String[] {"", "a@example.test"}),
                Map.of("emails", List.of("", "a@example.test")),
                Map.of("emails", Map.of("value", "a@example.test")),
                Map.of("emails", List.of(Map.of("value", ""), Map.of("value", "a@example.test"))),
                Map.of("emails", Arrays.asList(null, "a@example.test")),
                Map.of("emails", two("true", false)),
                Map.of("emails", two(1, 0)),
                Map.of("emails", two("1", "0")),
                Map.of("emails", two(true, null)),
                Map.of("emails", two("TRUE", "false")));
    }

    private static List<Object> two(Object ofTheSecond, Object ofTheFirst) {
        Map<String, Object> first = new HashMap<>(Map.of("value", "z@example.test"));
        first.put("is_primary", ofTheFirst);
        return List.of(first, Map.of("value", "a@example.test", "is_primary", ofTheSecond));
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void contactIsMatchedByItsOneUsableAndPrimaryAddress(Map<String, Object> contact) {
        account.run(FreshsalesOperation.upsert, contact, Map.of());
        account.options.setWaitForJob(false);
        account.run(FreshsalesOperation.bulkUpsert, List.of(contact), Map.of());

        assertThat(LambdaAccount.body(account.requests.get(0)))
                .contains("\"unique_identifier\":{\"emails\":\"a@example.test\"}");
        assertThat(LambdaAccount.body(account.requests.get(1))).contains("{\"emails\":\"a@example.test\",\"data\":");
    }

    /** A record that is no Map. */
    public static final class Person {
        public String email = "p@example.test";
        public long id = 9;
    }

    @Test
    void resultsNameARecordTheSameWayWhateverBecomesOfIt() {
        account.options.setStopOnRecordError(false);
        List<Object> people = List.of(
                Map.of("email", "a@example.test"),
                "{\"email\":\"b@example.test\"}",
                new Person(),
                Map.of("contact", Map.of("name", "N")));
        for (int status : List.of(200, 400)) {
            for (FreshsalesOperation operation : List.of(FreshsalesOperation.create, FreshsalesOperation.upsert)) {
                account.service = request -> LambdaAccount.json(status, "{\"contact\":{\"id\":1}}");

                List<?> results =
                        (List<?>) account.run(operation, people, Map.of()).body();

                assertThat(results)
                        .as("%s %s", operation, status)
                        .extracting(result -> ((RecordResult) result).identifier())
                        .containsExactly("a@example.test", "b@example.test", "p@example.test", "N");
            }
            List<?> results = (List<?>) account.run(FreshsalesOperation.update, List.of(new Person()), Map.of())
                    .body();
            assertThat(results)
                    .extracting(result -> ((RecordResult) result).identifier().toString())
                    .containsExactly("9");
        }
        account.service = request -> LambdaAccount.json(200, "{\"contact\":{\"id\":1}}");
        List<?> unnamed = (List<?>) account.run(FreshsalesOperation.create, List.of(Map.of("city", "x")), Map.of())
                .body();
        assertThat(unnamed)
                .extracting(result -> ((RecordResult) result).identifier())
                .containsExactly(1L);
    }

    /** Lacks the field that comes back. */
    public static final class Small {
        public long id;
    }

    @Test
    void recordOfManyThatWasStoredButDoesNotFitItsClassSucceededWithAnErrorBeside() {
        account.options.setOutputFormat(OutputFormat.pojo);
        account.options.setOutputType(Small.class);
        account.service = request -> LambdaAccount.json(201, "{\"contact\":{\"id\":1,\"more\":2}}");

        List<?> results =
                (List<?>) account.run(FreshsalesOperation.create, List.of(Map.of("a", 1), Map.of("a", 2)), Map.of())
                        .body();

        assertThat(results).hasSize(2).allSatisfy(each -> {
            RecordResult result = (RecordResult) each;
            assertThat(result.outcome()).isEqualTo(Outcome.SUCCEEDED);
            assertThat(result.error().messages().get(0)).contains("does not fit into");
            assertThat(result.record()).isEqualTo(Map.of("id", 1L, "more", 2L));
        });
    }

    @Test
    void wordsOfAFailedBulkCallStandInTheExceptionItself() {
        account.service = request -> request.path().contains("bulk_upsert")
                ? LambdaAccount.json(200, "{\"job_status_url\":\"https://x/job_statuses/1\"}")
                : LambdaAccount.json(
                        200,
                        "{\"status\":\"COMPLETED\",\"data\":{\"record_status\":{\"succeeded\":0,\"failed\":2},"
                                + "\"detailed_failure_report\":[{\"emails\":\"a@example.test\",\"message\":\"Name is too long\"},"
                                + "{\"emails\":\"b@example.test\",\"message\":\"City is unknown\"}]}}");

        FreshsalesException e = account.failure(
                FreshsalesOperation.bulkUpsert,
                List.of(Map.of("email", "a@example.test"), Map.of("email", "b@example.test")),
                Map.of());

        assertThat(e)
                .hasMessageContaining("2 records failed")
                .hasMessageContaining("Name is too long")
                .hasMessageContaining("City is unknown");
        assertThat(e.getMessages()).contains("Name is too long", "City is unknown");
    }

    @Test
    void nothingToDeleteInBulkIsAnEmptyList() {
        account.options.setBatchMode(true);
        for (FreshsalesOperation operation : List.of(
                FreshsalesOperation.delete,
                FreshsalesOperation.create,
                FreshsalesOperation.update,
                FreshsalesOperation.upsert,
                FreshsalesOperation.bulkDelete)) {
            assertThat(account.run(operation, List.of(), Map.of()).body())
                    .as("%s", operation)
                    .isEqualTo(List.of());
        }
        assertThat(account.requests).isEmpty();
    }

    @Test
    void jobStatusIsJsonWhenJsonIsAskedFor() {
        account.options.setOutputFormat(OutputFormat.json);

        Object body = account.run(FreshsalesOperation.jobStatus, null, Map.of(FreshsalesConstants.JOB_ID, 1))
                .body();

        assertThat(body).isInstanceOf(String.class).asString().startsWith("{\"status\":\"COMPLETED\"");
    }

    @Test
    void forgetHasNoBulkCall() {
        account.options.setBatchMode(true);

        assertThat(account.failure(FreshsalesOperation.forget, List.of(1, 2), Map.of()))
                .hasMessageContaining("batchMode")
                .hasMessageContaining("bulkDelete");
        assertThat(account.requests).isEmpty();
    }

    @Test
    void manyIdsAreDeletedInChunksWithAResultForEach() {
        List<Long> ids = LongStream.range(0, 250).boxed().toList();

        List<?> results = (List<?>)
                account.run(FreshsalesOperation.bulkDelete, ids, Map.of()).body();

        assertThat(account.requests).hasSize(3);
        assertThat(results)
                .extracting(result -> ((RecordResult) result).identifier())
                .isEqualTo(ids);
    }

    @Test
    void bodyThatCanBeReadOnlyOnceIsNeverSafeToSendAgain() {
        account.service = request -> LambdaAccount.json(429, "");
        byte[] bytes = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);
        List<Object> once = List.of(
                new ByteArrayInputStream(bytes),
                new java.io.StringReader("{\"a\":1}"),
                List.of(Map.of("a", 1)).iterator(),
                Stream.of(Map.of("a", 1)));
        for (Object body : once) {
            assertThat(account.failure(FreshsalesOperation.create, body, Map.of())
                            .isRetryable())
                    .as(body.getClass().getName())
                    .isFalse();
        }
        for (Object body : List.of(bytes, "{\"a\":1}", Map.of("a", 1), List.of(Map.of("a", 1)))) {
            assertThat(account.failure(FreshsalesOperation.create, body, Map.of())
                            .isRetryable())
                    .as(body.getClass().getName())
                    .isTrue();
        }
    }

    @Test
    void unforeseenExceptionOfARecordKeepsWhatWasDoneBefore() {
        Object broken = new Object() {
            @SuppressWarnings("unused")
            public String getName() {
                throw new IllegalStateException("s3cret");
            }
        };
        for (FreshsalesOperation operation : List.of(FreshsalesOperation.create, FreshsalesOperation.upsert)) {
            FreshsalesException e = account.failure(operation, threeWith(broken), Map.of());

            assertThat(e.getResults())
                    .extracting(RecordResult::outcome)
                    .containsExactly(Outcome.SUCCEEDED, Outcome.FAILED);
            assertThat(e).hasMessageNotContaining("s3cret");
        }
    }

    @Test
    void viewThatNobodyHasIsAskedForOnceAndThenNowAndThen() {
        account.options.setViewName("Nobody's");
        account.service = request -> LambdaAccount.json(200, "{\"filters\":[{\"id\":1,\"name\":\"Mine\"}]}");
        for (int i = 0; i < 3; i++) {
            assertThat(account.failure(FreshsalesOperation.list, null, Map.of()))
                    .hasMessageContaining("Mine");
        }
        assertThat(account.requests).hasSize(1);

        account.now = account.now.plus(Duration.ofSeconds(61));
        for (int i = 0; i < 3; i++) {
            account.failure(FreshsalesOperation.list, null, Map.of());
        }

        assertThat(account.requests).hasSize(2);
    }

    @Test
    void metadataIsAskedForAgainAfterAnError() {
        account.service = request -> {
            throw new OutOfMemoryError("as a test");
        };
        assertThatThrownBy(() -> account.run(FreshsalesOperation.views, null, Map.of()))
                .isInstanceOf(OutOfMemoryError.class);

        account.service = request -> LambdaAccount.json(200, "{\"filters\":[]}");

        assertThat(account.run(FreshsalesOperation.views, null, Map.of()).body())
                .isEqualTo(Collections.emptyList());
        assertThat(new ArrayList<>(account.requests)).hasSize(2);
    }
}
