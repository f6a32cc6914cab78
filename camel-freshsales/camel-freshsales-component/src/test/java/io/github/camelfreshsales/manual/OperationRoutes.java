package io.github.camelfreshsales.manual;

import java.util.Map;
import org.apache.camel.builder.RouteBuilder;

/** One example for each operation. */
final class OperationRoutes extends RouteBuilder {

    @Override
    public void configure() {
        // tag::create[]
        from("direct:create")
                .setBody(constant(Map.of("email", "lee@example.test", "cf_region", "North")))
                .to("freshsales:create?resourceType=contacts")
                .log("Created contact ${header.CamelFreshsalesResultId}");
        // end::create[]

        // tag::get[]
        from("direct:get")
                .setHeader("CamelFreshsalesRecordId", body())
                .to("freshsales:get?resourceType=deals&queryParameter.include=sales_account")
                .log("${body[name]} belongs to ${header.CamelFreshsalesSideloads[sales_accounts][0][name]}");
        // end::get[]

        // tag::update[]
        from("direct:update")
                .setHeader("CamelFreshsalesRecordId", header("dealId"))
                .setBody(simple("{\"amount\": ${header.total}}"))
                .to("freshsales:update?resourceType=deals");
        // end::update[]

        // tag::delete[]
        from("direct:delete").to("freshsales:delete?resourceType=tasks");
        // end::delete[]

        // tag::request[]
        from("direct:owners")
                .to("freshsales:request?path=selector/owners")
                .split(simple("${body[users]}"))
                .log("${body[id]} ${body[display_name]}");
        // end::request[]

        // tag::many[]
        from("direct:many")
                .to("freshsales:create?resourceType=contacts&stopOnRecordError=false")
                .log("${header.CamelFreshsalesFailedCount} contacts were not created")
                .split(body())
                .filter(simple("${body.outcome} != 'SUCCEEDED'"))
                .to("direct:look-at");
        // end::many[]
    }
}
