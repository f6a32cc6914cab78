// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.dsl;

import static io.github.camelfreshsales.dsl.StaticEndpointBuilders.freshsales;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelfreshsales.FreshsalesConstants;
import io.github.camelfreshsales.ResultMode;
import io.github.camelfreshsales.simulator.FreshsalesSimulator;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

class TypedRouteTest {

    @Test
    void routeIsWrittenWithoutAUri() throws Exception {
        try (FreshsalesSimulator simulator = FreshsalesSimulator.start();
                CamelContext context = new DefaultCamelContext()) {
            // tag::component[]
            FreshsalesComponentBuilderFactory.freshsales()
                    .domain(simulator.domain())
                    .apiKey(simulator.apiKey())
                    .maxQuotaWait(10_000)
                    .register(context, "freshsales");
            // end::component[]
            context.addRoutes(new Contacts());
            context.start();

            Map<String, Object> lee = Map.of("email", "lee@example.test", "first_name", "Lee");
            Object id = context.createProducerTemplate()
                    .send("direct:contact", exchange -> exchange.getMessage().setBody(lee))
                    .getMessage()
                    .getHeader(FreshsalesConstants.RESULT_ID);

            assertThat(simulator.records("contacts"))
                    .extracting(contact -> contact.get("email"))
                    .containsExactly("lee@example.test");
            assertThat(id).isNotNull();
        }
    }

    // tag::route[]
    static class Contacts extends EndpointRouteBuilder {

        @Override
        public void configure() {
            from(direct("contact"))
                    .to(freshsales("upsert").resourceType("contacts").uniqueIdentifier("emails"));
        }
    }
    // end::route[]

    @Test
    void optionsBecomeThoseOfTheUri() {
        String uri = freshsales("bulkUpsert")
                .resourceType("deals")
                .resultMode(ResultMode.summary)
                .jobTimeout("5m")
                .getRawUri();

        assertThat(uri.split("[?&]"))
                .containsExactlyInAnyOrder(
                        "freshsales://bulkUpsert", "resourceType=deals", "resultMode=summary", "jobTimeout=5m");
    }
}
