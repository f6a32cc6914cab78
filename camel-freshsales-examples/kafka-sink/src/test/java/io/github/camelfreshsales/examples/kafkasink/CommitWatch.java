// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.examples.kafkasink;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelfreshsales.simulator.FreshsalesSimulator;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Sees to it that whatever is committed is stored: the commits are asked for first, and then the account. */
final class CommitWatch {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String brokers;
    private final Topic topic;
    private final FreshsalesSimulator simulator;
    private final Map<TopicPartition, List<ConsumerRecord<String, String>>> records = new HashMap<>();
    private final Map<TopicPartition, Integer> checked = new HashMap<>();

    CommitWatch(String brokers, Topic topic, FreshsalesSimulator simulator) {
        this.brokers = brokers;
        this.topic = topic;
        this.simulator = simulator;
        read();
    }

    private void read() {
        long size = topic.size();
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", brokers), new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(topic.ends().keySet());
            consumer.seekToBeginning(topic.ends().keySet());
            for (long read = 0; read < size; ) {
                for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(200))) {
                    records.computeIfAbsent(
                                    new TopicPartition(record.topic(), record.partition()), key -> new ArrayList<>())
                            .add(record);
                    read++;
                }
            }
        }
    }

    /** Looks at what has been committed since the last time. */
    void check() throws IOException {
        Map<TopicPartition, Long> committed = topic.committed();
        if (committed.values().stream().mapToLong(Long::longValue).sum() == checked()) {
            return;
        }
        Map<String, Integer> stored = versions(simulator);
        for (Map.Entry<TopicPartition, Long> partition : committed.entrySet()) {
            int end = partition.getValue().intValue();
            for (int i = checked.getOrDefault(partition.getKey(), 0); i < end; i++) {
                checkStored(records.get(partition.getKey()).get(i), stored);
            }
            checked.merge(partition.getKey(), end, Math::max);
        }
    }

    private void checkStored(ConsumerRecord<String, String> record, Map<String, Integer> stored) throws IOException {
        String version = JSON.readTree(record.value()).path("job_title").asText();
        if (version.isEmpty()) {
            assertThat(DeadLetters.in(brokers, "contacts-refused"))
                    .as("committed " + record)
                    .containsKey(record.key());
        } else {
            assertThat(stored.getOrDefault(record.key(), 0))
                    .as("committed " + record)
                    .isGreaterThanOrEqualTo(Integer.parseInt(version));
        }
    }

    /** How many records were committed and stored. */
    int checked() {
        return checked.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** The contacts by their addresses, with the record that each of them was stored from last. */
    static Map<String, Integer> versions(FreshsalesSimulator simulator) {
        Map<String, Integer> versions = new HashMap<>();
        simulator
                .records("contacts")
                .forEach(contact -> versions.put(
                        contact.get("email").toString(),
                        Integer.valueOf(contact.get("job_title").toString())));
        return versions;
    }
}
