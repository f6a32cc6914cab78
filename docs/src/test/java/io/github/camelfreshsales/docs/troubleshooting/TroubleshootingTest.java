// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.docs.troubleshooting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The page about troubleshooting quotes a message for each trouble from a file, and here each is provoked. When messages
 * have changed on purpose, {@code -Dtroubleshooting.rewrite=true} writes the files anew.
 */
class TroubleshootingTest {

    private static final Path FOLDER = Path.of("src/test/resources/troubleshooting");

    @ParameterizedTest
    @EnumSource
    void messageIsTheOneOfTheManual(Trouble trouble) throws Exception {
        String message = trouble.provoke() + "\n";

        Path file = FOLDER.resolve(trouble.fileName());
        if (Boolean.getBoolean("troubleshooting.rewrite")) {
            Files.writeString(file, message);
        }
        assertThat(file).hasContent(message);
    }

    @ParameterizedTest
    @EnumSource
    void everyTroubleHasItsPlaceInTheManual(Trouble trouble) throws IOException {
        assertThat(Files.readString(Path.of("troubleshooting.adoc")))
                .contains("code docs/" + FOLDER + "/" + trouble.fileName());
    }

    @Test
    void everyFileIsProvoked() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            Stream.of(Trouble.values()).map(Trouble::fileName).toList());
        }
    }
}
