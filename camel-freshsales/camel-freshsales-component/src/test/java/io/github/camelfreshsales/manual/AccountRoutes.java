// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.manual;

import io.github.camelfreshsales.component.FreshsalesComponent;
import org.apache.camel.builder.RouteBuilder;

/** Two accounts in one context. */
final class AccountRoutes extends RouteBuilder {

    @Override
    public void configure() {
        // tag::two[]
        FreshsalesComponent archive = new FreshsalesComponent();
        archive.getConfiguration().setDomain(getContext().resolvePropertyPlaceholders("{{archive-domain}}"));
        archive.getConfiguration().setApiKey(getContext().resolvePropertyPlaceholders("{{archive-key}}"));
        getContext().addComponent("freshsales-archive", archive);

        from("direct:both")
                .multicast()
                .to("freshsales:create?resourceType=contacts")
                .to("freshsales-archive:create?resourceType=contacts");
        // end::two[]
    }
}
