// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page of the component in the format of Camel's own manual. */
class CamelPageTest {

    private static final Path PAGE =
            Path.of("../camel-freshsales/camel-freshsales-component/src/main/docs/freshsales-component.adoc");

    @Test
    void pageIsAsCamelWantsIt() throws IOException {
        List<String> lines = Files.readAllLines(PAGE);

        assertThat(lines.get(0)).isEqualTo("= Freshsales Component");
        assertThat(lines)
                .containsSubsequence(
                        ":doctitle: Freshsales",
                        ":shortname: freshsales",
                        ":artifactid: camel-freshsales",
                        "include::partial$component-configure-options.adoc[]",
                        "include::partial$component-endpoint-options.adoc[]",
                        "include::partial$component-endpoint-headers.adoc[]");
    }

    @Test
    void pageHasWhatTheBuildWrites() throws IOException {
        assertThat(Files.readString(PAGE))
                .contains("<artifactId>camel-freshsales</artifactId>", "|`bulkUpsert`", "freshsales:create");
    }
}
