// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.examples.synctodatabase;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/** Keeps tables equal to what an account holds: the part of this example to copy. */
final class SyncRoutes extends RouteBuilder {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Report report;

    SyncRoutes(Report report) {
        this.report = report;
    }

    @Override
    public void configure() {
        // A statement that fails fails its exchange: the cursor stays before the record, which comes again with the
        // next poll.
        errorHandler(noErrorHandler());

        follow("contacts", "first_name", "last_name", "email");
        follow("deals", "name", "amount");
    }

    private void follow(String resource, String... columns) {
        from("freshsales:changes?resourceType=" + resource
                        + "&startFrom=beginning&deletions=true&stateRepository=#cursors&delay={{delay:60000}}")
                .routeId("sync-" + resource)
                .process(exchange -> toParameters(exchange, columns))
                .choice()
                .when(header("CamelFreshsalesChangeType").isEqualTo("deleted"))
                .to("sql:classpath:sql/" + resource + "-delete.sql")
                .otherwise()
                .to("sql:classpath:sql/" + resource + "-upsert.sql")
                .end()
                .process(report::add);
    }

    /** The statements take their parameters from the body by name: the columns, the whole record, and when it changed. */
    private static void toParameters(Exchange exchange, String... columns) throws JsonProcessingException {
        Map<?, ?> record = exchange.getMessage().getBody(Map.class);
        Map<String, Object> parameters = new HashMap<>();
        for (String column : columns) {
            parameters.put(column, record.get(column));
        }
        parameters.put("id", record.get("id"));
        parameters.put("record", JSON.writeValueAsString(record));
        parameters.put(
                "changed_at",
                exchange.getMessage().getHeader("CamelFreshsalesChangedAt").toString());
        exchange.getMessage().setBody(parameters);
    }
}
