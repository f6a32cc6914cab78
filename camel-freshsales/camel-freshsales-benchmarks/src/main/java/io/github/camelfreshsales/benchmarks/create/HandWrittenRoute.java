// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.benchmarks.create;

import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** The route that one writes without the component: the same call, and an exception for a status that is no success. */
final class HandWrittenRoute implements Contender {

    private final CamelContext context = new DefaultCamelContext();
    private final ProducerTemplate template;

    HandWrittenRoute(String domain) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:create")
                        .transform()
                        .body(record -> Map.of("contact", record))
                        .marshal()
                        .json()
                        .setHeader(Exchange.HTTP_METHOD, constant("POST"))
                        .setHeader("Authorization", constant("Token token=" + Sample.API_KEY))
                        .setHeader("Accept", constant("application/json"))
                        .setHeader(Exchange.CONTENT_TYPE, constant("application/json"))
                        .to(domain + "/api/contacts?throwExceptionOnFailure=true")
                        .unmarshal()
                        .json(Map.class)
                        .transform()
                        .body(Map.class, answer -> answer.get("contact"));
            }
        });
        context.start();
        template = context.createProducerTemplate();
        template.setDefaultEndpointUri("direct:create");
    }

    @Override
    public Map<?, ?> create(Map<String, Object> record) {
        return (Map<?, ?>) template.requestBody(record);
    }

    @Override
    public void close() {
        context.stop();
    }
}
