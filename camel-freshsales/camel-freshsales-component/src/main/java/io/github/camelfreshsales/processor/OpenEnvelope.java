// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.processor;

import io.github.camelfreshsales.FreshsalesConstants;
import io.github.camelfreshsales.content.JsonText;
import io.github.camelfreshsales.content.UnreadableJsonException;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;

/**
 * Takes the record out of the envelope of a {@link QuarantineEnvelope}, so that you can send it again. Its resource type goes into
 * the header for the next call.
 */
public final class OpenEnvelope implements Processor {

    @Override
    public void process(Exchange exchange) {
        Message message = exchange.getMessage();
        Map<?, ?> envelope = envelope(message.getBody(String.class));
        Object resourceType = envelope.get(QuarantineEnvelope.RESOURCE_TYPE);
        if (resourceType != null) {
            message.setHeader(FreshsalesConstants.RESOURCE_TYPE, resourceType);
        }
        message.setBody(envelope.get(QuarantineEnvelope.RECORD));
    }

    private static Map<?, ?> envelope(String text) {
        try {
            if (text != null
                    && JsonText.read(text) instanceof Map<?, ?> envelope
                    && envelope.get(QuarantineEnvelope.RECORD) != null) {
                return envelope;
            }
        } catch (UnreadableJsonException e) {
            throw new IllegalArgumentException("The envelope cannot be read. " + e.getMessage(), e);
        }
        throw new IllegalArgumentException("The body is not an envelope of a quarantine, a JSON object with the field "
                + QuarantineEnvelope.RECORD);
    }
}
