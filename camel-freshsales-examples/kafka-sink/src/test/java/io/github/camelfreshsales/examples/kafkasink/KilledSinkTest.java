// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.examples.kafkasink;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelfreshsales.simulator.FreshsalesSimulator;
import io.github.camelfreshsales.simulator.FreshsalesSimulatorExtension;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two consumers as processes of their own, one of which is killed without a warning. README.md says how to run it with
 * more records and kills.
 */
@Tag("kills")
class KilledSinkTest {

    private static final int RECORDS = Integer.getInteger("sink.records", 2_000);
    private static final int KILLS = Integer.getInteger("sink.kills", 1);
    private static final long SEED = Long.getLong("sink.seed", 20261128);
    private static final int PARTITIONS = 6;

    @RegisterExtension
    static final FreshsalesSimulatorExtension FRESHSALES =
            new FreshsalesSimulatorExtension(FreshsalesSimulator.builder()
                    .requires("contacts", "last_name")
                    .jobsTakeLooks(2)
                    .journalLimit(0));

    @TempDir
    Path folder;

    private final FreshsalesSimulator simulator = FRESHSALES.simulator();
    private final Random random = new Random(SEED);

    /** The last version of each contact, and the keys of the records that can never be one. */
    private final Map<String, Integer> last = new HashMap<>();

    private final Set<String> refused = new HashSet<>();
    private final List<Process> processes = new ArrayList<>();
    private LocalBroker broker;
    private Topic topic;
    private CommitWatch watch;

    @BeforeEach
    void fillTopic() throws IOException {
        broker = LocalBroker.in(Files.createDirectory(folder.resolve("broker")));
        topic = Topic.create(broker.address(), "contacts", PARTITIONS);
        for (int version = 1; version <= RECORDS; version++) {
            // every tenth changes a contact that an earlier one has made; every five hundredth can never be stored
            if (version % 500 == 0) {
                String key = "nameless" + version;
                refused.add(key);
                topic.send(key, "{\"email\":\"" + key + "@halcyon.test\"}");
            } else {
                int person = version % 10 == 0 ? 1 + random.nextInt(version - 1) : version;
                send("n" + person + "@halcyon.test", version);
            }
        }
        assertThat(topic.size()).isEqualTo(RECORDS);
        watch = new CommitWatch(broker.address(), topic, simulator);
    }

    private void send(String email, int version) {
        last.put(email, version);
        topic.send(email, "{\"email\":\"" + email + "\",\"last_name\":\"n\",\"job_title\":\"" + version + "\"}");
    }

    @AfterEach
    void stop() {
        processes.forEach(Process::destroyForcibly);
        topic.close();
        broker.close();
    }

    @Test
    @Timeout(1_200)
    void killedConsumerLosesNothingAndCommitsNothingThatIsNotStored(TestReporter reporter) throws Exception {
        processes.add(start());
        processes.add(start());
        for (int kill = 1; kill <= KILLS; kill++) {
            long left = RECORDS - topic.committedCount();
            long point = simulator.bulkItemsReceived() + 1 + random.nextInt((int) (left / (KILLS + 1 - kill + 1)));
            while (simulator.bulkItemsReceived() < point) {
                letWork();
            }
            Process victim = processes.get(random.nextInt(2));
            victim.destroyForcibly().waitFor();
            assertThat(victim.exitValue()).isNotZero();
            watch.check();
            processes.set(processes.indexOf(victim), start());
        }
        while (topic.committedCount() < RECORDS) {
            letWork();
        }
        watch.check();

        assertThat(watch.checked()).isEqualTo(RECORDS);
        assertThat(CommitWatch.versions(simulator)).isEqualTo(last);
        assertThat(simulator.count("contacts")).as("no identifier twice").isEqualTo(last.size());
        assertThat(DeadLetters.in(broker.address(), "contacts-refused").keySet())
                .isEqualTo(refused);
        reporter.publishEntry(
                "kills",
                "seed %d, %d records of %d contacts, %d kills; %d records sent in bulk, %d dead letters"
                        .formatted(
                                SEED, RECORDS, last.size(), KILLS, simulator.bulkItemsReceived(), topic.refusedSize()));
    }

    /** Gives the consumers a moment, while they are watched. */
    private void letWork() throws Exception {
        watch.check();
        for (Process process : processes) {
            if (!process.isAlive()) {
                throw new AssertionError("a consumer has ended: " + output());
            }
        }
        processes.get(0).waitFor(20, TimeUnit.MILLISECONDS);
    }

    private Process start() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder = new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-DbatchSize=200",
                        "-DpollTimeout=200",
                        "-DsessionTimeout=6000",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KafkaSink.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log()));
        builder.environment().put(KafkaSink.BROKERS, broker.address());
        builder.environment().put(KafkaSink.DOMAIN, simulator.domain());
        builder.environment().put(KafkaSink.API_KEY, simulator.apiKey());
        builder.environment().put(KafkaSink.JOB_POLL_INTERVAL, "100");
        return builder.start();
    }

    private File log() {
        return folder.resolve("output.log").toFile();
    }

    private String output() throws IOException {
        return Files.readString(log().toPath());
    }
}
