// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.manual;

import java.util.List;
import java.util.Map;
import org.apache.camel.builder.RouteBuilder;

/** The operations that read and search. */
final class ReadingRoutes extends RouteBuilder {

    @Override
    public void configure() {
        // tag::list[]
        from("direct:open-deals")
                .to("freshsales:list?resourceType=deals&viewName=Open Deals&sort=updated_at&sortType=desc")
                .log("The first of ${header.CamelFreshsalesTotal} open deals:")
                .split(body())
                .to("direct:deal");
        // end::list[]

        // tag::views[]
        from("direct:views")
                .to("freshsales:views?resourceType=contacts")
                .split(body())
                .log("${body[id]} ${body[name]}");
        // end::views[]

        // tag::fields[]
        from("direct:custom-fields")
                .to("freshsales:fields?resourceType=contacts")
                .split(body())
                .filter(simple("${body[name]} startsWith 'cf_'"))
                .log("${body[name]}, a ${body[type]}: ${body[label]}")
                .to("direct:custom-field");
        // end::fields[]

        // tag::related[]
        from("direct:notes")
                .setHeader("CamelFreshsalesRecordId", body())
                .to("freshsales:related?resourceType=contacts&relation=notes")
                .split(body())
                .to("direct:note");
        // end::related[]

        // tag::selector[]
        from("direct:owners")
                .to("freshsales:selector?selectorName=owners")
                .split(body())
                .log("${body[id]} ${body[display_name]}");
        // end::selector[]

        // tag::search[]
        from("direct:search")
                .setHeader("CamelFreshsalesQuery", body())
                .to("freshsales:search?entities=contact,sales_account")
                .split(body())
                .log("${body[type]} ${body[id]} ${body[name]}")
                .to("direct:hit");
        // end::search[]

        // tag::lookup[]
        from("direct:find")
                .setHeader("CamelFreshsalesQuery", body())
                .to("freshsales:lookup?entities=contact&searchField=email")
                .choice()
                .when(simple("${body.size} == 0"))
                .to("direct:unknown")
                .otherwise()
                .setBody(simple("${body[0]}"))
                .to("direct:known");
        // end::lookup[]

        // tag::filtered[]
        from("direct:changed")
                .setBody(constant(
                        Map.of("attribute", "updated_at", "operator", "is_after", "value", "2026-03-05T00:00:00Z")))
                .to("freshsales:filteredSearch?resourceType=deals&sort=updated_at&sortType=asc&fetch=all")
                .split(body())
                .to("direct:deal");
        // end::filtered[]

        // tag::rules[]
        from("direct:north")
                .setBody(constant(Map.of(
                        "filter_rule",
                        List.of(
                                Map.of("attribute", "city", "operator", "is", "value", "Leeds"),
                                Map.of("attribute", "cf_region", "operator", "is", "value", "North")),
                        "detail",
                        true)))
                .to("freshsales:filteredSearch?resourceType=contacts")
                .split(body())
                .to("direct:contact");
        // end::rules[]

        // tag::page[]
        from("direct:page")
                .to("freshsales:list?resourceType=contacts&page=2&perPage=50")
                .log("Page 2 of ${header.CamelFreshsalesTotalPages}");
        // end::page[]

        // tag::stream[]
        from("direct:export")
                .to("freshsales:list?resourceType=contacts&fetch=stream")
                .split(body())
                .streaming()
                .stopOnException()
                .to("direct:contact");
        // end::stream[]

        // tag::newest[]
        from("direct:newest")
                .to("freshsales:list?resourceType=contacts&fetch=all&maxRecords=250" + "&sort=created_at&sortType=desc")
                .split(body())
                .to("direct:contact");
        // end::newest[]

        // tag::tasks[]
        from("direct:overdue")
                .to("freshsales:list?resourceType=tasks&filter=overdue&fetch=all")
                .split(body())
                .to("direct:task");
        // end::tasks[]

        // tag::members[]
        from("direct:members")
                .to("freshsales:list?resourceType=contacts&listId={{newsletter}}&fetch=all")
                .split(body())
                .to("direct:contact");
        // end::members[]

        // tag::include[]
        from("direct:with-owners")
                .to("freshsales:list?resourceType=contacts&include=owner&fetch=all")
                .log("${body.size} contacts of ${header.CamelFreshsalesSideloads[users].size} owners");
        // end::include[]

        // tag::module[]
        from("direct:project")
                .setBody(constant(Map.of("name", "Attic", "cf_budget", 1500)))
                .to("freshsales:create?resourceType=cm_project")
                .log("Project ${header.CamelFreshsalesResultId}");
        // end::module[]

        // tag::module-fields[]
        from("direct:project-fields")
                .to("freshsales:fields?resourceType=cm_project")
                .split(body())
                .log("${body[name]} ${body[type]}");
        // end::module-fields[]
    }
}
