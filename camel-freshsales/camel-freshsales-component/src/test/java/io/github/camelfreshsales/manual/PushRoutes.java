// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.manual;

import org.apache.camel.builder.RouteBuilder;

/** A route that a workflow pushes deals to. */
final class PushRoutes extends RouteBuilder {

    @Override
    public void configure() {
        // tag::route[]
        restConfiguration().component("undertow").port("{{port:8080}}");

        from("webhook:freshsales:changes?webhookPath=/freshsales/deals&resourceType=deals")
                .routeId("pushed-deals")
                .log("Deal ${header.CamelFreshsalesChangedId} was pushed")
                .to("direct:deals");
        // end::route[]
    }
}
