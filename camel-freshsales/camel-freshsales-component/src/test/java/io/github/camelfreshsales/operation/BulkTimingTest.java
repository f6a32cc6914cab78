// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelfreshsales.FreshsalesConstants;
import io.github.camelfreshsales.FreshsalesOperation;
import io.github.camelfreshsales.http.Request;
import io.github.camelfreshsales.http.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How long bulkUpsert takes, and how often it asks for its jobs, by a clock that only the test moves. */
class BulkTimingTest {

    private static final Duration OF_A_REQUEST = Duration.ofMillis(50);
    private static final int IN_FLIGHT = 4;

    private final LambdaAccount account = new LambdaAccount();
    private final Map<Integer, Instant> doneAt = new HashMap<>();
    private final Map<Integer, Integer> looks = new HashMap<>();

    private void jobsTake(IntFunction<Duration> duration) {
        account.service = request -> {
            account.now = account.now.plus(OF_A_REQUEST);
            return request.method().equals("POST") ? accepted(duration) : looked(request);
        };
    }

    private Response accepted(IntFunction<Duration> duration) {
        int job = doneAt.size();
        doneAt.put(job, account.now.plus(duration.apply(job)));
        return LambdaAccount.json(200, "{\"job_status_url\":\"https://x/job_statuses/" + job + "\"}");
    }

    private Response looked(Request request) {
        int job = Integer.parseInt(request.path().get(1));
        looks.merge(job, 1, Integer::sum);
        boolean isDone = !account.now.isBefore(doneAt.get(job));
        return LambdaAccount.json(
                200,
                isDone
                        ? "{\"status\":\"COMPLETED\",\"data\":{\"record_status\":{\"succeeded\":100,\"failed\":0}}}"
                        : "{\"status\":\"IN_PROGRESS\"}");
    }

    /** Upserts so many records, a hundred a job; gives the time it took. */
    private Duration upsert(int records) {
        account.options.setResourceType("contacts");
        List<Map<String, Object>> body = IntStream.range(0, records)
                .mapToObj(n -> Map.<String, Object>of("email", "n" + n + "@example.test"))
                .toList();
        Instant start = account.now;
        OperationResult result = account.run(FreshsalesOperation.bulkUpsert, body, Map.of());
        assertThat(result.headers()).containsEntry(FreshsalesConstants.SUCCEEDED_COUNT, (long) records);
        return Duration.between(start, account.now);
    }

    /** What four in flight allow to somebody who knows of each job when it is done. */
    private static Duration best(int jobs, IntFunction<Duration> duration) {
        PriorityQueue<Duration> ends = new PriorityQueue<>();
        Duration now = Duration.ZERO;
        Duration last = Duration.ZERO;
        for (int job = 0; job < jobs; job++) {
            if (ends.size() == IN_FLIGHT) {
                Duration free = ends.poll();
                now = now.compareTo(free) > 0 ? now : free;
            }
            now = now.plus(OF_A_REQUEST);
            Duration end = now.plus(duration.apply(job));
            ends.add(end);
            last = last.compareTo(end) > 0 ? last : end;
        }
        return last;
    }

    private double looksAfter(int first) {
        return looks.entrySet().stream()
                .filter(look -> look.getKey() >= first)
                .mapToInt(Map.Entry::getValue)
                .average()
                .orElse(0);
    }

    @ParameterizedTest(name = "jobs of {0} ms, one of {1} ms")
    @CsvSource({"1500,0", "3000,0", "5000,0", "9000,0", "1500,60000", "3000,60000", "9000,60000"})
    void jobsAreAskedForWhenTheyAreDone(long usual, long slow) {
        IntFunction<Duration> duration = job -> Duration.ofMillis(job == 3 && slow > 0 ? slow : usual);
        jobsTake(duration);

        Duration small = upsert(1_000);
        double ratio = (double) small.toMillis() / best(10, duration).toMillis();
        doneAt.clear();
        looks.clear();
        Duration large = upsert(10_000);
        double largeRatio = (double) large.toMillis() / best(100, duration).toMillis();

        assertThat(ratio).isLessThanOrEqualTo(1.15);
        assertThat(largeRatio).isLessThanOrEqualTo(1.15);
        assertThat(looksAfter(10)).isLessThanOrEqualTo(1.2);
    }

    @Test
    void jobsThatBecomeShorterAreSoonAskedForEarlier() {
        jobsTake(job -> Duration.ofMillis(doneAt.size() < 20 ? 9_000 : 1_500));

        upsert(2_000);
        Duration took = upsert(10_000);

        assertThat(took)
                .isLessThan(best(100, job -> Duration.ofMillis(1_500))
                        .multipliedBy(2)
                        .plusSeconds(60));
    }

    @Test
    void jobsThatBecomeMuchLongerAreSoonAskedForLater() {
        jobsTake(job -> Duration.ofMillis(doneAt.size() < 20 ? 1_500 : 30_000));
        upsert(2_000);
        looks.clear();

        Duration took = upsert(10_000);

        assertThat(took)
                .isLessThan(
                        best(100, job -> Duration.ofSeconds(30)).multipliedBy(5).dividedBy(4));
        assertThat(looksAfter(60)).isLessThanOrEqualTo(1.3);
    }

    @ParameterizedTest(name = "done at the look after {0}")
    @ValueSource(ints = {1, 2, 4})
    void jobsThatEndAfterSomeLooksDoNotGetSlowerAndSlower(int looksBefore) {
        account.service = request -> {
            account.now = account.now.plus(OF_A_REQUEST);
            return request.method().equals("POST")
                    ? accepted(job -> Duration.ofDays(1))
                    : lookedAfter(request, looksBefore);
        };

        Duration first = upsert(1_000);
        Duration tenTimesAsMany = upsert(10_000);

        assertThat(tenTimesAsMany).isLessThan(first.multipliedBy(30));
    }

    private Response lookedAfter(Request request, int looksBefore) {
        int job = Integer.parseInt(request.path().get(1));
        if (looks.merge(job, 1, Integer::sum) > looksBefore) {
            doneAt.put(job, account.now);
        }
        looks.merge(job, -1, Integer::sum);
        return looked(request);
    }

    @ParameterizedTest(name = "about {0} ms")
    @CsvSource({"1500", "3000", "5000", "9000"})
    void jobsThatScatterAreAskedForNearTheirEnd(long usual) {
        Random random = new Random(usual);
        List<Duration> durations = new ArrayList<>();
        IntStream.range(0, 200)
                .forEach(n -> durations.add(Duration.ofMillis((long) (usual * (0.7 + 0.6 * random.nextDouble())))));
        jobsTake(durations::get);

        upsert(1_000);
        doneAt.clear();
        looks.clear();
        Duration took = upsert(20_000);

        double ratio = (double) took.toMillis() / best(200, durations::get).toMillis();
        assertThat(ratio).isLessThanOrEqualTo(1.25);
        assertThat(looksAfter(0)).isLessThanOrEqualTo(1.45);
    }
}
