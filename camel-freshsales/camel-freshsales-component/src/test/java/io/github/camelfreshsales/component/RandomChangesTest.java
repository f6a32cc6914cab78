// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelfreshsales.FreshsalesException;
import io.github.camelfreshsales.simulator.Switch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Thousands of changes, faults and restarts in no order at all. Each change that was not overtaken by a later one of the same
 * record must arrive, and once only, unless a kill explains a second time.
 */
class RandomChangesTest {

    private static final int STEPS = 400;
    private static final List<Switch> FORMS = List.of(
            Switch.SHORT_PAGES,
            Switch.META_ABSENT,
            Switch.SEARCH_ROWS_OUT_OF_ORDER,
            Switch.IS_AFTER_INCLUDES_BOUND,
            Switch.LAST_PAGE_REPEATS,
            Switch.META_TOTAL_TOO_HIGH);

    static LongStream seeds() {
        String given = System.getProperty("changes.seed");
        return given != null
                ? LongStream.of(Long.parseLong(given))
                : LongStream.rangeClosed(1, Integer.getInteger("changes.seeds", 6));
    }

    @ParameterizedTest(name = "-Dchanges.seed={0}")
    @MethodSource("seeds")
    void everyChangeArrives(long seed) throws Exception {
        try (Run run = new Run(new Random(seed))) {
            run.allSteps();

            assertThat(run.missing()).as("changes that never arrived").isEmpty();
            if (run.kills == 0) {
                assertThat(run.twice()).as("changes that arrived twice").isEmpty();
            }
        }
    }

    private static final class Run implements AutoCloseable {

        private final Random random;
        private final FollowedAccount account = new FollowedAccount();
        private final List<Long> ids = new ArrayList<>();
        private final boolean withKills;
        private final int failingEvery;
        private final String options;
        private String kept;
        private int kills;

        Run(Random random) throws Exception {
            this.random = random;
            withKills = random.nextBoolean();
            failingEvery = random.nextBoolean() ? 40 : 0;
            if (random.nextBoolean()) {
                account.simulator.turnOn(FORMS.get(random.nextInt(FORMS.size())));
            }
            account.simulator.searchLag(Duration.ofSeconds(random.nextInt(9)));
            options = "resourceType=contacts&startFrom=beginning&stateKey=random&perPage=" + (1 + random.nextInt(12))
                    + "&maxMessagesPerPoll=" + random.nextInt(3) * 15;
            account.failOn(exchange -> failingEvery > 0 && random.nextInt(failingEvery) == 0);
            account.follow(options);
        }

        void allSteps() throws Exception {
            for (int step = 0; step < STEPS; step++) {
                step();
            }
            account.failOn(exchange -> false);
            for (int quiet = 0; quiet < 40; quiet++) {
                account.clock.advance(Duration.ofMinutes(5)); // a 429 may have closed the hour
                poll();
            }
        }

        private void step() throws Exception {
            int dice = random.nextInt(100);
            if (dice < 40) {
                burst();
            } else if (dice < 60) {
                account.clock.advance(Duration.ofSeconds(random.nextInt(4)));
            } else if (dice < 65) {
                account.clock.advance(Duration.ofSeconds(random.nextInt(90)));
            } else if (dice < 72) {
                changeWhileReading();
            } else if (dice < 77) {
                failACall();
            } else if (dice < 80) {
                restart();
            } else if (dice < 82 && withKills) {
                kill();
            } else {
                poll();
            }
        }

        private void burst() {
            int size = 1 + random.nextInt(12);
            for (int i = 0; i < size; i++) {
                change();
            }
        }

        private void change() {
            if (ids.isEmpty() || random.nextInt(3) > 0) {
                ids.add(account.contact("N" + ids.size()));
            } else {
                account.simulator.update("contacts", anyId(), Map.of("job_title", "T" + random.nextInt()));
            }
        }

        private long anyId() {
            return ids.get(random.nextInt(ids.size()));
        }

        private void changeWhileReading() {
            account.simulator
                    .trouble()
                    .on("POST", "filtered_search/contact")
                    .run(() -> {
                        account.clock.advance(Duration.ofSeconds(random.nextInt(3)));
                        change();
                    })
                    .times(1 + random.nextInt(4));
        }

        private void failACall() {
            int[] statuses = {429, 500, 503, 408};
            account.simulator.trouble().answer(statuses[random.nextInt(statuses.length)]);
        }

        private void restart() throws Exception {
            String state = account.repository.getState("random");
            startWith(state);
        }

        /** What was delivered since the cursor was last kept aside is forgotten. */
        private void kill() throws Exception {
            kills++;
            startWith(kept);
        }

        private void startWith(String state) throws Exception {
            account.stop();
            account.repository = new MemoryStateRepository();
            if (state != null) {
                account.repository.setState("random", state);
            }
            account.follow(options);
        }

        private void poll() {
            kept = account.repository.getState("random");
            try {
                account.poll();
            } catch (Exception e) {
                assertThat(e).isInstanceOfAny(FreshsalesException.class, IllegalStateException.class);
            }
        }

        private Map<String, Integer> arrived() {
            Map<String, Integer> arrived = new HashMap<>();
            for (Exchange exchange : account.delivered) {
                Map<?, ?> record = exchange.getMessage().getBody(Map.class);
                arrived.merge(state(record), 1, Integer::sum);
            }
            return arrived;
        }

        /** A record may change twice within a second. */
        private static String state(Map<?, ?> record) {
            return record.get("id") + " " + record.get("updated_at") + " " + record.get("job_title");
        }

        Set<String> missing() {
            Set<String> missing = new HashSet<>();
            account.simulator.records("contacts").forEach(record -> missing.add(state(record)));
            missing.removeAll(arrived().keySet());
            return missing;
        }

        Stream<String> twice() {
            return arrived().entrySet().stream()
                    .filter(entry -> entry.getValue() > 1)
                    .map(Map.Entry::getKey);
        }

        @Override
        public void close() throws Exception {
            account.close();
        }
    }
}
