// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.examples.kafkasink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelfreshsales.simulator.FreshsalesSimulator;
import io.github.camelfreshsales.simulator.FreshsalesSimulatorExtension;
import io.github.camelfreshsales.simulator.Trouble;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.camel.CamelContext;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The route on a real broker and a simulator; each test has a topic of its own. */
class KafkaSinkTest {

    private static final int PARTITIONS = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    @RegisterExtension
    static final FreshsalesSimulatorExtension FRESHSALES =
            new FreshsalesSimulatorExtension(FreshsalesSimulator.builder().requires("contacts", "last_name"));

    @TempDir
    static Path folder;

    private static LocalBroker broker;

    private final FreshsalesSimulator simulator = FRESHSALES.simulator();
    private final List<CamelContext> consumers = new ArrayList<>();
    private Topic topic;
    private String name;
    private int versions;

    @BeforeAll
    static void startBroker() throws IOException {
        broker = LocalBroker.in(folder);
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @BeforeEach
    void createTopic(TestInfo test) {
        name = test.getTestMethod().orElseThrow().getName();
        topic = Topic.create(broker.address(), name, PARTITIONS);
    }

    @AfterEach
    void stop() throws Exception {
        for (CamelContext consumer : consumers) {
            consumer.close();
        }
        topic.close();
    }

    @Test
    void eachPartitionOfABatchIsCommitted() throws Exception {
        sendContacts(0, 250);

        consume();

        awaitAllCommitted();
        assertThat(topic.committed()).isEqualTo(topic.ends()).hasSize(PARTITIONS);
        assertThat(simulator.count("contacts")).isEqualTo(250);
        assertThat(simulator.requestCount("POST", "contacts/bulk_upsert"))
                .as("one batch, though of four partitions")
                .isEqualTo(3);
    }

    @Test
    void lastRecordOfAnIdentifierWinsAndNoFieldOfTheOthersIsLost() throws Exception {
        topic.send("ann", contact("ann@halcyon.test", "\"last_name\":\"Hollis\",\"job_title\":\"1\""));
        topic.send("ann", contact("Ann@Halcyon.test", "\"city\":\"Oslo\",\"job_title\":\"2\""));
        topic.send("ann", contact("ann@halcyon.test", "\"job_title\":\"3\""));

        consume();

        awaitAllCommitted();
        assertThat(simulator.records("contacts")).singleElement().satisfies(ann -> assertThat(ann)
                .containsEntry("last_name", "Hollis")
                .containsEntry("city", "Oslo")
                .containsEntry("job_title", "3"));
    }

    @Test
    void recordsThatCanNeverBeContactsAreDeadLettersWithAReasonAndTheOthersAreStored() throws Exception {
        topic.send("nameless", contact("nameless@halcyon.test", "\"city\":\"Oslo\""));
        topic.send("broken", "{\"email\":");
        topic.send("list", "[1]");
        topic.send("stranger", "{\"last_name\":\"Quill\"}");
        topic.send("gone", null);
        sendContacts(0, 20);

        consume();

        awaitAllCommitted();
        assertThat(simulator.count("contacts")).isEqualTo(20);
        Map<String, ConsumerRecord<String, String>> letters = DeadLetters.in(broker.address(), name + "-refused");
        assertThat(letters).containsOnlyKeys("nameless", "broken", "list", "stranger", "gone");
        assertThat(header(letters.get("nameless"), "refused-reason"))
                .startsWith("400 ")
                .contains("Last name");
        assertThat(header(letters.get("broken"), "refused-reason")).isEqualTo("The value is not JSON");
        assertThat(header(letters.get("list"), "refused-reason")).isEqualTo("The value is no JSON object");
        assertThat(header(letters.get("stranger"), "refused-reason")).contains("no email");
        assertThat(header(letters.get("gone"), "refused-reason")).isEqualTo("The value is no JSON object");
        assertThat(letters.get("broken").value()).isEqualTo("{\"email\":");
        assertThat(letters.get("gone").value()).isNull();
        assertThat(letters.values()).allSatisfy(letter -> {
            assertThat(header(letter, "refused-topic")).isEqualTo(name);
            assertThat(header(letter, "refused-partition")).matches("[0-3]");
            assertThat(header(letter, "refused-offset")).matches("\\d+");
            assertThat(letter.headers().toArray())
                    .as("nothing else, and no key")
                    .extracting(Header::key)
                    .allMatch(key -> key.startsWith("refused-"));
            assertThat(letter.toString()).doesNotContain(simulator.apiKey());
        });
    }

    @Test
    void nothingIsCommittedWhileTheServiceIsAwayAndNothingIsLost() throws Exception {
        Trouble outage = simulator.trouble().answer(401).forever();
        sendContacts(0, 30);

        consume();
        await().atMost(PATIENCE).until(() -> simulator.requestCount() > 3);
        sendContacts(30, 60);
        await().atMost(PATIENCE).until(() -> simulator.requestCount() > 6);

        assertThat(topic.committedCount()).isZero();
        assertThat(topic.refusedSize()).isZero();
        outage.withdraw();
        awaitAllCommitted();
        assertThat(simulator.count("contacts")).isEqualTo(60);
        assertThat(topic.refusedSize()).isZero();
    }

    @Test
    void thirdConsumerJoinsAndTheLastRecordOfEachIdentifierStillWins() throws Exception {
        Report first = consume();
        Report second = consume();
        sendVersionsUntil(() -> first.records() > 0 && second.records() > 0);

        sendVersions(10);
        Report third = consume();
        sendVersionsUntil(() -> third.records() > 0);

        assertThat(simulator.count("contacts")).isEqualTo(100);
        assertThat(simulator.records("contacts"))
                .extracting(contact -> contact.get("job_title"))
                .containsOnly(String.valueOf(versions));
    }

    private void sendContacts(int from, int to) {
        for (int i = from; i < to; i++) {
            String email = "n" + i + "@halcyon.test";
            topic.send(email, contact(email, "\"last_name\":\"n" + i + "\""));
        }
    }

    private void sendVersionsUntil(BooleanSupplier condition) {
        do {
            sendVersions(2);
            awaitAllCommitted();
        } while (!condition.getAsBoolean());
    }

    /** So many further states of a hundred contacts. */
    private void sendVersions(int count) {
        for (int i = 0; i < count; i++) {
            versions++;
            for (int person = 0; person < 100; person++) {
                String email = "n" + person + "@halcyon.test";
                topic.send(email, contact(email, "\"last_name\":\"n\",\"job_title\":\"" + versions + "\""));
            }
        }
    }

    private static String contact(String email, String fields) {
        return "{\"email\":\"" + email + "\"," + fields + "}";
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private Report consume() throws Exception {
        Report report = new Report("sink", new PrintStream(OutputStream.nullOutputStream()));
        consumers.add(KafkaSink.start(
                broker.address(),
                Account.of(simulator),
                report,
                Map.of("topic", name, "pollTimeout", "200", "redeliveries", "1", "redeliveryDelay", "20")));
        return report;
    }

    private void awaitAllCommitted() {
        await().atMost(PATIENCE).until(() -> topic.size() > 0 && topic.committedCount() == topic.size());
    }
}
