// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.manual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The route of the manual that follows deals. */
class FollowingExamplesTest extends ExampleTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void dealsAreFollowed(Language language) throws Exception {
        useProperties(Map.of("folder", folder));
        simulator.seed("deals", Map.of("name", "Pumps"));
        List<Exchange> deals = arrivalsAt("direct:deals");

        start(language, new FollowingRoutes(folder), "following.yaml");

        await().untilAsserted(() -> assertThat(deals).hasSize(1));
        assertThat(deals.get(0).getMessage().getBody(Map.class).get("name")).isEqualTo("Pumps");
        assertThat(deals.get(0).getMessage().getHeader("CamelFreshsalesChangeType"))
                .isEqualTo("created");
        Path cursors = folder.resolve("cursors");
        await().untilAsserted(() -> assertThat(cursors).isDirectoryContaining("glob:**%2Fdeals%2Ffollow-deals.state"));
        try (Stream<Path> files = Files.list(cursors)) {
            assertThat(files)
                    .singleElement()
                    .satisfies(file -> assertThat(file).content().startsWith("{\"version\":2"));
        }
    }
}
