// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelfreshsales.FreshsalesConstants;
import io.github.camelfreshsales.FreshsalesException;
import io.github.camelfreshsales.FreshsalesOperation;
import io.github.camelfreshsales.RecordResult;
import io.github.camelfreshsales.RecordResult.Outcome;
import io.github.camelfreshsales.http.Request;
import io.github.camelfreshsales.http.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of the records of a job, for every report that a service may make of it. */
class JobReportTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int REPORTS = 20_000;

    private final LambdaAccount account = new LambdaAccount();

    @BeforeEach
    void contacts() {
        account.options.setResourceType("contacts");
        account.options.setStopOnRecordError(false);
    }

    /**
     * What a service did, and what it says of it.
     *
     * @param stored the places of the records that it stored
     * @param failed the places of those that it refused; the others it skipped
     */
    private record Job(
            List<Map<String, Object>> records, TreeSet<Integer> stored, TreeSet<Integer> failed, Object said) {}

    private static final class Generator {

        private final Random random;

        Generator(long seed) {
            random = new Random(seed);
        }

        @SafeVarargs
        private <T> T one(T... of) {
            return of[random.nextInt(of.length)];
        }

        Job job() {
            int size = 1 + random.nextInt(8);
            boolean areNumbers = random.nextInt(3) == 0;
            List<Object> identifiers = new ArrayList<>();
            for (int place = 0; place < size; place++) {
                identifiers.add(areNumbers ? (Object) (place + 1) : "n" + place + "@example.test");
            }
            Collections.shuffle(identifiers, random);
            if (size > 1 && random.nextInt(5) == 0) {
                identifiers.set(0, identifiers.get(1));
            }
            String field = areNumbers ? "external_id" : "emails";
            List<Map<String, Object>> records = new ArrayList<>();
            TreeSet<Integer> stored = new TreeSet<>();
            TreeSet<Integer> failed = new TreeSet<>();
            boolean skips = random.nextInt(6) == 0;
            int badness = random.nextInt(4);
            for (int place = 0; place < size; place++) {
                records.add(Map.of(field, identifiers.get(place), "name", "N" + place));
                if (skips && random.nextInt(4) == 0) {
                    continue;
                }
                (random.nextInt(4) < badness ? failed : stored).add(place);
            }
            return new Job(records, stored, failed, said(field, identifiers, stored, failed));
        }

        private Object said(String field, List<Object> identifiers, TreeSet<Integer> stored, TreeSet<Integer> failed) {
            List<Object> items = items(field, identifiers, failed);
            Map<String, Object> data = new LinkedHashMap<>();
            boolean isTold = random.nextInt(12) > 0;
            Object counts = counts(identifiers.size(), stored.size(), failed.size(), isTold && !items.isEmpty());
            if (counts != null) {
                data.put("record_status", counts);
            }
            Object report = random.nextInt(6) == 0 ? asMap(items) : items;
            if (isTold) {
                data.put(
                        "detailed_failure_report",
                        one(report, report, report, report, items.isEmpty() ? null : "see mail", report));
            }
            Map<String, Object> job = new LinkedHashMap<>();
            job.put(
                    "status",
                    one("SUCCESS", "COMPLETED", "success", "FAILED", "CANCELLED", "ABORTED", "PARTIAL_SUCCESS"));
            job.put("data", random.nextBoolean() ? data : text(data));
            return random.nextBoolean() ? job : Map.of("job_status", job);
        }

        private static Object asMap(List<Object> items) {
            Map<String, Object> map = new LinkedHashMap<>();
            for (Object item : items) {
                if (!(item instanceof Map<?, ?> fields) || fields.get("identifier") == null) {
                    return items;
                }
                map.put(String.valueOf(fields.get("identifier")), "Name is too long");
            }
            return map;
        }

        /** True counts, or counts whose falsehood shows: they do not add up, or do not fit the items. */
        private Object counts(int size, int stored, int failed, boolean hasItems) {
            int skipped = size - stored - failed;
            Map<String, Object> truth = new LinkedHashMap<>();
            truth.put("succeeded", stored);
            truth.put("failed", failed);
            if (skipped > 0) {
                truth.put("skipped", skipped);
            }
            Map<String, Object> text = new LinkedHashMap<>();
            truth.forEach((key, value) -> text.put(key, value.toString()));
            Map<String, Object> all = new LinkedHashMap<>(truth);
            all.put("total", size);
            Supplier<Object> other = one(
                    () -> null,
                    () -> Map.of("succeeded", 0, "failed", 0),
                    () -> Map.of("succeeded", stored, "failed", 0.5),
                    () -> Map.of("succeeded", size + 1, "failed", 0),
                    () -> Map.of("succeeded", stored, "failed", 99_999_999_999L),
                    () -> Map.of("succeeded", stored, "failed", -failed - 1),
                    () -> Map.of("succeeded", stored, "failed", failed, "ignored", skipped + 1),
                    () -> hasItems && failed > 0 ? Map.of("succeeded", size, "failed", 0) : truth,
                    () -> "all of them");
            return one(truth, text, all, truth, other.get());
        }

        private List<Object> items(String field, List<Object> identifiers, TreeSet<Integer> failed) {
            int form = random.nextInt(8);
            int base = random.nextInt(2);
            List<Object> items = new ArrayList<>();
            for (int place : failed) {
                if (random.nextInt(8) == 0) {
                    continue;
                }
                Object item = item(form, field, identifiers, place, base);
                items.add(item);
                if (random.nextInt(10) == 0) {
                    items.add(item);
                }
            }
            Collections.shuffle(items, random);
            return items;
        }

        private Object item(int form, String field, List<Object> identifiers, int place, int base) {
            Object own = identifiers.get(place);
            Object others = identifiers.get(random.nextInt(identifiers.size()));
            Map<String, Object> item = new LinkedHashMap<>();
            item.put("message", one("Name is too long", List.of("Name is too long"), Map.of("name", "is too long")));
            switch (form) {
                case 0 -> item.put(field, own);
                case 1 -> item.put("identifier", own);
                case 2 -> item.put(one("record", "data"), Map.of(field, own, "name", "N" + place));
                case 3 -> item.put(one("index", "row"), place + base);
                case 4 -> {
                    item.put("row", place + base);
                    item.put("identifier", own);
                }
                case 5 -> {
                    item.put("identifier", own);
                    item.put("code", others);
                    item.put("line", others);
                    item.put("duplicate_of", others);
                }
                case 6 -> {
                    item.put("row_number", place + base);
                    item.put("code", others);
                    item.put("line", random.nextInt(10));
                }
                default -> {
                    return "The record " + own + " could not be stored: name is too long";
                }
            }
            return item;
        }
    }

    private static String text(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<?> results(Job job) {
        account.service = request -> request.method().equals("POST")
                ? LambdaAccount.json(200, "{\"job_status_url\":\"https://x/job_statuses/1\"}")
                : LambdaAccount.json(200, text(job.said()));
        account.options.setUniqueIdentifier(job.records().get(0).containsKey("emails") ? null : "external_id");
        return (List<?>) account.run(FreshsalesOperation.bulkUpsert, job.records(), Map.of())
                .body();
    }

    @Test
    void noReportMakesASuccessOfWhatWasNotStoredOrAFailureOfWhatWas() {
        long first = Long.getLong("freshsales.seed", System.nanoTime() & 0xffff_ffffL);
        Map<Outcome, Integer> seen = new EnumMap<>(Outcome.class);
        for (long seed = first; seed < first + REPORTS; seed++) {
            Job job = new Generator(seed).job();
            String what = "-Dfreshsales.seed=" + seed + " stored " + job.stored() + " failed " + job.failed() + " of "
                    + job.records() + ": " + text(job.said());

            List<?> results = results(job);

            assertThat(results).as(what).hasSize(job.records().size());
            for (int place = 0; place < results.size(); place++) {
                RecordResult result = (RecordResult) results.get(place);
                assertThat(result.index()).as(what).isEqualTo(place);
                if (result.outcome() == Outcome.SUCCEEDED) {
                    assertThat(job.stored()).as(what).contains(place);
                } else {
                    assertThat(result.error().messages()).as(what).isNotEmpty();
                }
                if (result.outcome() == Outcome.FAILED) {
                    assertThat(job.stored()).as(what).doesNotContain(place);
                }
                seen.merge(result.outcome(), 1, Integer::sum);
            }
        }
        assertThat(seen).as("each outcome, often").hasSize(3).allSatisfy((outcome, count) -> assertThat(count)
                .isGreaterThan(REPORTS / 10));
    }

    private static List<Map<String, Object>> contacts(int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> Map.<String, Object>of("email", "n" + n + "@example.test"))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"message\":\"m\",\"job_status_url\":\"\"}",
                "{\"message\":\"m\",\"job_status_url\":\"../x/..\"}",
                "{\"message\":\"m\",\"job_status_url\":\"https://x/job_statuses/%2e%2e\"}",
                "{\"message\":\"m\",\"job_status_url\":7}",
                "{\"message\":\"m\",\"job_status_url\":null}",
                "{\"message\":\"m\"}"
            })
    void acceptedWithoutAJobThatCanBeAskedForIsOfUnknownFate(String accepted) {
        for (boolean waits : List.of(true, false)) {
            account.requests.clear();
            account.options.setWaitForJob(waits);
            account.options.setStopOnRecordError(true);
            account.options.setBatchSize(2);
            account.service = request -> account.requests.size() == 1
                    ? LambdaAccount.json(200, "{\"job_status_url\":\"https://x/job_statuses/1\"}")
                    : request.method().equals("GET")
                            ? LambdaAccount.json(
                                    200,
                                    "{\"status\":\"COMPLETED\",\"data\":{\"record_status\":{\"succeeded\":2,\"failed\":0}}}")
                            : LambdaAccount.json(200, accepted);

            FreshsalesException e = account.failure(FreshsalesOperation.bulkUpsert, contacts(3), Map.of());

            assertThat(e).isNotNull().hasMessageContaining("unknown outcome");
            assertThat(e.isOutcomeUnknown()).isTrue();
            assertThat(e.isRetryable()).isFalse();
            assertThat(e.getResults()).hasSize(3);
            assertThat(e.getResults().get(2).outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(e.getResults().get(0).outcome()).isEqualTo(waits ? Outcome.SUCCEEDED : Outcome.UNKNOWN);
        }
    }

    private static Response strange(int number) {
        return switch (number % 6) {
            case 0 -> LambdaAccount.json(200, "<html><title>Wait</title></html>");
            case 1 -> LambdaAccount.json(200, "{\"status\":\"COMP");
            case 2 -> LambdaAccount.json(503, "");
            case 3 -> LambdaAccount.json(200, "");
            case 4 -> LambdaAccount.json(520, "");
            default -> LambdaAccount.json(200, "{\"errors\":{\"message\":[\"later\"]}}");
        };
    }

    private static boolean isLook(Request request) {
        return request.path().contains("job_statuses");
    }

    @Test
    void jobIsAskedForUntilItCanBeRead() {
        account.options.setMaxRetries(0);
        account.service = request -> !isLook(request)
                ? LambdaAccount.json(200, "{\"job_status_url\":\"https://x/job_statuses/1\"}")
                : account.requests.size() < 40
                        ? strange(account.requests.size())
                        : LambdaAccount.json(
                                200,
                                "{\"status\":\"COMPLETED\",\"data\":{\"record_status\":{\"succeeded\":2,\"failed\":0}}}");

        OperationResult result = account.run(FreshsalesOperation.bulkUpsert, contacts(2), Map.of());

        assertThat(result.headers()).containsEntry(FreshsalesConstants.SUCCEEDED_COUNT, 2L);
    }

    @Test
    void jobThatCanNeverBeReadIsOfUnknownFateWhenItsTimeIsOver() {
        account.options.setJobTimeout(60_000);
        account.options.setStopOnRecordError(true);
        account.service = request -> isLook(request)
                ? strange(account.requests.size())
                : LambdaAccount.json(200, "{\"job_status_url\":\"https://x/job_statuses/1\"}");
        var start = account.now;

        FreshsalesException e = account.failure(FreshsalesOperation.bulkUpsert, contacts(2), Map.of());

        assertThat(Duration.between(start, account.now)).isBetween(Duration.ofSeconds(55), Duration.ofSeconds(65));
        assertThat(account.requests).hasSizeLessThan(300);
        assertThat(e.isOutcomeUnknown()).isTrue();
        assertThat(e.getResults()).extracting(RecordResult::outcome).containsOnly(Outcome.UNKNOWN);
    }

    @Test
    void startedJobsNameTheIndexesOfTheirRecordsAlsoAfterASkippedOne() {
        account.options.setWaitForJob(false);
        account.options.setBatchSize(2);
        account.service = request -> LambdaAccount.json(
                200, "{\"job_status_url\":\"https://x/job_statuses/" + account.requests.size() + "\"}");
        List<Map<String, Object>> records = new ArrayList<>(contacts(5));
        records.set(1, Map.of("first_name", "Nobody"));

        List<?> body = (List<?>)
                account.run(FreshsalesOperation.bulkUpsert, records, Map.of()).body();

        assertThat(((Map<?, ?>) body.get(0)).get("indexes")).isEqualTo(List.of(0, 2));
        assertThat(((Map<?, ?>) body.get(0)).get("firstIndex")).isEqualTo(0);
        assertThat(((Map<?, ?>) body.get(0)).get("records")).isEqualTo(2);
        assertThat(((Map<?, ?>) body.get(1)).get("indexes")).isEqualTo(List.of(3, 4));
        assertThat(((RecordResult) body.get(2)).index()).isEqualTo(1);
    }

    @Test
    void jobStatusKeepsTheHeaderThatSteersIt() {
        Map<String, Object> headers = new HashMap<>(Map.of(FreshsalesConstants.JOB_ID, 4));
        assertThat(OperationResult.outdatedBy(FreshsalesOperation.jobStatus))
                .doesNotContainAnyElementsOf(headers.keySet());
        assertThat(OperationResult.outdatedBy(FreshsalesOperation.bulkUpsert)).containsAll(headers.keySet());
        assertThat(Option.rows().stream().map(Option::header).filter(Objects::nonNull))
                .as("no other header that a result sets steers a call")
                .filteredOn(OperationResult.outdatedBy(FreshsalesOperation.bulkUpsert)::contains)
                .containsExactly(FreshsalesConstants.JOB_ID);
    }
}
