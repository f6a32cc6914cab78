// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.component;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelfreshsales.watch.FreshsalesMeter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.camel.builder.RouteBuilder;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The dashboard of the manual asks for what an account with traffic has in Prometheus, and for nothing else. */
@Timeout(60)
class DashboardTest extends WatchedAccountTest {

    private static final Path DASHBOARD = Path.of("../../docs/grafana/freshsales.json");
    private static final Pattern NAME = Pattern.compile("freshsales_[a-z_]+");
    private static final Pattern SERIES = Pattern.compile("(?m)^(freshsales_[a-z_]+)\\{([^}]*)}");
    private static final Pattern LABEL = Pattern.compile("([a-z]+)=\"");
    private static final Pattern SELECTOR = Pattern.compile("(freshsales_[a-z_]+)\\{([^}]*)}");
    private static final Pattern LABEL_OF_QUERY = Pattern.compile("([a-z]+)\\s*(?:=~|!~|!=|=)\"");
    private static final Pattern GROUPING = Pattern.compile("by ?\\(([a-z, ]+)\\)");
    private static final Pattern LEGEND = Pattern.compile("\\{\\{([a-z]+)}}");

    private final PrometheusMeterRegistry prometheus = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private JsonNode dashboard;

    @BeforeEach
    void loadDashboard() throws IOException {
        dashboard = new ObjectMapper().readTree(DASHBOARD.toFile());
    }

    /** Every kind of traffic, so that every meter is there. */
    private String scrapeOfAnAccountWithTraffic() throws Exception {
        runClock();
        route("bulk", "freshsales:bulkUpsert?resourceType=contacts&jobPollInterval=100");
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("freshsales:changes?resourceType=deals&delay=10").to("mock:deals");
            }
        });
        context.getRegistry().bind("prometheus", prometheus);
        simulator.trouble().on("POST", "contacts/bulk_upsert").answer(429);
        context.start();
        send("bulk", List.of(Map.of("email", EMAIL)));
        Awaitility.await().until(() -> seriesNames(prometheus.scrape()).contains("freshsales_cursor_lag_seconds"));
        return prometheus.scrape();
    }

    private static Set<String> seriesNames(String scrape) {
        return SERIES.matcher(scrape)
                .results()
                .map(series -> series.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<String> queries() {
        return dashboard.findValues("expr").stream().map(JsonNode::asText).toList();
    }

    @Test
    void queriesAskForTheSeriesThatThereAre() throws Exception {
        Set<String> series = seriesNames(scrapeOfAnAccountWithTraffic());

        Set<String> asked = queries().stream()
                .flatMap(query -> NAME.matcher(query).results())
                .map(name -> name.group())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(series).containsAll(asked);
        assertThat(asked).as("every meter is on the dashboard").allSatisfy(name -> assertThat(meterOf(name))
                .isNotNull());
        assertThat(asked.stream().map(DashboardTest::meterOf).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(FreshsalesMeter.values());
    }

    /** The meter that a series comes from: the one with the longest name of those that it begins with. */
    private static FreshsalesMeter meterOf(String series) {
        return Arrays.stream(FreshsalesMeter.values())
                .filter(meter -> series.startsWith(meter.meterName().replace('.', '_')))
                .max(Comparator.comparing(meter -> meter.meterName().length()))
                .orElse(null);
    }

    @Test
    void queriesAndLegendsUseTheLabelsThatThereAre() throws Exception {
        Map<String, Set<String>> labels = SERIES.matcher(scrapeOfAnAccountWithTraffic())
                .results()
                .collect(Collectors.toMap(
                        series -> series.group(1), series -> found(LABEL, series.group(2)), (one, other) -> one));

        for (String query : queries()) {
            SELECTOR.matcher(query).results().forEach(selector -> assertThat(labels.get(selector.group(1)))
                    .as(query)
                    .containsAll(found(LABEL_OF_QUERY, selector.group(2))));
            Set<String> ofQuery = NAME.matcher(query)
                    .results()
                    .flatMap(name -> labels.get(name.group()).stream())
                    .collect(Collectors.toSet());
            GROUPING.matcher(query).results().forEach(by -> assertThat(ofQuery)
                    .contains(by.group(1).split(", ?")));
        }
        Set<String> all = labels.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        dashboard.findValues("legendFormat").forEach(legend -> assertThat(all)
                .containsAll(found(LEGEND, legend.asText())));
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(label -> label.group(1)).collect(Collectors.toSet());
    }

    @Test
    void panelsHaveTitlesUnitsAndPlacesOfTheirOwn() {
        JsonNode panels = dashboard.path("panels");

        assertThat(panels).isNotEmpty().allSatisfy(panel -> {
            assertThat(panel.path("title").asText()).isNotBlank();
            assertThat(panel.path("targets")).isNotEmpty();
            assertThat(panel.path("gridPos").path("x").asInt()
                            + panel.path("gridPos").path("w").asInt())
                    .isLessThanOrEqualTo(24);
        });
        assertThat(panels.findValues("gridPos")).doesNotHaveDuplicates();
        assertThat(panels).extracting(panel -> panel.path("id").asInt()).doesNotHaveDuplicates();
    }
}
