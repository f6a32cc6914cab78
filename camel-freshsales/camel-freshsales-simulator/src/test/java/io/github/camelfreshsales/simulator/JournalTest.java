// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.util.List;
import org.junit.jupiter.api.Test;

class JournalTest {

    private static final String TEXT = "x".repeat(50_000);

    @Test
    void oldestRequestsGoWhenTheirBytesAreTooMany() {
        try (FreshsalesSimulator simulator =
                FreshsalesSimulator.builder().journalBytes(500_000).start()) {
            Client client = Client.of(simulator);

            for (int i = 0; i < 30; i++) {
                client.post("contacts", "{'contact':{'last_name':'" + i + "','address':'" + TEXT + "'}}");
            }

            List<ServeEvent> kept = simulator.wireMock().getAllServeEvents();
            assertThat(kept).hasSizeBetween(3, 9);
            assertThat(kept.get(0).getRequest().getBodyAsString()).contains("\"last_name\":\"29\"", TEXT);
            assertThat(simulator.requestCount()).isEqualTo(30);
        }
    }

    @Test
    void bodyThatIsTooLongByItselfIsNotKept() {
        try (FreshsalesSimulator simulator =
                FreshsalesSimulator.builder().journalBytes(40_000).start()) {
            Client client = Client.of(simulator);

            client.post("contacts", "{'contact':{'address':'" + TEXT + "'}}");

            LoggedRequest only =
                    simulator.wireMock().findAll(postRequestedFor(anyUrl())).get(0);
            assertThat(only.getBodyAsString()).isEqualTo("a long body, not kept");
            assertThat(only.getUrl()).endsWith("/contacts");
        }
    }
}
