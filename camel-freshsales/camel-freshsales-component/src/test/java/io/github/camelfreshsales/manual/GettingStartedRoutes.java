// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.manual;

import org.apache.camel.builder.RouteBuilder;

/** The first routes of the manual. */
final class GettingStartedRoutes extends RouteBuilder {

    @Override
    public void configure() {
        // tag::first[]
        from("file:{{folder:inbox}}?include=.*\\.json&moveFailed=failed")
                .to("freshsales:create?resourceType=contacts")
                .log("${file:name} is contact ${header.CamelFreshsalesResultId}");
        // end::first[]

        // tag::ping[]
        from("timer:ping?repeatCount=1").to("freshsales:ping").log("${body}");
        // end::ping[]
    }
}
