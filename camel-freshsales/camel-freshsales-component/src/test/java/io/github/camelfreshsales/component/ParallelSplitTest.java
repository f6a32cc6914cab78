// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelfreshsales.simulator.FreshsalesSimulator;
import io.github.camelfreshsales.simulator.FreshsalesSimulatorExtension;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.processor.aggregate.GroupedBodyAggregationStrategy;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The component between a splitter and an aggregator. */
class ParallelSplitTest {

    private static final int RECORDS = 10_000;

    @RegisterExtension
    static final FreshsalesSimulatorExtension FRESHSALES =
            new FreshsalesSimulatorExtension(FreshsalesSimulator.builder().journalLimit(0));

    @Test
    void eachOfTenThousandRecordsArrivesExactlyOnce() throws Exception {
        FreshsalesSimulator simulator = FRESHSALES.simulator();
        List<Object> groups = new CopyOnWriteArrayList<>();
        PoolingHttpClientConnectionManager pool = new PoolingHttpClientConnectionManager();
        pool.setDefaultMaxPerRoute(20);
        int leased;
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            FreshsalesComponent component = new FreshsalesComponent();
            component.getConfiguration().setDomain(simulator.domain());
            component.getConfiguration().setApiKey(simulator.apiKey());
            component.setHttpClient(
                    HttpClients.custom().setConnectionManager(pool).build());
            context.addComponent("freshsales", component);
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:records")
                            .split(body())
                            .streaming()
                            .parallelProcessing()
                            .to("freshsales:create?resourceType=contacts")
                            .to("direct:stored");
                    from("direct:stored")
                            .aggregate(constant(true), new GroupedBodyAggregationStrategy())
                            .completionSize(100)
                            .process(
                                    exchange -> groups.add(exchange.getMessage().getBody()));
                }
            });
            context.start();

            context.createProducerTemplate()
                    .requestBody(
                            "direct:records",
                            IntStream.range(0, RECORDS)
                                    .mapToObj(i -> Map.of("last_name", "n" + i, "email", i + "@example.test"))
                                    .iterator());
            // the aggregator passes its last group on after the splitter has let go of the record that completed it
            Awaitility.await().until(() -> groups.size() == RECORDS / 100);
            leased = pool.getTotalStats().getLeased();
        }

        List<Object> ids = new ArrayList<>();
        groups.forEach(group -> ((List<?>) group).forEach(record -> ids.add(((Map<?, ?>) record).get("id"))));
        assertThat(ids).hasSize(RECORDS).doesNotHaveDuplicates();
        assertThat(simulator.count("contacts")).isEqualTo(RECORDS);
        assertThat(simulator.requestCount("POST", "contacts")).isEqualTo(RECORDS);
        assertThat(simulator.records("contacts"))
                .extracting(contact -> contact.get("email"))
                .doesNotHaveDuplicates();
        assertThat(leased)
                .as("connections still in use when the last record was through")
                .isZero();
    }
}
