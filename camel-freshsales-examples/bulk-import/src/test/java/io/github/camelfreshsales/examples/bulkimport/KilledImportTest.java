// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.examples.bulkimport;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelfreshsales.simulator.FreshsalesSimulator;
import io.github.camelfreshsales.simulator.FreshsalesSimulatorExtension;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The import as a process of its own, killed without a warning and started again. */
@Tag("kills")
class KilledImportTest {

    private static final int ROWS = 20_000;
    private static final int KILLS = 10;

    @RegisterExtension
    static final FreshsalesSimulatorExtension FRESHSALES =
            new FreshsalesSimulatorExtension(FreshsalesSimulator.builder().journalLimit(0));

    @TempDir
    Path folder;

    private final FreshsalesSimulator simulator = FRESHSALES.simulator();
    private Process process;

    @AfterEach
    void endProcess() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    @Test
    @Timeout(120)
    void tenKillsLoseNothingAndStoreNothingTwice() throws Exception {
        for (int kill = 1; kill <= KILLS; kill++) {
            // another point of a chunk each time: after 1,100 records, 1,200 … 2,000
            long point = simulator.bulkItemsReceived() + 1_000 + kill * 100;
            start();
            boolean ended = false;
            while (!ended && simulator.bulkItemsReceived() < point) {
                ended = process.waitFor(1, TimeUnit.MILLISECONDS);
            }
            assertThat(ended).as(output()).isFalse();
            process.destroyForcibly().waitFor();
            assertThat(process.exitValue()).isNotZero();
        }
        assertThat(simulator.count("contacts")).isLessThan(ROWS);

        start();

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(output()).isZero();
        assertThat(simulator.count("contacts")).isEqualTo(ROWS);
        assertThat(simulator.records("contacts").stream()
                        .map(contact -> contact.get("email"))
                        .distinct())
                .hasSize(ROWS);
        assertThat(simulator.bulkItemsReceived())
                .isGreaterThan(ROWS)
                .isLessThan(ROWS + (KILLS + 1) * BulkImport.CHUNK_SIZE);
    }

    private void start() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = List.of(
                java,
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                BulkImport.class.getName(),
                "--rows=" + ROWS,
                "--folder=" + folder);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log()));
        builder.environment().put(Account.DOMAIN, simulator.domain());
        builder.environment().put(Account.API_KEY, simulator.apiKey());
        builder.environment().put(Account.JOB_POLL_INTERVAL, "100");
        process = builder.start();
    }

    private File log() {
        return folder.resolve("output.log").toFile();
    }

    private String output() throws IOException {
        return Files.readString(log().toPath());
    }
}
