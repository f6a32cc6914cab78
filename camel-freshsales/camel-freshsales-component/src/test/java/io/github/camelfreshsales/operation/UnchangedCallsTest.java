// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelfreshsales.FreshsalesOperation;
import io.github.camelfreshsales.ResultMode;
import io.github.camelfreshsales.http.Request;
import io.github.camelfreshsales.http.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.junit.jupiter.api.Test;

/** A large file that is sent every night, to a service whose jobs take seconds by a clock that only the test moves. */
class UnchangedCallsTest {

    private static final int RECORDS = 100_000;
    private static final int READ_AHEAD = 200;

    private final LambdaAccount account = new LambdaAccount();
    private final Map<Integer, Instant> doneAt = new HashMap<>();
    private final Random random = new Random(17);
    private int pulled;
    private int pulledBeforeFirstCall;

    private Response answer(Request request) {
        account.now = account.now.plusMillis(50);
        if (request.method().equals("POST")) {
            pulledBeforeFirstCall = doneAt.isEmpty() ? pulled : pulledBeforeFirstCall;
            doneAt.put(doneAt.size(), account.now.plusMillis(1_500 + random.nextInt(7_500)));
            return LambdaAccount.json(
                    200, "{\"job_status_url\":\"https://x/job_statuses/" + (doneAt.size() - 1) + "\"}");
        }
        boolean isDone =
                !account.now.isBefore(doneAt.get(Integer.parseInt(request.path().get(1))));
        return LambdaAccount.json(
                200,
                isDone
                        ? "{\"status\":\"COMPLETED\",\"data\":{\"record_status\":{\"succeeded\":100,\"failed\":0}}}"
                        : "{\"status\":\"IN_PROGRESS\"}");
    }

    private Object night(String city) {
        pulled = 0;
        doneAt.clear();
        Iterator<Map<String, Object>> file = IntStream.range(0, RECORDS)
                .mapToObj(n -> {
                    pulled++;
                    return Map.<String, Object>of(
                            "email", "n" + n + "@example.test", "city", n % 100 == 37 ? city : "Lagos");
                })
                .iterator();
        return account.run(FreshsalesOperation.bulkUpsert, file, Map.of()).body();
    }

    @Test
    void aHundredThousandRecordsOfWhichOnePercentHasChangedTakeAtMost25Calls() {
        account.service = this::answer;
        account.options.setResourceType("contacts");
        account.options.setResultMode(ResultMode.summary);
        account.options.setSentRepository(new MemoryStateRepository());
        account.options.setSkipUnchanged(true);
        account.options.setJobPollInterval(20_000); // nobody waits for it at night
        night("Oslo");
        assertThat(pulledBeforeFirstCall).isLessThanOrEqualTo(READ_AHEAD);
        account.forget();
        Instant start = account.now;

        Object second = night("Lima");

        assertThat((Map<String, Object>) second)
                .containsEntry("unchanged", 99_000L)
                .containsEntry("succeeded", 1_000L);
        assertThat(account.requests)
                .filteredOn(request -> request.method().equals("POST"))
                .hasSize(10);
        assertThat(account.requests).hasSizeLessThanOrEqualTo(25);
        assertThat(Duration.between(start, account.now)).isLessThan(Duration.ofMinutes(2));
    }
}
