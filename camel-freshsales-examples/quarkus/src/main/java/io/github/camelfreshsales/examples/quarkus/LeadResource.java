// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.examples.quarkus;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.ProducerTemplate;

/** Takes leads as JSON, with the field names of Freshsales. */
@Path("/leads")
public class LeadResource {

    private final ProducerTemplate routes;

    public LeadResource(ProducerTemplate routes) {
        this.routes = routes;
    }

    @POST
    public Response upsert(Map<String, Object> lead) {
        Message stored = routes.request(
                        "direct:lead", exchange -> exchange.getMessage().setBody(lead))
                .getMessage();
        return Response.status(stored.getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class))
                .entity(stored.getBody())
                .build();
    }
}
