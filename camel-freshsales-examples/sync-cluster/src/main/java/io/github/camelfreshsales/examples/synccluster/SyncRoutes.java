// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.examples.synccluster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/** Keeps tables equal to what an account holds, on the one node of many that leads: the part of this example to copy. */
final class SyncRoutes extends RouteBuilder {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public void configure() {
        // A statement that fails fails its exchange: the cursor stays before the record, which comes again with the
        // next poll.
        errorHandler(noErrorHandler());

        follow("contacts");
        follow("deals");
    }

    // tag::route[]
    private void follow(String resource) {
        from("master:sync:freshsales:changes?resourceType=" + resource
                        + "&startFrom=beginning&deletions=true&delay={{delay:60000}}"
                        + "&stateRepository=#cursors&stateKey=" + resource)
                .routeId("sync-" + resource)
                .process(SyncRoutes::toParameters)
                .to("sql:classpath:sql/" + resource + ".sql");
    }
    // end::route[]

    /** The statement takes its parameters from the body by name. */
    private static void toParameters(Exchange exchange) throws JsonProcessingException {
        Map<?, ?> record = exchange.getMessage().getBody(Map.class);
        exchange.getMessage()
                .setBody(Map.of(
                        "id", record.get("id"),
                        "deleted", "deleted".equals(exchange.getMessage().getHeader("CamelFreshsalesChangeType")),
                        "changed_at",
                                exchange.getMessage()
                                        .getHeader("CamelFreshsalesChangedAt")
                                        .toString(),
                        "record", JSON.writeValueAsString(record)));
    }
}
