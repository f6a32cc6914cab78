// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.manual;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelfreshsales.component.FreshsalesComponent;
import io.github.camelfreshsales.simulator.FreshsalesSimulator;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.jsse.KeyStoreParameters;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.TrustManagersParameters;
import org.junit.jupiter.api.Test;

/** How the manual says that an account is set up. */
class SecurityExamplesTest extends ExampleTest {

    private static final Map<String, Object> LEE = Map.of("email", "lee@example.test");

    // tag::component[]
    static FreshsalesComponent addFreshsales(CamelContext context, String domain, String apiKey) {
        FreshsalesComponent freshsales = new FreshsalesComponent();
        freshsales.getConfiguration().setDomain(domain);
        freshsales.getConfiguration().setApiKey(apiKey);
        context.addComponent("freshsales", freshsales);
        return freshsales;
    }
    // end::component[]

    // tag::trust[]
    static void trust(FreshsalesComponent freshsales, String trustStore, String password) {
        KeyStoreParameters store = new KeyStoreParameters();
        store.setResource(trustStore);
        store.setPassword(password);
        TrustManagersParameters trust = new TrustManagersParameters();
        trust.setKeyStore(store);
        SSLContextParameters tls = new SSLContextParameters();
        tls.setTrustManagers(trust);
        freshsales.setSslContextParameters(tls);
    }
    // end::trust[]

    @Test
    void keyOnTheComponentServesEveryEndpoint() {
        context.removeComponent("freshsales");
        addFreshsales(context, simulator.domain(), simulator.apiKey());
        context.start();

        send("freshsales:create?resourceType=contacts", LEE);

        assertThat(simulator.count("contacts")).isEqualTo(1);
    }

    @Test
    void trustStoreOfTheComponentIsUsed() {
        try (FreshsalesSimulator tls = FreshsalesSimulator.builder().https(true).start()) {
            freshsales.getConfiguration().setDomain(tls.domain());
            freshsales.getConfiguration().setApiKey(tls.apiKey());
            trust(
                    freshsales,
                    "classpath:" + FreshsalesSimulator.TRUST_STORE_RESOURCE.replaceFirst("^/", ""),
                    FreshsalesSimulator.TRUST_STORE_PASSWORD);
            context.start();

            send("freshsales:create?resourceType=contacts", LEE);

            assertThat(tls.count("contacts")).isEqualTo(1);
        }
    }

    @Test
    void secretHeadersComeFromABean() throws Exception {
        String token = "t0ken-of-a-partner";
        // tag::bean[]
        context.getRegistry().bind("partnerHeaders", Map.of("X-Partner-Token", token));
        // end::bean[]
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                // tag::bean-route[]
                from("direct:partner").to("freshsales:create?resourceType=contacts&httpHeaders=#bean:partnerHeaders");
                // end::bean-route[]
            }
        });
        context.start();

        send("direct:partner", LEE);

        simulator
                .wireMock()
                .verify(postRequestedFor(urlPathEqualTo("/crm/sales/api/contacts"))
                        .withHeader("X-Partner-Token", equalTo(token)));
        assertThat(context.getEndpoints())
                .noneMatch(endpoint -> endpoint.toString().contains(token));
    }
}
