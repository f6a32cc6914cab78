// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.manual;

import org.apache.camel.builder.RouteBuilder;

/** Records whose fields and values are in the user's own words. */
final class OwnWordsRoutes extends RouteBuilder {

    @Override
    public void configure() {
        // tag::all[]
        from("direct:rows")
                .to(
                        "freshsales:create?resourceType=contacts&field.Vorname=first_name&field.Nachname=last_name&field.Notiz="
                                + "&resolveNames=true&validateRecords=fail&verifyStored=warn&include=owner,lifecycle_stage")
                .log("Contact ${header.CamelFreshsalesResultId}, not stored: ${header.CamelFreshsalesUnstoredFields}");
        // end::all[]

        // tag::bean[]
        from("direct:german-rows")
                .to("freshsales:upsert?resourceType=contacts&resolveNames=true&fieldMapping=#bean:german")
                .log("${header.CamelFreshsalesCreated}");
        // end::bean[]

        // tag::failed[]
        from("direct:checked-rows")
                .to("freshsales:create?resourceType=contacts&resolveNames=true&validateRecords=fail"
                        + "&stopOnRecordError=false")
                .split(body())
                .filter(simple("${body.error} != null"))
                .log("Row ${body.index}: ${body.error.messages[0]}")
                .to("direct:bad-row");
        // end::failed[]

        // tag::schema[]
        from("direct:schema")
                .to("freshsales:schema?resourceType=contacts&outputFormat=json")
                .to("direct:json-schema");
        // end::schema[]
    }
}
