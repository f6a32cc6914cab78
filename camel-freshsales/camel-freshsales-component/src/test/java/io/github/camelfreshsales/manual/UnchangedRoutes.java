// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.manual;

import io.github.camelfreshsales.changes.JdbcStateRepository;
import javax.sql.DataSource;
import org.apache.camel.builder.RouteBuilder;

/** Routes that send only what has changed. */
final class UnchangedRoutes extends RouteBuilder {

    private final DataSource database;

    UnchangedRoutes(DataSource database) {
        this.database = database;
    }

    @Override
    public void configure() {
        // tag::repository[]
        getContext().getRegistry().bind("sent", new JdbcStateRepository(database, "sent"));
        // end::repository[]

        // tag::export[]
        from("direct:export")
                .to("freshsales:bulkUpsert?resourceType=contacts&skipUnchanged=true&sentRepository=#sent"
                        + "&stopOnRecordError=false&resultMode=summary")
                .log("${body[unchanged]} of ${body[total]} contacts are unchanged");
        // end::export[]

        // tag::all[]
        from("direct:export-all")
                .setHeader("CamelFreshsalesSkipUnchanged", constant(false))
                .to("direct:export");
        // end::all[]

        // tag::one[]
        from("direct:contact")
                .to("freshsales:upsert?resourceType=contacts&skipUnchanged=true&sentRepository=#sent")
                .choice()
                .when(header("CamelFreshsalesUnchanged"))
                .log("Nothing to send")
                .otherwise()
                .log("Sent contact ${header.CamelFreshsalesResultId}")
                .end();
        // end::one[]
    }
}
