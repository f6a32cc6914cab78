// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.manual;

import io.github.camelfreshsales.content.FilePart;
import java.io.File;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/** The operation request. */
final class ManualModeRoutes extends RouteBuilder {

    @Override
    public void configure() {
        // tag::read[]
        from("direct:forms")
                .setHeader("CamelFreshsalesPath", simple("settings/${body}/forms"))
                .setBody(constant(null))
                .to("freshsales:request?queryParameter.include=field_group")
                .split(simple("${body[forms]}"))
                .log("${body[id]} ${body[name]}");
        // end::read[]

        // tag::write[]
        from("direct:team")
                .setHeader("CamelFreshsalesPath", simple("deals/${header.deal}/manage_team_members"))
                .setBody(
                        simple("{\"team_users\": [{\"user_id\": ${header.user}, \"designation_id\": ${header.role}}]}"))
                .to("freshsales:request?method=POST")
                .log("The team has ${body[team_users].size} members");
        // end::write[]

        // tag::page[]
        from("direct:page")
                .to("freshsales:request?path=reports/7.csv&outputFormat=raw&httpHeader.Accept=text/csv")
                .to("file:{{folder:reports}}?fileName=7.csv");
        // end::page[]

        // tag::upload[]
        from("direct:upload")
                .process(ManualModeRoutes::toForm)
                .to("freshsales:request?path=documents&contentFormat=multipart");
        // end::upload[]
    }

    // tag::form[]
    private static void toForm(Exchange exchange) {
        Map<String, Object> form = new LinkedHashMap<>();
        File file = exchange.getMessage().getBody(File.class);
        form.put("file", new FilePart("quote.pdf", "application/pdf", file));
        form.put("targetable_type", "Contact");
        form.put("targetable_id", exchange.getMessage().getHeader("contact"));
        exchange.getMessage().setBody(form);
    }
    // end::form[]
}
