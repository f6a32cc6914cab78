// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.examples.nightlyexport;

import org.apache.camel.builder.RouteBuilder;

/** The contacts of a file go to Freshsales, those that have changed: the part of this example to copy. */
final class ExportRoute extends RouteBuilder {

    @Override
    public void configure() {
        // What concerns the account (a wrong key, no calls left) ends the run: the next one sends what is missing.
        errorHandler(noErrorHandler());

        // the body is an Iterator of records; a bulk call goes out whenever a hundred of them have changed
        from("direct:contacts")
                .to("freshsales:bulkUpsert?resourceType=contacts&skipUnchanged=true&sentRepository=#sent"
                        + "&stopOnRecordError=false&resultMode=summary");
    }
}
