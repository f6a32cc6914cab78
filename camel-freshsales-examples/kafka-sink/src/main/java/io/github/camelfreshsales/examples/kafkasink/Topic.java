// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.examples.kafkasink;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A topic and its dead letters, seen from outside the route. */
final class Topic implements AutoCloseable {

    private final String name;
    private final int partitions;
    private final Admin admin;
    private final KafkaProducer<byte[], byte[]> producer;

    private Topic(String brokers, String name, int partitions) {
        this.name = name;
        this.partitions = partitions;
        this.admin = Admin.create(Map.of("bootstrap.servers", brokers));
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", brokers, "linger.ms", 5),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    static Topic create(String brokers, String name, int partitions) {
        Topic topic = new Topic(brokers, name, partitions);
        await(topic.admin
                .createTopics(List.of(
                        new NewTopic(name, partitions, (short) 1), new NewTopic(name + "-refused", 1, (short) 1)))
                .all());
        // asks the leader of each partition, and so waits until there is one
        topic.ends();
        topic.refusedSize();
        return topic;
    }

    /** Records with one key share a partition, so they stay in order. */
    void send(String key, String value) {
        producer.send(new ProducerRecord<>(name, bytes(key), bytes(value)));
    }

    /** How many records it holds, by partition. */
    Map<TopicPartition, Long> ends() {
        return ends(name, partitions);
    }

    long size() {
        producer.flush();
        return sum(ends());
    }

    long refusedSize() {
        return sum(ends(name + "-refused", 1));
    }

    /** How far the group has come, by partition. */
    Map<TopicPartition, Long> committed() {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        await(admin.listConsumerGroupOffsets("freshsales").partitionsToOffsetAndMetadata())
                .forEach((partition, offset) -> offsets.put(partition, offset.offset()));
        offsets.keySet().removeIf(partition -> !partition.topic().equals(name));
        return offsets;
    }

    long committedCount() {
        return sum(committed());
    }

    private Map<TopicPartition, Long> ends(String topic, int count) {
        Map<TopicPartition, OffsetSpec> all = IntStream.range(0, count)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
        Map<TopicPartition, ListOffsetsResultInfo> ends =
                await(admin.listOffsets(all).all());
        return ends.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, end -> end.getValue()
                .offset()));
    }

    private static long sum(Map<TopicPartition, Long> offsets) {
        return offsets.values().stream().mapToLong(Long::longValue).sum();
    }

    private static byte[] bytes(String text) {
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }

    private static <T> T await(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        producer.close();
        admin.close();
    }
}
