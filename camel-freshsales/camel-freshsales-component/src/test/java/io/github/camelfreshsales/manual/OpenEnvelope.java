package io.github.camelfreshsales.manual;

// tag::envelope[]
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Takes the record out of its envelope again. */
public final class OpenEnvelope implements Processor {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public void process(Exchange exchange) throws Exception {
        Map<?, ?> envelope = JSON.readValue(exchange.getMessage().getBody(String.class), Map.class);
        exchange.getMessage().setHeader("CamelFreshsalesResourceType", envelope.get("resourceType"));
        exchange.getMessage().setBody(envelope.get("record"));
    }
}
// end::envelope[]
