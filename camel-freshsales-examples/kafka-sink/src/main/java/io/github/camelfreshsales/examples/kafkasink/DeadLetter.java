// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.examples.kafkasink;

import java.util.HashMap;
import org.apache.camel.Message;
import org.apache.camel.component.kafka.KafkaConstants;

/**
 * A record that can never become a contact.
 *
 * @param record as it came
 * @param reason why, in words of Freshsales or ours
 */
record DeadLetter(Message record, String reason) {

    static final String REASON = "refused-reason";
    static final String TOPIC = "refused-topic";
    static final String PARTITION = "refused-partition";
    static final String OFFSET = "refused-offset";

    /** The same key, value and headers, and why and where it was refused. */
    Message message() {
        Message message = record.copy();
        message.setHeaders(new HashMap<>(record.getHeaders()));
        message.setHeader(REASON, reason);
        message.setHeader(TOPIC, record.getHeader(KafkaConstants.TOPIC, String.class));
        message.setHeader(PARTITION, record.getHeader(KafkaConstants.PARTITION, String.class));
        message.setHeader(OFFSET, record.getHeader(KafkaConstants.OFFSET, String.class));
        return message;
    }
}
