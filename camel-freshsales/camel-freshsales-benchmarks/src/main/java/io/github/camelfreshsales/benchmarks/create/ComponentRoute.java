// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.benchmarks.create;

import io.github.camelfreshsales.component.FreshsalesComponent;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** A route with this component. */
final class ComponentRoute implements Contender {

    private final CamelContext context = new DefaultCamelContext();
    private final ProducerTemplate template;

    ComponentRoute(String domain) throws Exception {
        FreshsalesComponent freshsales = context.getComponent("freshsales", FreshsalesComponent.class);
        freshsales.getConfiguration().setDomain(domain);
        freshsales.getConfiguration().setApiKey(Sample.API_KEY);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:create").to("freshsales:create?resourceType=contacts");
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
