// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The programs of the manual in other languages, where these are installed. */
class OtherLanguagesTest {

    @RegisterExtension
    static final FreshsalesSimulatorExtension FRESHSALES = new FreshsalesSimulatorExtension();

    @ParameterizedTest
    @CsvSource({"node, contacts.mjs, contact 7", "python3, contacts.py, contacts 250"})
    void programOfTheManualRuns(String interpreter, String file, String printed) throws Exception {
        assumeTrue(isInstalled(interpreter), interpreter + " is not installed");
        FreshsalesSimulator simulator = FRESHSALES.simulator();

        Process program = new ProcessBuilder(
                        interpreter,
                        Path.of("src/test/clients", file).toString(),
                        simulator.baseUrl(),
                        simulator.apiKey())
                .redirectErrorStream(true)
                .start();

        String said = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(said).startsWith(printed);
        assertThat(program.waitFor()).isZero();
    }

    private static boolean isInstalled(String program) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> new File(folder, program).canExecute());
    }
}
