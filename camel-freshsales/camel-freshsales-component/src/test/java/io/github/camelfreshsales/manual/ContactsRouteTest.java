// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.manual;

// tag::test[]
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelfreshsales.component.FreshsalesComponent;
import io.github.camelfreshsales.simulator.FreshsalesSimulator;
import io.github.camelfreshsales.simulator.FreshsalesSimulatorExtension;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ContactsRouteTest {

    @RegisterExtension
    static final FreshsalesSimulatorExtension FRESHSALES = new FreshsalesSimulatorExtension();

    @Test
    void contactIsCreated() throws Exception {
        FreshsalesSimulator simulator = FRESHSALES.simulator();
        try (CamelContext context = new DefaultCamelContext()) {
            FreshsalesComponent freshsales = new FreshsalesComponent();
            freshsales.getConfiguration().setDomain(simulator.domain());
            freshsales.getConfiguration().setApiKey(simulator.apiKey());
            context.addComponent("freshsales", freshsales);
            context.start();

            Map<String, Object> lee = Map.of("email", "lee@example.test");
            context.createProducerTemplate().sendBody("freshsales:create?resourceType=contacts", lee);

            assertThat(simulator.records("contacts"))
                    .extracting(contact -> contact.get("email"))
                    .containsExactly("lee@example.test");
        }
    }
}
// end::test[]
