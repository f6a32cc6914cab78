// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.examples.kafkasink;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.kafka.KafkaConstants;
import org.apache.camel.component.kafka.consumer.DefaultKafkaManualCommit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Which records of a batch are still this consumer's to store. A batch is collected over several polls, and between two of
 * them the group may give a partition to another consumer. What was polled of it before would be stored a second time, and
 * late: over what the other consumer has stored meanwhile.
 */
final class Claim {

    private Claim() {}

    // tag::claim[]
    /** Those of partitions that are assigned now, which nobody has committed, each once, in their order. */
    static List<Message> on(List<Exchange> batch) {
        List<Message> messages = batch.stream().map(Exchange::getMessage).toList();
        if (messages.isEmpty()) {
            return messages;
        }
        Consumer<?, ?> consumer = consumer(messages.get(0));
        Set<TopicPartition> assigned = consumer.assignment();
        Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(assigned);
        return messages.stream()
                .filter(message -> assigned.contains(partition(message)))
                .filter(message -> isNotDone(message, committed.get(partition(message))))
                .collect(once())
                .stream()
                .toList();
    }
    // end::claim[]

    static TopicPartition partition(Message message) {
        return new TopicPartition(
                message.getHeader(KafkaConstants.TOPIC, String.class),
                message.getHeader(KafkaConstants.PARTITION, Integer.class));
    }

    private static boolean isNotDone(Message message, OffsetAndMetadata committed) {
        return committed == null || offset(message) >= committed.offset();
    }

    /** After a partition came back, what was not committed is polled again. */
    private static Collector<Message, ?, Collection<Message>> once() {
        return Collectors.collectingAndThen(
                Collectors.toMap(
                        message -> Map.entry(partition(message), offset(message)),
                        Function.identity(),
                        (first, again) -> again,
                        LinkedHashMap::new),
                Map::values);
    }

    private static long offset(Message message) {
        return message.getHeader(KafkaConstants.OFFSET, Long.class);
    }

    /** We are in its thread, which may use it. */
    private static Consumer<?, ?> consumer(Message message) {
        return message.getHeader(KafkaConstants.MANUAL_COMMIT, DefaultKafkaManualCommit.class)
                .getCamelExchangePayload()
                .consumer;
    }
}
