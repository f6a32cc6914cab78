// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page about Kamelets names each of them with all its properties. */
class KameletsPageTest {

    private static final Pattern PROPERTY = Pattern.compile("(?m)^ {6}(\\w+):\n {8}title:");

    static Stream<Path> kamelets() throws IOException {
        try (Stream<Path> files =
                Files.list(Path.of("../camel-freshsales/camel-freshsales-kamelets/src/main/resources/kamelets"))) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void kameletAndItsPropertiesAreOnThePage(Path kamelet) throws IOException {
        String page = Files.readString(Path.of("kamelets.adoc"));

        assertThat(page).contains("`" + kamelet.getFileName().toString().replace(".kamelet.yaml", "") + "`:: ");
        assertThat(PROPERTY.matcher(Files.readString(kamelet)).results().map(found -> "`" + found.group(1) + "`"))
                .isNotEmpty()
                .allSatisfy(property -> assertThat(page).contains(property));
    }
}
