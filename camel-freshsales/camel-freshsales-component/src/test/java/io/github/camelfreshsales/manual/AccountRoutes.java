package io.github.camelfreshsales.manual;

import org.apache.camel.builder.RouteBuilder;

/** Two accounts in one context. */
final class AccountRoutes extends RouteBuilder {

    @Override
    public void configure() {
        // tag::two[]
        from("direct:both")
                .multicast()
                .to("freshsales:create?resourceType=contacts")
                .to("freshsales-archive:create?resourceType=contacts");
        // end::two[]
    }
}
