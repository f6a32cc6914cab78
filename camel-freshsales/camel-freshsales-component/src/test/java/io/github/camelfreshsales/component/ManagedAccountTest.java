// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelfreshsales.watch.CursorReport;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;

/** What JMX shows at an endpoint. */
class ManagedAccountTest extends WatchedAccountTest {

    private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();

    private ObjectName bean(String operation) throws Exception {
        Set<ObjectName> names = server.queryNames(
                new ObjectName("org.apache.camel:context=" + context.getManagementName()
                        + ",type=endpoints,name=\"freshsales://" + operation + "*\""),
                null);
        assertThat(names).hasSize(1);
        return names.iterator().next();
    }

    private Object attribute(String operation, String name) throws Exception {
        return server.getAttribute(bean(operation), name);
    }

    @Test
    void endpointShowsTheNumbersOfItsAccount() throws Exception {
        component.setRequestsPerHour(5_000);
        route("contacts", "freshsales:create?resourceType=contacts");
        route("owners", "freshsales:selector?selectorName=owners");
        simulator.turnOn(io.github.camelfreshsales.simulator.Switch.QUOTA_HEADERS_ABSENT);
        context.start();
        sendContact("contacts");
        send("owners", null);
        simulator.trouble().answer(422).then().dropConnection();
        turnClock(5);
        sendContact("contacts");
        sendContact("contacts");
        component
                .accounts()
                .acquire(component.getConfiguration())
                .watch()
                .addCursor(() -> new CursorReport("follow-deals", "deals", NOON, Duration.ofSeconds(72)));

        for (String operation : new String[] {"create", "selector"}) {
            assertThat(attribute(operation, "AccountHost")).isEqualTo("localhost:" + simulator.port());
            assertThat(attribute(operation, "AccountCalls")).isEqualTo(4L);
            assertThat(attribute(operation, "AccountErrors")).isEqualTo(2L);
            assertThat(attribute(operation, "AccountCallsWithoutResponse")).isEqualTo(1L);
            assertThat(attribute(operation, "AccountResponsesByStatus"))
                    .isEqualTo(Map.of("200", 1L, "201", 1L, "422", 1L));
            assertThat(attribute(operation, "AccountQuotaLeft")).isEqualTo(4_996);
            assertThat(attribute(operation, "AccountWaitingCalls")).isEqualTo(0L);
            assertThat(attribute(operation, "AccountJobsUnderWay")).isEqualTo(0L);
            assertThat(attribute(operation, "AccountLastSuccess")).isEqualTo("2026-03-01T12:00:30Z");
            assertThat(attribute(operation, "AccountLastFailure")).isEqualTo("no response at 2026-03-01T12:00:35Z");
            assertThat(attribute(operation, "AccountCursorLagSeconds")).isEqualTo(Map.of("follow-deals", 72L));
            assertThat(attribute(operation, "AccountMetadataAgeSeconds")).isEqualTo(Map.of("selector/owners", 5L));
        }
    }

    @Test
    void lookingAtAnEndpointMakesNoConnectionAndNoAccount() throws Exception {
        context.getEndpoint("freshsales:ping");
        context.start();

        assertThat(attribute("ping", "AccountCalls")).isEqualTo(0L);
        assertThat(attribute("ping", "AccountQuotaLeft")).isNull();
        assertThat(attribute("ping", "AccountLastSuccess")).isNull();
        assertThat(attribute("ping", "AccountLastFailure")).isNull();
        assertThat(component.accounts().reports()).isEmpty();
        assertThat(simulator.requestCount()).isZero();
    }

    @Test
    void endpointTellsWhereItsServiceIs() {
        FreshsalesEndpoint endpoint = context.getEndpoint("freshsales:ping", FreshsalesEndpoint.class);

        assertThat(endpoint.getServiceUrl()).isEqualTo(simulator.apiRoot());
        assertThat(endpoint.getServiceProtocol()).isEqualTo("rest");
        endpoint.getConfiguration().setDomain(null);
        assertThat(endpoint.getServiceUrl()).isNull();
    }
}
