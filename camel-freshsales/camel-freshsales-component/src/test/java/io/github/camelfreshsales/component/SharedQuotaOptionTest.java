// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelfreshsales.AccountQuota;
import io.github.camelfreshsales.QuotaLimits;
import io.github.camelfreshsales.RemainingCalls;
import io.github.camelfreshsales.SharedQuota;
import io.github.camelfreshsales.simulator.FreshsalesSimulator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The component option {@code sharedQuota}. */
class SharedQuotaOptionTest {

    private final FreshsalesSimulator simulator = FreshsalesSimulator.builder().start();
    private final DefaultCamelContext context = new TestContext();
    private final List<String> happened = new ArrayList<>();

    /** Lets every call go. */
    private final SharedQuota sharedQuota = (apiRoot, limits, room) -> new AccountQuota() {
        {
            happened.add("open " + apiRoot + " " + limits);
        }

        @Override
        public Duration take() {
            happened.add("take");
            return Duration.ZERO;
        }

        @Override
        public Duration delay(int before) {
            return Duration.ZERO;
        }

        @Override
        public int left() {
            return 1;
        }

        @Override
        public void unused() {
            happened.add("unused");
        }

        @Override
        public void learn(RemainingCalls remaining) {
            happened.add("learn");
        }

        @Override
        public void close() {
            happened.add("close");
        }
    };

    @AfterEach
    void close() {
        context.stop();
        simulator.close();
    }

    private FreshsalesComponent component() {
        FreshsalesComponent component = new FreshsalesComponent();
        component.getConfiguration().setDomain(simulator.domain());
        component.getConfiguration().setApiKey(simulator.apiKey());
        component.setSharedQuota(sharedQuota);
        context.addComponent("freshsales", component);
        return component;
    }

    @Test
    void everyCallIsTakenFromIt() {
        FreshsalesComponent component = component();
        component.setRequestsPerHour(1_000);
        component.setRequestsPerMinute(400);
        component.setQuotaReserve(10);
        context.start();

        context.createFluentProducerTemplate().to("freshsales:ping").send();
        context.stop();

        assertThat(happened)
                .containsExactly(
                        "open " + simulator.apiRoot() + " " + new QuotaLimits(1_000, 400, 10), "take", "close");
    }

    @Test
    void needsTheCallsAnHourAndSomeTime() {
        FreshsalesComponent component = component();
        context.start();

        assertThatThrownBy(() ->
                        context.getEndpoint("freshsales:ping").createProducer().start())
                .hasMessageContaining("The option sharedQuota needs requestsPerHour");
        component.setRequestsPerHour(1_000);
        component.setMaxQuotaWait(999);
        assertThatThrownBy(() ->
                        context.getEndpoint("freshsales:ping").createProducer().start())
                .hasMessageContaining("and a maxQuotaWait of at least 1 s");
    }
}
