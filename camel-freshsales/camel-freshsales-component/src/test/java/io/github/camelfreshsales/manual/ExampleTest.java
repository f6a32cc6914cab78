// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.manual;

import io.github.camelfreshsales.component.FreshsalesComponent;
import io.github.camelfreshsales.component.TestContext;
import io.github.camelfreshsales.simulator.FreshsalesSimulator;
import io.github.camelfreshsales.simulator.FreshsalesSimulatorExtension;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Runs the examples of the manual on a simulator. An example that is written in two languages must do the same in both. */
abstract class ExampleTest {

    enum Language {
        JAVA,
        YAML
    }

    @RegisterExtension
    static final FreshsalesSimulatorExtension FRESHSALES =
            new FreshsalesSimulatorExtension(FreshsalesSimulator.builder().customModules("cm_project"));

    FreshsalesSimulator simulator;
    CamelContext context;
    FreshsalesComponent freshsales;

    @BeforeEach
    void prepareContext() {
        simulator = FRESHSALES.simulator();
        context = new TestContext();
        freshsales = componentOf(simulator);
        context.addComponent("freshsales", freshsales);
    }

    @AfterEach
    void closeContext() throws Exception {
        context.close();
    }

    static FreshsalesComponent componentOf(FreshsalesSimulator simulator) {
        FreshsalesComponent component = new FreshsalesComponent();
        component.getConfiguration().setDomain(simulator.domain());
        component.getConfiguration().setApiKey(simulator.apiKey());
        // repeats as often as by default, but at once
        component.getConfiguration().setRetryDelay(1);
        component.getConfiguration().setMaxRetryDelay(1);
        return component;
    }

    /** Gives values to the placeholders of the examples. */
    void useProperties(Map<String, ?> values) {
        Properties properties = new Properties();
        values.forEach((name, value) -> properties.setProperty(name, value.toString()));
        context.getPropertiesComponent().setOverrideProperties(properties);
    }

    /** Starts the routes of one language. */
    void start(Language language, RoutesBuilder java, String yaml) throws Exception {
        if (language == Language.JAVA) {
            context.addRoutes(java);
        } else {
            Resource resource = ResourceHelper.resolveMandatoryResource(context, "classpath:manual/" + yaml);
            PluginHelper.getRoutesLoader(context).loadRoutes(resource);
        }
        context.start();
    }

    Message send(String uri, Object body, Map<String, Object> headers) {
        Exchange result = context.createFluentProducerTemplate()
                .withHeaders(headers)
                .withBody(body)
                .to(uri)
                .send();
        if (result.getException() != null) {
            throw new CamelExecutionException("failed", result, result.getException());
        }
        return result.getMessage();
    }

    Message send(String uri, Object body) {
        return send(uri, body, Map.of());
    }

    /** Stands in for the place that an example sends something to. */
    List<Exchange> arrivalsAt(String uri) throws Exception {
        MockEndpoint mock = context.getEndpoint("mock:" + uri.replace(':', '-'), MockEndpoint.class);
        context.addRoutes(new org.apache.camel.builder.RouteBuilder() {
            @Override
            public void configure() {
                from(uri).to(mock);
            }
        });
        return mock.getReceivedExchanges();
    }
}
