// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.springboot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelfreshsales.component.FreshsalesComponent;
import io.github.camelfreshsales.manual.ContactsApplication;
import io.github.camelfreshsales.simulator.FreshsalesSimulator;
import io.github.camelfreshsales.simulator.spring.EnableFreshsalesSimulator;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.TestPropertySource;

/** An application that runs, as its users and their platform see it. */
@SpringBootTest(classes = ContactsApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@EnableFreshsalesSimulator
class StarterApplicationTest {

    private static final Map<String, Object> LEE = Map.of("email", "lee@example.test");

    @Autowired
    private ProducerTemplate template;

    @Autowired
    private FreshsalesSimulator simulator;

    @Value("${local.server.port}")
    private int port;

    @RepeatedTest(2)
    void recordReachesAnAccountThatIsEmptyBeforeEachTest() {
        template.sendBody("direct:contact", LEE);

        assertThat(simulator.records("contacts"))
                .extracting(contact -> contact.get("email"))
                .containsExactly("lee@example.test");
    }

    @Test
    void applicationIsReadyWhileTheAccountWorks() throws Exception {
        template.sendBody("direct:contact", LEE);

        assertThat(health("/readiness").statusCode()).isEqualTo(200);
        assertThat(health("").body()).contains("producer:freshsales").doesNotContain(simulator.apiKey());
    }

    @Test
    void applicationIsNotReadyWhenTheServiceRefusesTheKey() throws Exception {
        simulator.trouble().answer(401).forever();

        assertThatThrownBy(() -> template.sendBody("direct:contact", LEE)).isInstanceOf(CamelExecutionException.class);

        assertThat(health("/readiness").statusCode()).isEqualTo(503);
        assertThat(health("").body()).contains("401").doesNotContain(simulator.apiKey());
    }

    private HttpResponse<String> health(String group) throws Exception {
        URI uri = URI.create("http://localhost:" + port + "/actuator/health" + group);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Spring starts another application for it, since a property differs. */
    @Nested
    @TestPropertySource(properties = "camel.component.freshsales.domain=acme")
    class AnotherApplication {

        @Autowired
        private CamelContext context;

        @Autowired
        private FreshsalesSimulator sameSimulator;

        @Test
        void sharesTheSimulatorAndGoesNowhereElse() {
            FreshsalesComponent freshsales = context.getComponent("freshsales", FreshsalesComponent.class);

            assertThat(sameSimulator).isSameAs(simulator);
            assertThat(freshsales.getConfiguration().getDomain()).isEqualTo(simulator.domain());
        }
    }
}
