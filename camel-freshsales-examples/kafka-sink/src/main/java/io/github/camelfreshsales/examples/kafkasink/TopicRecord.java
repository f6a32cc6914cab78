// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.examples.kafkasink;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.apache.camel.Message;

/**
 * A record of the topic that can be sent.
 *
 * @param message    as it came
 * @param fields     its value
 * @param identifier what Freshsales matches it by, the same for e-mail addresses that differ only in their case
 */
record TopicRecord(Message message, Map<String, Object> fields, String identifier) {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** @throws IllegalArgumentException when it can never become a contact; the message says why */
    static TopicRecord of(Message message) {
        Map<String, Object> fields = fields(message.getBody(byte[].class));
        if (fields.get("email") instanceof String email && !email.isBlank()) {
            return new TopicRecord(message, fields, email.strip().toLowerCase(Locale.ROOT));
        }
        throw new IllegalArgumentException("The record has no email, which contacts are matched by");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> fields(byte[] value) {
        try {
            if (value != null && JSON.readValue(value, Object.class) instanceof Map<?, ?> map) {
                return (Map<String, Object>) map;
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("The value is not JSON", e);
        }
        throw new IllegalArgumentException("The value is no JSON object");
    }
}
