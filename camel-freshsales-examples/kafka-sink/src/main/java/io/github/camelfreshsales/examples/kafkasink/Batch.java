// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.examples.kafkasink;

import io.github.camelfreshsales.RecordResult;
import io.github.camelfreshsales.RecordResult.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Message;
import org.apache.camel.component.kafka.KafkaConstants;
import org.apache.camel.component.kafka.consumer.KafkaManualCommit;
import org.apache.kafka.common.TopicPartition;

/**
 * What was polled together. The records of one identifier go in rounds, one after the other as they stand in the topic:
 * the jobs of one bulk call run side by side, so nobody could say which of two would win there.
 */
final class Batch {

    private final List<Message> messages;
    private final List<List<TopicRecord>> rounds = new ArrayList<>();
    private final Map<Message, DeadLetter> refused = new LinkedHashMap<>();
    private int round = -1;

    private Batch(List<Message> messages) {
        this.messages = messages;
    }

    static Batch of(List<Message> messages) {
        Batch batch = new Batch(messages);
        Map<String, Integer> seen = new HashMap<>();
        for (Message message : messages) {
            try {
                TopicRecord record = TopicRecord.of(message);
                batch.add(record, seen.merge(record.identifier(), 1, Integer::sum) - 1);
            } catch (IllegalArgumentException e) {
                batch.refused.put(message, new DeadLetter(message, e.getMessage()));
            }
        }
        return batch;
    }

    private void add(TopicRecord record, int place) {
        if (place == rounds.size()) {
            rounds.add(new ArrayList<>());
        }
        rounds.get(place).add(record);
    }

    boolean hasNext() {
        return round + 1 < rounds.size();
    }

    /** The records of the next round, as they are sent. */
    List<Map<String, Object>> next() {
        return rounds.get(++round).stream().map(TopicRecord::fields).toList();
    }

    /** Those of this round that the bulk call has not stored for sure. */
    List<TopicRecord> unconfirmed(List<RecordResult> results) {
        return results.stream()
                .filter(result -> result.outcome() != Outcome.SUCCEEDED)
                .map(result -> rounds.get(round).get(result.index()))
                .toList();
    }

    void refuse(TopicRecord record, String reason) {
        refused.put(record.message(), new DeadLetter(record.message(), reason));
    }

    List<DeadLetter> refused() {
        return List.copyOf(refused.values());
    }

    int size() {
        return messages.size();
    }

    // tag::commit[]
    /** Commits each partition by its last record: the commit of a record is for its own partition only. */
    void commit() {
        Map<TopicPartition, Message> last = new LinkedHashMap<>();
        messages.forEach(message -> last.put(Claim.partition(message), message));
        last.values().forEach(message -> message.getHeader(KafkaConstants.MANUAL_COMMIT, KafkaManualCommit.class)
                .commit());
    }
    // end::commit[]
}
