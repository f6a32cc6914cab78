// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.manual;

import io.github.camelfreshsales.FreshsalesException;
import io.github.camelfreshsales.processor.RetryAfterDelay;
import org.apache.camel.builder.RouteBuilder;

/** What a route does when a call fails. */
final class ErrorRoutes extends RouteBuilder {

    @Override
    public void configure() {
        // tag::handlers[]
        // The service may have acted on the call: a person or a later look decides, not a repeat.
        onException(FreshsalesException.class)
                .onWhen(simple("${exception.outcomeUnknown}"))
                .handled(true)
                .to("direct:look-before-repeating");

        // The component has repeated the call for some seconds. It may still succeed minutes later.
        onException(FreshsalesException.class)
                .onWhen(simple("${exception.retryable}"))
                .maximumRedeliveries(3)
                .redeliveryDelay("{{again-after:60000}}")
                .useExponentialBackOff()
                .backOffMultiplier(5)
                .maximumRedeliveryDelay(3_600_000)
                .onExceptionOccurred(new RetryAfterDelay())
                .handled(true)
                .to("direct:try-another-day");

        // Everything else stays wrong however often it is sent.
        onException(FreshsalesException.class).handled(true).to("direct:dead-letter");
        // end::handlers[]

        // tag::route[]
        from("direct:contacts").to("freshsales:create?resourceType=contacts");
        // end::route[]

        from("direct:deal").to("freshsales:get?resourceType=deals");

        // tag::dead-letter[]
        from("direct:dead-letter")
                .setHeader("reason", simple("${exception.message}"))
                .log("Contact ${body[email]} was not stored: ${header.reason}")
                .to("direct:failed-contacts");
        // end::dead-letter[]
    }
}
