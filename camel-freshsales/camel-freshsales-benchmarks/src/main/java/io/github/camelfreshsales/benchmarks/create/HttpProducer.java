// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.benchmarks.create;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Producer;
import org.apache.camel.impl.DefaultCamelContext;

/** The producer of Camel HTTP without a route around it, as code inside a component would call it. */
final class HttpProducer implements Contender {

    private final CamelContext context = new DefaultCamelContext();
    private final ObjectMapper mapper = new ObjectMapper();
    private final Endpoint endpoint;
    private final Producer producer;

    HttpProducer(String domain) throws Exception {
        context.start();
        endpoint = context.getEndpoint(domain + "/api/contacts?throwExceptionOnFailure=true");
        producer = endpoint.createProducer();
        producer.start();
    }

    @Override
    public Map<?, ?> create(Map<String, Object> record) throws Exception {
        Exchange exchange = endpoint.createExchange();
        Message message = exchange.getMessage();
        message.setHeader(Exchange.HTTP_METHOD, "POST");
        message.setHeader("Authorization", "Token token=" + Sample.API_KEY);
        message.setHeader("Accept", "application/json");
        message.setHeader(Exchange.CONTENT_TYPE, "application/json");
        message.setBody(mapper.writeValueAsBytes(Map.of("contact", record)));
        producer.process(exchange);
        if (exchange.getException() != null) {
            throw exchange.getException();
        }
        try (InputStream answer = exchange.getMessage().getBody(InputStream.class)) {
            return (Map<?, ?>) mapper.readValue(answer, Map.class).get("contact");
        }
    }

    @Override
    public void close() {
        producer.stop();
        context.stop();
    }
}
