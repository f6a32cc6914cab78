// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.examples.quarkus;

import io.github.camelfreshsales.FreshsalesException;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/**
 * A lead becomes a contact: a new one, or an update of the one with this e-mail address. A caller who does not know whether
 * the first request arrived may therefore send it again.
 */
public class LeadRoute extends RouteBuilder {

    @Override
    public void configure() {
        onException(FreshsalesException.class).handled(true).process(LeadRoute::report);

        from("direct:lead")
                .to("freshsales:upsert?resourceType=contacts&uniqueIdentifier=emails")
                .choice()
                .when(header("CamelFreshsalesCreated"))
                .setHeader(Exchange.HTTP_RESPONSE_CODE, constant(201))
                .otherwise()
                .setHeader(Exchange.HTTP_RESPONSE_CODE, constant(200))
                .end()
                .setBody(exchange -> Map.of("id", exchange.getMessage().getHeader("CamelFreshsalesResultId")));
    }

    /** What the caller can change is the caller's fault; everything else is worth another try later. */
    private static void report(Exchange exchange) {
        FreshsalesException problem = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, FreshsalesException.class);
        boolean isRefused = problem.getStatus() == 400 || problem.getStatus() == 422;
        exchange.getMessage().setHeader(Exchange.HTTP_RESPONSE_CODE, isRefused ? 422 : 503);
        exchange.getMessage().setBody(Map.of("messages", problem.getMessages()));
    }
}
