// SPDX-License-Identifier: Apache-2.0
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
                .to("freshsales:get?resourceType=deals&include=sales_account")
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

        // tag::upsert[]
        from("direct:upsert")
                .to("freshsales:upsert?resourceType=contacts&uniqueIdentifier=external_id")
                .choice()
                .when(header("CamelFreshsalesCreated"))
                .to("direct:welcome");
        // end::upsert[]

        // tag::forget[]
        from("direct:forget").to("freshsales:forget?resourceType=contacts");
        // end::forget[]

        // tag::clone[]
        from("direct:clone")
                .setHeader("CamelFreshsalesRecordId", body())
                .setBody(constant(Map.of("name", "Larkspur Books North")))
                .to("freshsales:clone?resourceType=sales_accounts")
                .log("The copy is account ${header.CamelFreshsalesResultId}");
        // end::clone[]

        // tag::restore[]
        from("direct:restore")
                .setHeader("CamelFreshsalesRecordId", body())
                .to("freshsales:restore?resourceType=products");
        // end::restore[]

        // tag::convert[]
        from("direct:convert")
                .setHeader("CamelFreshsalesRecordId", body())
                .setBody(constant(null))
                .to("freshsales:convert?resourceType=leads");
        // end::convert[]

        // tag::bulk-upsert[]
        from("direct:bulk-upsert")
                .to("freshsales:bulkUpsert?resourceType=contacts&stopOnRecordError=false&resultMode=summary")
                .log("${body[succeeded]} of ${body[total]} contacts are stored")
                .split(simple("${body[failures]}"))
                .to("direct:look-at");
        // end::bulk-upsert[]

        // tag::bulk-delete[]
        from("direct:bulk-delete").to("freshsales:bulkDelete?resourceType=contacts");
        // end::bulk-delete[]

        // tag::bulk-assign[]
        from("direct:bulk-assign")
                .setHeader("CamelFreshsalesOwnerId", header("owner"))
                .to("freshsales:bulkAssignOwner?resourceType=contacts");
        // end::bulk-assign[]

        // tag::job[]
        from("direct:job")
                .to("freshsales:bulkUpsert?resourceType=contacts&waitForJob=false")
                .to("freshsales:jobStatus")
                .log("The job is at ${body[status]}");
        // end::job[]

        // tag::request[]
        from("direct:modules")
                .setBody(constant(null))
                .to("freshsales:request?path=settings/module_customizations")
                .split(simple("${body[module_customizations]}"))
                .log("${body[entity_name]}: ${body[plural_name]}");
        // end::request[]

        // tag::add[]
        from("direct:subscribe").to("freshsales:addToList?listId={{newsletter}}");
        // end::add[]

        // tag::remove[]
        from("direct:unsubscribe").to("freshsales:removeFromList?listId={{newsletter}}");
        // end::remove[]

        // tag::move[]
        from("direct:close-season")
                .to("freshsales:moveToList?fromListId={{newsletter}}&listId={{archive}}&allMembers=true");
        // end::move[]

        // tag::upload[]
        from("direct:quotes")
                .setHeader("CamelFreshsalesTargetId", header("dealId"))
                .to("freshsales:upload?targetType=Deal")
                .log("Document ${body[id]}");
        // end::upload[]

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
