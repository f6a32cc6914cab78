// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelfreshsales.component.FreshsalesComponent;
import io.github.camelfreshsales.simulator.FreshsalesSimulator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The routes in XML that the manual shows beside those in Java and YAML. */
class XmlRoutesTest {

    @TempDir
    Path folder;

    private final FreshsalesSimulator simulator = FreshsalesSimulator.start();
    private final CamelContext context = new DefaultCamelContext();
    private final List<Object> bodies = Collections.synchronizedList(new ArrayList<>());

    private void start(String file, String... ends) throws Exception {
        context.getPropertiesComponent().addInitialProperty("folder", folder.toString());
        FreshsalesComponent freshsales = new FreshsalesComponent();
        freshsales.getConfiguration().setDomain(simulator.domain());
        freshsales.getConfiguration().setApiKey(simulator.apiKey());
        context.addComponent("freshsales", freshsales);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                for (String end : ends) {
                    from(end)
                            .process(
                                    exchange -> bodies.add(exchange.getMessage().getBody()));
                }
            }
        });
        PluginHelper.getRoutesLoader(context)
                .loadRoutes(PluginHelper.getResourceLoader(context).resolveResource("classpath:routes/" + file));
        context.start();
    }

    @AfterEach
    void stop() throws Exception {
        context.close();
        simulator.close();
    }

    private void startRecords() throws Exception {
        start("records.xml", "direct:welcome", "direct:look-at", "direct:contact");
    }

    @Test
    void fileBecomesAContact() throws Exception {
        Files.writeString(folder.resolve("lee.json"), "{\"last_name\": \"Moss\", \"email\": \"lee@example.test\"}");

        startRecords();

        await().atMost(Duration.ofMinutes(1)).until(() -> simulator.count("contacts") == 1);
    }

    @Test
    void upsertTellsWhoIsNew() throws Exception {
        startRecords();
        Map<String, Object> lee = Map.of("external_id", "L1", "last_name", "Moss", "email", "lee@example.test");

        context.createProducerTemplate().sendBody("direct:upsert", lee);
        context.createProducerTemplate().sendBody("direct:upsert", lee);

        assertThat(bodies).hasSize(1);
        assertThat(simulator.count("contacts")).isEqualTo(1);
    }

    @Test
    void bulkUpsertNamesTheFailures() throws Exception {
        simulator.jobsTakeLooks(0);
        simulator.failBulkItem(item -> "ann@example.test".equals(item.get("emails")), "The record is locked");
        startRecords();

        context.createProducerTemplate()
                .sendBody(
                        "direct:bulk-upsert",
                        List.of(
                                Map.of("last_name", "Moss", "email", "lee@example.test"),
                                Map.of("last_name", "Lark", "email", "ann@example.test")));

        assertThat(bodies).hasSize(1);
        assertThat(simulator.count("contacts")).isEqualTo(1);
    }

    @Test
    void streamReadsEveryContact() throws Exception {
        simulator.generate("contacts", 230);
        startRecords();

        context.createProducerTemplate().sendBody("direct:export", null);

        assertThat(bodies).hasSize(230);
    }

    @Test
    void changesAreDelivered() throws Exception {
        simulator.seed("deals", Map.of("name", "Attic", "amount", 900));

        start("following.xml", "direct:deals");

        await().atMost(Duration.ofMinutes(1)).until(() -> bodies.size() == 1);
        assertThat(folder.resolve("cursors")).isDirectory();
    }
}
