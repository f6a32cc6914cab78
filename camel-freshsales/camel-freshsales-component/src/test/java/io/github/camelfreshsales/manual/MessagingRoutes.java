// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.manual;

import io.github.camelfreshsales.FreshsalesException;
import org.apache.camel.builder.RouteBuilder;

/** The component behind a message broker. */
final class MessagingRoutes extends RouteBuilder {

    @Override
    public void configure() {
        // tag::jms[]
        onException(FreshsalesException.class)
                .onWhen(simple("${exception.status} == 400"))
                .handled(true)
                .setHeader("refusedReason", simple("${exception.message}"))
                .to("jms:queue:contacts.refused?transacted=true");

        from("jms:queue:contacts?transacted=true&cacheLevelName=CACHE_CONSUMER")
                .routeId("contacts-from-queue")
                .to("freshsales:upsert?resourceType=contacts");
        // end::jms[]
    }
}
