// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.manual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelfreshsales.simulator.Trouble;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.Exchange;
import org.apache.camel.component.jms.JmsComponent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page about brokers keeps what it says of JMS, on an Artemis inside this Java. */
class MessagingExamplesTest extends ExampleTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private EmbeddedActiveMQ artemis;
    private ActiveMQConnectionFactory connections;

    @BeforeEach
    void startArtemis() throws Exception {
        String address = "vm://" + Math.abs(UUID.randomUUID().hashCode());
        Configuration configuration = new ConfigurationImpl()
                .setPersistenceEnabled(false)
                .setSecurityEnabled(false)
                .setJMXManagementEnabled(false)
                .addAcceptorConfiguration("vm", address)
                .addAddressSetting("#", new AddressSettings().setMaxDeliveryAttempts(-1));
        artemis = new EmbeddedActiveMQ().setConfiguration(configuration).start();
        connections = new ActiveMQConnectionFactory(address);
        JmsComponent jms = new JmsComponent();
        jms.setConnectionFactory(connections);
        context.addComponent("jms", jms);
    }

    /** The routes first, which use the broker. */
    @AfterEach
    void stopArtemis() throws Exception {
        context.stop();
        connections.close();
        artemis.stop();
    }

    private void start(Language language) throws Exception {
        start(language, new MessagingRoutes(), "messaging.yaml");
    }

    private void queue(int n) {
        send("jms:queue:contacts", "{\"last_name\":\"n%d\",\"email\":\"n%d@example.test\"}".formatted(n, n), Map.of());
    }

    @ParameterizedTest
    @EnumSource
    void messageThatFailsIsRolledBackAndComesAgain(Language language) throws Exception {
        freshsales.getConfiguration().setMaxRetries(0);
        Trouble outage = simulator.trouble().answer(503).forever();
        start(language);

        queue(1);
        queue(2);
        await().atMost(PATIENCE).until(() -> simulator.requestCount() >= 3);
        assertThat(simulator.count("contacts")).isZero();
        outage.withdraw();

        await().atMost(PATIENCE).until(() -> simulator.count("contacts") == 2);
    }

    @ParameterizedTest
    @EnumSource
    void routeThatStopsInTheMiddleLosesNothing(Language language) throws Exception {
        freshsales.getConfiguration().setMaxRetries(0);
        Trouble outage = simulator.trouble().answer(503).forever();
        start(language);
        queue(1);
        await().atMost(PATIENCE).until(() -> simulator.requestCount() >= 1);

        context.getRouteController().stopRoute("contacts-from-queue");
        outage.withdraw();
        assertThat(simulator.count("contacts")).isZero();
        context.getRouteController().startRoute("contacts-from-queue");

        await().atMost(PATIENCE).until(() -> simulator.count("contacts") == 1);
    }

    @ParameterizedTest
    @EnumSource
    void refusedMessageGoesAsideWithTheReasonAndTheNextOneIsStored(Language language) throws Exception {
        List<Exchange> refused = arrivalsAt("jms:queue:contacts.refused");
        start(language);
        simulator.trouble().answer(400);

        queue(1);
        queue(2);

        await().atMost(PATIENCE).until(() -> refused.size() == 1 && simulator.count("contacts") == 1);
        assertThat(refused.get(0).getMessage().getBody(String.class)).contains("n1@example.test");
        assertThat(refused.get(0).getMessage().getHeader("refusedReason", String.class))
                .contains("400")
                .doesNotContain(simulator.apiKey());
    }
}
