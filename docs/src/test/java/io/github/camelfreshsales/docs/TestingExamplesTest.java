// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelfreshsales.component.FreshsalesComponent;
import io.github.camelfreshsales.simulator.FreshsalesSimulator;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the page "Testing your routes" shows. */
class TestingExamplesTest {

    private static final String CREATE = "freshsales:create?resourceType=contacts";
    private static final Map<String, Object> LEE = Map.of("last_name", "Moss", "email", "lee@example.test");

    private final FreshsalesSimulator simulator = FreshsalesSimulator.start();
    private final CamelContext context = new DefaultCamelContext();
    private ProducerTemplate template;

    @BeforeEach
    void startContext() {
        FreshsalesComponent freshsales = new FreshsalesComponent();
        freshsales.getConfiguration().setDomain(simulator.domain());
        freshsales.getConfiguration().setApiKey(simulator.apiKey());
        freshsales.getConfiguration().setRetryDelay(1);
        context.addComponent("freshsales", freshsales);
        context.start();
        template = context.createProducerTemplate();
    }

    @AfterEach
    void stop() throws Exception {
        context.close();
        simulator.close();
    }

    @Test
    void createSurvivesTwoRefusals() {
        // tag::busy[]
        simulator.trouble().answer(429).retryAfter("1").times(2).then().work();

        template.sendBody(CREATE, LEE);

        assertThat(simulator.requestCount("POST", "contacts")).isEqualTo(3);
        assertThat(simulator.records("contacts")).hasSize(1);
        // end::busy[]
    }

    @Test
    void lostResponseOfACreateIsNotRetried() {
        // tag::lost[]
        simulator.trouble().on("POST", "contacts").dropConnection().afterProcessing();

        assertThatThrownBy(() -> template.sendBody(CREATE, LEE))
                .cause()
                .hasFieldOrPropertyWithValue("outcomeUnknown", true);

        assertThat(simulator.requestCount("POST", "contacts")).isEqualTo(1);
        assertThat(simulator.records("contacts")).hasSize(1);
        // end::lost[]
    }

    @Test
    void someoneElseChangesARecord() {
        // tag::prepare[]
        long id = simulator.seed("deals", Map.of("name", "Attic", "amount", 900));
        simulator.customField("deals", "cf_region", "Region", "dropdown", "North", "South");
        simulator.update("deals", id, Map.of("amount", 1500));

        Object amount = template.requestBody("freshsales:get?resourceType=deals&recordId=" + id, null, Map.class)
                .get("amount");

        assertThat(amount).isEqualTo(simulator.record("deals", id).get("amount"));
        assertThat(simulator.requestCount()).isEqualTo(1);
        // end::prepare[]
    }
}
