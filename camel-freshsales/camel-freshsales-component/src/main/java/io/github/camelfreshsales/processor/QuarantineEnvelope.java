// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.processor;

import io.github.camelfreshsales.FreshsalesException;
import io.github.camelfreshsales.RecordResult;
import io.github.camelfreshsales.RecordResult.Outcome;
import io.github.camelfreshsales.content.JsonText;
import io.github.camelfreshsales.operation.MessageBodies;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/**
 * Puts a record that failed into an envelope of JSON text, with its origin, the reason of the failure and the unchanged record. The
 * envelope does not contain the key. {@link OpenEnvelope} takes the record out again.
 */
public final class QuarantineEnvelope implements Processor {

    static final String RESOURCE_TYPE = "resourceType";
    static final String RECORD = "record";

    @Override
    public void process(Exchange exchange) {
        Exception failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        Map<String, Object> envelope = new LinkedHashMap<>();
        envelope.put("route", exchange.getFromRouteId());
        envelope.put("exchange", exchange.getExchangeId());
        envelope.put("at", Instant.now().toString());
        if (failure instanceof FreshsalesException e) {
            putAll(e, envelope);
        }
        envelope.putIfAbsent(
                "failure", failure == null ? null : failure.getClass().getName());
        envelope.put(RECORD, QuarantinedBody.of(exchange.getMessage()));
        exchange.getMessage().setBody(JsonText.of(envelope, MessageBodies::unwrap));
    }

    private static void putAll(FreshsalesException e, Map<String, Object> envelope) {
        envelope.put("failure", e.getClass().getName());
        envelope.put(
                "operation", e.getOperation() == null ? null : e.getOperation().name());
        envelope.put(RESOURCE_TYPE, e.getResourceType());
        envelope.put("status", e.getStatus());
        envelope.put("code", e.getCode());
        envelope.put("messages", e.getMessages().isEmpty() ? List.of(e.getMessage()) : e.getMessages());
        envelope.put("retryable", e.isRetryable());
        envelope.put("outcomeUnknown", e.isOutcomeUnknown());
        if (!e.getResults().isEmpty()) {
            envelope.put("failures", failures(e.getResults()));
        }
    }

    /** Of many records, those that may not be stored. */
    private static List<RecordResult> failures(List<RecordResult> results) {
        return results.stream()
                .filter(result -> result.outcome() != Outcome.SUCCEEDED)
                .toList();
    }
}
