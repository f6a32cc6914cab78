// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.manual;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** An application with a route to Freshsales. */
@SpringBootApplication
public class ContactsApplication {

    @Bean
    RouteBuilder contacts() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:contact").routeId("contact").to("freshsales:create?resourceType=contacts");
            }
        };
    }
}
