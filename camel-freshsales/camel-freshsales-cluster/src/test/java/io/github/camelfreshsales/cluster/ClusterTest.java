// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelfreshsales.cluster.NodeProcess.Calls;
import io.github.camelfreshsales.simulator.FreshsalesSimulator;
import io.github.camelfreshsales.simulator.FreshsalesSimulatorBuilder;
import io.github.camelfreshsales.simulator.QuotaWindows;
import io.github.camelfreshsales.simulator.RateLimitReset;
import io.github.camelfreshsales.simulator.Switch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Three processes on one account of 1,000 calls an hour, with an hour that lasts only some seconds. */
@Timeout(600)
class ClusterTest {

    private static final int LIMIT = 1_000;
    private static final int NODES = 3;

    private final Postgres database = Postgres.empty();

    /** What happened in a run. */
    private record Run(List<Calls> nodes, long refused, long made) {

        @Override
        public String toString() {
            return "calls " + made + ", of each node " + nodes + ", refused " + refused;
        }
    }

    private static FreshsalesSimulatorBuilder account(Duration hour) {
        return FreshsalesSimulator.builder()
                .quota(LIMIT, 0)
                .quotaHour(hour)
                .rateLimitReset(RateLimitReset.SECONDS_LEFT)
                .journalLimit(0);
    }

    private static NodeProcess node(FreshsalesSimulator simulator, Duration hour, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                simulator.domain(), simulator.apiKey(), "8", String.valueOf(LIMIT), String.valueOf(hour.toMillis())));
        arguments.addAll(List.of(more));
        return NodeProcess.start(arguments);
    }

    /** Runs until so many calls have been made, by nodes that share the database, or are alone without one. */
    private static Run run(FreshsalesSimulatorBuilder account, Duration hour, int calls, String... more) {
        try (FreshsalesSimulator simulator = account.start()) {
            List<NodeProcess> nodes = IntStream.range(0, NODES)
                    .mapToObj(i -> node(simulator, hour, more))
                    .toList();
            try {
                nodes.forEach(NodeProcess::awaitReady);
                nodes.forEach(NodeProcess::begin);
                await().atMost(Duration.ofMinutes(9))
                        .until(() -> simulator.requestCount("GET", "selector/owners") >= calls);
                List<Calls> all = nodes.stream().map(NodeProcess::end).toList();
                long made = all.stream().mapToLong(Calls::succeeded).sum();
                return new Run(all, simulator.quotaExceededCount(), made);
            } finally {
                nodes.forEach(NodeProcess::close);
            }
        }
    }

    private static void assertThatAllAreServed(Run run) {
        assertThat(run.refused()).as(run.toString()).isZero();
        assertThat(run.nodes()).as(run.toString()).allSatisfy(calls -> assertThat(calls.succeeded())
                .isGreaterThanOrEqualTo((int) (run.made() / 4)));
    }

    @Test
    void nodesStayWithinTheAccountAndGetTheirShare() {
        Duration hour = Duration.ofSeconds(6);

        Run run = run(account(hour).with(Switch.QUOTA_HEADERS_ABSENT), hour, 600, database.url());

        assertThatAllAreServed(run);
    }

    static Stream<Arguments> accounts() {
        return Stream.of(QuotaWindows.values())
                .flatMap(windows -> Stream.of(Arguments.of(windows, true), Arguments.of(windows, false)));
    }

    @Tag("large")
    @ParameterizedTest
    @MethodSource("accounts")
    void nodesStayWithinTheAccountForHours(QuotaWindows windows, boolean headers) {
        Duration hour = Duration.ofSeconds(36);
        FreshsalesSimulatorBuilder account = account(hour).quotaWindows(windows);
        FreshsalesSimulatorBuilder told = headers ? account : account.with(Switch.QUOTA_HEADERS_ABSENT);

        Run run = run(told, hour, 2 * LIMIT, database.url());

        System.out.println("Shared, " + windows + (headers ? ", headers: " : ", no headers: ") + run);
        assertThatAllAreServed(run);
    }

    @Tag("large")
    @ParameterizedTest
    @MethodSource("accounts")
    void nodesThatCountAloneBurnTheAccount(QuotaWindows windows, boolean headers) {
        Duration hour = Duration.ofSeconds(36);
        FreshsalesSimulatorBuilder account = account(hour).quotaWindows(windows);
        FreshsalesSimulatorBuilder told = headers ? account : account.with(Switch.QUOTA_HEADERS_ABSENT);

        Run run = run(told, hour, 2 * LIMIT);

        System.out.println("Alone, " + windows + (headers ? ", headers: " : ", no headers: ") + run);
        assertThat(run.refused()).isGreaterThanOrEqualTo(headers ? 0 : 1); // headers teach each node in time, or nearly
    }

    @Test
    void nodeThatIsKilledTakesNothingFromTheOthersForLong() {
        Duration hour = Duration.ofSeconds(10);
        try (FreshsalesSimulator simulator =
                        account(hour).with(Switch.QUOTA_HEADERS_ABSENT).start();
                NodeProcess killed = node(simulator, hour, database.url());
                NodeProcess other = node(simulator, hour, database.url())) {
            killed.awaitReady();
            other.awaitReady();
            killed.begin();
            await().atMost(Duration.ofMinutes(2)).until(() -> simulator.quotaRemaining() < LIMIT - 50);

            killed.kill();
            other.begin();
            await().atMost(Duration.ofMinutes(2)).until(() -> simulator.quotaRemaining() < LIMIT - 300);

            assertThat(other.end().succeeded()).isPositive();
            assertThat(simulator.quotaExceededCount()).isZero();
        }
    }
}
