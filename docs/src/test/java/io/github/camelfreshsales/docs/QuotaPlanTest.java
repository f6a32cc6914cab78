// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelfreshsales.FreshsalesConfiguration;
import io.github.camelfreshsales.component.FreshsalesComponent;
import io.github.camelfreshsales.simulator.FreshsalesSimulator;
import io.github.camelfreshsales.simulator.Plan;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The arithmetic of the quota, against what the component really sends. */
class QuotaPlanTest {

    private static final int RECORDS = 1_000;

    private final FreshsalesSimulator simulator =
            FreshsalesSimulator.builder().jobsTake(Duration.ZERO).start();
    private final CamelContext context = new DefaultCamelContext();

    @BeforeEach
    void start() {
        FreshsalesComponent component = new FreshsalesComponent();
        FreshsalesConfiguration options = component.getConfiguration();
        options.setDomain(simulator.domain());
        options.setApiKey(simulator.apiKey());
        options.setJobPollInterval(100);
        context.addComponent("freshsales", component);
        context.start();
    }

    @AfterEach
    void close() throws Exception {
        context.close();
        simulator.close();
    }

    private static List<Map<String, String>> contacts() {
        return IntStream.range(0, RECORDS)
                .mapToObj(i -> Map.of("last_name", "Moss", "email", "c" + i + "@example.test"))
                .toList();
    }

    private long calls(String uri, Object body) {
        long before = simulator.requestCount();
        context.createFluentProducerTemplate().withBody(body).to(uri).request();
        return simulator.requestCount() - before;
    }

    @Test
    void recordsCostWhatTheManualSays() {
        assertThat(calls("freshsales:bulkUpsert?resourceType=contacts", contacts()))
                .isBetween(2L * RECORDS / 100, (long) QuotaPlan.bulkUpsert(RECORDS));
        assertThat(calls("freshsales:upsert?resourceType=contacts", contacts().subList(0, 50)))
                .isEqualTo(QuotaPlan.oneByOne(50));
        assertThat(calls("freshsales:list?resourceType=contacts&fetch=all", null))
                .isEqualTo(QuotaPlan.list((int) simulator.count("contacts")));
    }

    @Test
    void plansAreThoseOfTheVendor() {
        QuotaPlan.PLANS.forEach(
                plan -> assertThat(Plan.valueOf(plan.name().toUpperCase()).perHour())
                        .as(plan.name())
                        .isEqualTo(plan.perHour()));
    }

    @Test
    void quarterIsSpreadOnOneNodeAndFourFifthsInACluster() {
        assertThat(QuotaPlan.onOneNode()).containsSequence("|10,000 contacts with `bulkUpsert`", "|220", "|at once");
        assertThat(QuotaPlan.inACluster()).containsSequence("|10,000 contacts with `bulkUpsert`", "|220", "|2 min");
        assertThat(QuotaPlan.onOneNode()).containsSequence("|1,000 contacts, an `upsert` each", "|1,000", "|1 h");
        assertThat(QuotaPlan.inACluster())
                .containsSequence("|100,000 contacts with `bulkUpsert`", "|2,200", "|2 h 30 min");
        assertThat(QuotaPlan.shares()).containsSequence("|`changes` of one resource, every minute", "|60", "|6.0 %");
    }
}
