package io.github.camelfreshsales.manual;

// tag::envelope[]
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelfreshsales.FreshsalesException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Puts a record that failed into an envelope: where it comes from, why it failed, and the record as it was. */
public final class QuarantineEnvelope implements Processor {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public void process(Exchange exchange) throws Exception {
        Exception failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        Map<String, Object> envelope = new LinkedHashMap<>();
        envelope.put("route", exchange.getFromRouteId());
        envelope.put("exchange", exchange.getExchangeId());
        envelope.put("at", Instant.now().toString());
        envelope.put("failure", failure.getClass().getName());
        if (failure instanceof FreshsalesException e) {
            envelope.put("operation", e.getOperation());
            envelope.put("resourceType", e.getResourceType());
            envelope.put("status", e.getStatus());
            envelope.put("code", e.getCode());
            envelope.put("messages", e.getMessages());
            envelope.put("retryable", e.isRetryable());
            envelope.put("outcomeUnknown", e.isOutcomeUnknown());
        }
        envelope.put("record", exchange.getMessage().getBody());
        exchange.getMessage().setBody(JSON.writeValueAsString(envelope));
    }
}
// end::envelope[]
