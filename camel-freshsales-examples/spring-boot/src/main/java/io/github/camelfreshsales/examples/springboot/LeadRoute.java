// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.examples.springboot;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** The way of a lead into Freshsales, where it is a contact: a second one with its e-mail address updates the first. */
@Component
class LeadRoute extends RouteBuilder {

    @Override
    public void configure() {
        from("direct:lead")
                .routeId("lead")
                .to("freshsales:upsert?resourceType=contacts&uniqueIdentifier=emails&nulls=omit")
                .setBody(header("CamelFreshsalesResultId"));
    }
}
