// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelfreshsales.FreshsalesException;
import io.github.camelfreshsales.RecordResult;
import io.github.camelfreshsales.RecordResult.Outcome;
import io.github.camelfreshsales.simulator.FreshsalesSimulator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A file that changes from night to night, and is sent with skipUnchanged, while the service fails, the repository goes away and
 * the process is killed. Whatever is told to be unchanged must be in the account as it is in the file.
 */
class RandomNightsTest {

    private static final int NIGHTS = 10;
    private static final int RECORDS = 60;
    private static final Duration LONGER_THAN_AWAITED = Duration.ofMillis(700);

    static LongStream seeds() {
        String given = System.getProperty("nights.seed");
        return given != null
                ? LongStream.of(Long.parseLong(given))
                : LongStream.rangeClosed(1, Integer.getInteger("nights.seeds", 2));
    }

    @ParameterizedTest(name = "-Dnights.seed={0}")
    @MethodSource("seeds")
    void theAccountEqualsTheFile(long seed) throws Exception {
        try (Run run = new Run(new Random(seed))) {
            for (int night = 1; night <= NIGHTS; night++) {
                run.night(night);
            }
            run.lastNight();
            assertThat(run.skipped).isPositive();
        }
    }

    private static final class Run implements AutoCloseable {

        private final Random random;
        private final FreshsalesSimulator simulator = FreshsalesSimulator.builder()
                .jobsTakeInTurn(Duration.ZERO, Duration.ofMillis(80), Duration.ZERO, LONGER_THAN_AWAITED)
                .start();
        private final List<Map<String, Object>> file = new ArrayList<>();
        private SentMemory sent = new SentMemory();
        private volatile Set<Object> refused = Set.of();
        private int skipped;

        Run(Random random) {
            this.random = random;
            simulator.failBulkItem(item -> refused.contains(item.get("emails")), "no");
            for (int n = 0; n < RECORDS; n++) {
                file.add(record(n));
            }
        }

        /** Few cities, so that a record often becomes again what it was before. */
        private Map<String, Object> record(int n) {
            return Map.of(
                    "email", "n" + n + "@example.test", "last_name", "n" + n, "city", "city " + random.nextInt(2));
        }

        void night(int night) throws Exception {
            change();
            disturb();
            String options = "resourceType=contacts&sentRepository=#sent&skipUnchanged="
                    + (random.nextInt(8) > 0) + "&stopOnRecordError=" + random.nextBoolean() + "&batchSize="
                    + (1 + random.nextInt(12)) + "&jobsInFlight=" + (1 + random.nextInt(4));
            String operation = random.nextInt(6) == 0 ? "upsert" : "bulkUpsert";
            compare(night + ": " + operation + "?" + options, results(operation + "?" + options, 500));
        }

        /** Nothing disturbs it, so that everything arrives. */
        void lastNight() throws Exception {
            calm();
            String uri = "bulkUpsert?resourceType=contacts&sentRepository=#sent&skipUnchanged=true";
            List<RecordResult> results = results(uri, 60_000);
            compare("last", results);
            assertThat(results)
                    .hasSameSizeAs(file)
                    .allMatch(result -> result.outcome() == Outcome.SUCCEEDED || result.outcome() == Outcome.UNCHANGED);
            assertThat(simulator.count("contacts")).isEqualTo(RECORDS);
        }

        private void change() {
            for (int changes = random.nextInt(12); changes > 0; changes--) {
                int n = random.nextInt(RECORDS);
                file.set(n, record(n));
            }
            while (file.size() > RECORDS) {
                file.remove(RECORDS);
            }
            for (int twice = random.nextInt(3); twice > 0; twice--) {
                file.add(record(random.nextInt(RECORDS)));
            }
        }

        private void calm() {
            simulator.withdrawTrouble();
            refused = Set.of();
            SentMemory next = new SentMemory();
            next.states.putAll(sent.states);
            sent = next;
        }

        private void disturb() {
            calm();
            if (random.nextInt(3) == 0) {
                refused = Set.of("n" + random.nextInt(RECORDS) + "@example.test");
            }
            if (random.nextInt(3) == 0) {
                trouble("contacts/*");
            }
            if (random.nextInt(4) == 0) {
                trouble("job_statuses/*");
            }
            if (random.nextInt(2) == 0) {
                kill();
            }
        }

        private void trouble(String path) {
            String method = path.startsWith("job") ? "GET" : "POST";
            var script = simulator.trouble().on(method, path).work().times(random.nextInt(4));
            switch (random.nextInt(4)) {
                case 0 -> script.answer(503).times(2);
                case 1 -> script.answer(400).times(2);
                case 2 -> script.dropConnection();
                default -> script.dropConnection().afterProcessing();
            }
        }

        /** From some call of the repository on, nothing of this process reaches the repository or the service. */
        private void kill() {
            sent.calls = 1 + random.nextInt(20);
            sent.lastIsUndone = random.nextBoolean();
            SentMemory killed = sent;
            simulator
                    .trouble()
                    .when(request -> killed.calls <= 0)
                    .dropConnection()
                    .forever();
        }

        private List<RecordResult> results(String uri, long jobTimeout) throws Exception {
            try (DefaultCamelContext context = new DefaultCamelContext()) {
                FreshsalesComponent component = new FreshsalesComponent();
                component.getConfiguration().setDomain(simulator.domain());
                component.getConfiguration().setApiKey(simulator.apiKey());
                component.getConfiguration().setJobPollInterval(100);
                component.getConfiguration().setJobTimeout(jobTimeout);
                component.getConfiguration().setMaxRetries(0);
                context.addComponent("freshsales", component);
                context.getRegistry().bind("sent", sent);
                context.start();
                Exchange exchange = context.createFluentProducerTemplate()
                        .withBody(List.copyOf(file))
                        .to("freshsales:" + uri)
                        .send();
                return exchange.getException() instanceof FreshsalesException failure
                        ? failure.getResults()
                        : (List<RecordResult>) exchange.getMessage().getBody();
            }
        }

        private void compare(String night, List<RecordResult> results) {
            Map<Object, Map<String, Object>> account = new HashMap<>();
            simulator.records("contacts").forEach(contact -> account.put(contact.get("email"), contact));
            Set<Object> leftOpen = sentBesideAnother(results);
            for (RecordResult result : results) {
                Map<String, Object> record = file.get(result.index());
                boolean isThere = result.outcome() == Outcome.UNCHANGED || result.outcome() == Outcome.SUCCEEDED;
                if (isThere && !leftOpen.contains(record.get("email"))) {
                    assertThat(account.get(record.get("email")))
                            .as("night %s, %s", night, result)
                            .containsAllEntriesOf(record);
                }
                skipped += result.outcome() == Outcome.UNCHANGED ? 1 : 0;
            }
        }

        /** Of those that stand in the file twice nobody can say which one is left, unless nothing was sent of them. */
        private Set<Object> sentBesideAnother(List<RecordResult> results) {
            Set<Object> twice = new HashSet<>();
            file.subList(RECORDS, file.size()).forEach(record -> twice.add(record.get("email")));
            Set<Object> sentNow = new HashSet<>();
            results.stream()
                    .filter(result -> result.outcome() != Outcome.UNCHANGED)
                    .forEach(result -> sentNow.add(file.get(result.index()).get("email")));
            twice.retainAll(sentNow);
            return twice;
        }

        @Override
        public void close() {
            simulator.close();
        }
    }
}
