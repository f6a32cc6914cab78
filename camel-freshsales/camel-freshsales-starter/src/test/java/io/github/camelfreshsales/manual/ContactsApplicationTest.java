// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.manual;

// tag::test[]
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelfreshsales.simulator.FreshsalesSimulator;
import io.github.camelfreshsales.simulator.spring.EnableFreshsalesSimulator;
import java.util.Map;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
@EnableFreshsalesSimulator
class ContactsApplicationTest {

    @Autowired
    FreshsalesSimulator simulator;

    @Autowired
    ProducerTemplate template;

    @Test
    void contactIsCreated() {
        template.sendBody("direct:contact", Map.of("email", "lee@example.test"));

        assertThat(simulator.records("contacts"))
                .extracting(contact -> contact.get("email"))
                .containsExactly("lee@example.test");
    }
}
// end::test[]
