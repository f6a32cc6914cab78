// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.RuntimeMBeanException;
import org.apache.camel.CamelContextAware;
import org.apache.camel.console.DevConsole;
import org.apache.camel.console.DevConsoleRegistry;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.health.HealthCheckRepository;
import org.apache.camel.impl.health.DefaultHealthCheckRegistry;
import org.junit.jupiter.api.Test;

/** Neither keys nor what stands in records is shown to those who look at a running context. */
class OperatorViewTest extends WatchedAccountTest {

    private final RecordedSpans tracer = new RecordedSpans();

    private void live() throws Exception {
        CamelContextAware.trySetCamelContext(tracer, context);
        tracer.init(context);
        HealthCheckRegistry registry = new DefaultHealthCheckRegistry(context);
        context.getCamelContextExtension().addContextPlugin(HealthCheckRegistry.class, registry);
        HealthCheckRepository producers = (HealthCheckRepository) registry.resolveById("producers");
        producers.setEnabled(true);
        registry.register(producers);
        route("contacts", "freshsales:create?resourceType=contacts");
        route("others", "freshsales:create?resourceType=contacts&apiKey=" + OTHER_KEY);
        route("search", "freshsales:lookup");
        route("selector", "freshsales:selector?selectorName=owners");
        context.start();
        sendContact("contacts");
        sendContact("others");
        context.createFluentProducerTemplate()
                .withHeader("CamelFreshsalesQuery", EMAIL)
                .to("direct:search")
                .send();
        context.createFluentProducerTemplate()
                .withHeader("CamelFreshsalesQueryParameters", Map.of("who", EMAIL))
                .to("direct:selector")
                .send();
        simulator.trouble().dropConnection();
        sendContact("contacts");
        simulator
                .trouble()
                .answer(401)
                .body("application/json", "{\"message\":\"" + EMAIL + "\"}")
                .forever();
        sendContact("contacts");
        sendContact("others");
    }

    private String console() {
        DevConsole console = context.getCamelContextExtension()
                .getContextPlugin(DevConsoleRegistry.class)
                .resolveById("freshsales");
        return console.call(DevConsole.MediaType.TEXT, Map.of()) + "\n"
                + console.call(DevConsole.MediaType.JSON, Map.of());
    }

    private String health() {
        StringBuilder shown = new StringBuilder();
        HealthCheckHelper.invoke(context, "full")
                .forEach(result -> shown.append(result.getCheck().getId())
                        .append(result.getState())
                        .append(result.getMessage())
                        .append(result.getError())
                        .append(result.getDetails())
                        .append('\n'));
        return shown.toString();
    }

    private String jmx() throws Exception {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        StringBuilder shown = new StringBuilder();
        ObjectName pattern = new ObjectName("org.apache.camel:context=" + context.getManagementName() + ",*");
        for (ObjectName name : server.queryNames(pattern, null)) {
            shown.append(name).append('\n');
            for (MBeanAttributeInfo attribute : server.getMBeanInfo(name).getAttributes()) {
                shown.append(attribute.getName())
                        .append('=')
                        .append(value(server, name, attribute))
                        .append('\n');
            }
        }
        return shown.toString();
    }

    private static Object value(MBeanServer server, ObjectName name, MBeanAttributeInfo attribute) throws Exception {
        try {
            return server.getAttribute(name, attribute.getName());
        } catch (RuntimeMBeanException e) {
            return e; // an attribute of Camel's that is not there for this kind of service
        }
    }

    @Test
    void nothingThatIsShownHoldsAKeyOrARecord() throws Exception {
        live();

        List<String> views =
                List.of(console(), health(), jmx(), tracer.ofFreshsales().toString());

        assertThat(views.get(0)).contains("401").contains("selector/owners");
        assertThat(views.get(1)).contains("DOWN").contains("last.failure");
        assertThat(views.get(2)).contains("AccountResponsesByStatus={200=").contains("AccountLastFailure=401 at");
        assertThat(views.get(3)).contains("freshsales lookup").contains("http.status_code=401");
        assertThat(views).allSatisfy(view -> assertThat(view)
                .doesNotContain(KEY)
                .doesNotContain(OTHER_KEY)
                .doesNotContain(EMAIL)
                .doesNotContain("Moss"));
        assertThat(tracer.all().toString())
                .as("the spans of the routes too, in which Camel quotes failures")
                .doesNotContain(KEY)
                .doesNotContain(OTHER_KEY);
    }
}
