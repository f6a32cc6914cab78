// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.examples.nightlyexport;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelfreshsales.examples.csv.CsvFile;
import io.github.camelfreshsales.examples.csv.CsvRows;
import io.github.camelfreshsales.simulator.FreshsalesSimulator;
import io.github.camelfreshsales.simulator.FreshsalesSimulatorExtension;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The export as a process of its own, killed without a warning in the middle of a night. */
@Tag("kills")
class KilledExportTest {

    private static final int KILLS = Integer.getInteger("kills", 2);
    private static final long SEED = Long.getLong("kills.seed", 17);
    private static final int ROWS = 4_000;

    /** Half of the contacts differ between these two. */
    private static final int[] NIGHTS = {1, 51};

    @RegisterExtension
    static final FreshsalesSimulatorExtension FRESHSALES = new FreshsalesSimulatorExtension(
            FreshsalesSimulator.builder().journalLimit(0).jobsTake(Duration.ofMillis(30)));

    @TempDir
    Path folder;

    private final FreshsalesSimulator simulator = FRESHSALES.simulator();
    private final Random random = new Random(SEED);
    private Process process;

    @AfterEach
    void endProcess() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    @Test
    @Timeout(1800)
    void afterAnyNumberOfKillsTheAccountEqualsTheFile() throws Exception {
        finish(NIGHTS[0]);
        int kills = 0;
        // a killed night is followed by the same file, or by one in which all is as it was before
        for (int night = NIGHTS[1]; kills < KILLS; night = NIGHTS[random.nextInt(2)]) {
            kills += isKilled(night) ? 1 : 0;
        }

        finish(NIGHTS[1]);

        System.out.printf("-Dkills.seed=%d: %d kills, %d records sent%n", SEED, kills, simulator.bulkItemsReceived());
        assertThat(account()).isEqualTo(file());
        long received = simulator.bulkItemsReceived();
        finish(NIGHTS[1]);
        assertThat(simulator.bulkItemsReceived()).isEqualTo(received);
    }

    /** Whether the kill came before the end. */
    private boolean isKilled(int night) throws Exception {
        long point = simulator.bulkItemsReceived() + 1 + random.nextInt(600);
        start(night);
        boolean ended = false;
        while (!ended && simulator.bulkItemsReceived() < point) {
            ended = process.waitFor(1, TimeUnit.MILLISECONDS);
        }
        process.destroyForcibly().waitFor();
        return process.exitValue() != 0;
    }

    private void finish(int night) throws Exception {
        start(night);
        assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(output()).isZero();
    }

    private void start(int night) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = List.of(
                java,
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                NightlyExport.class.getName(),
                "--rows=" + ROWS,
                "--night=" + night,
                "--folder=" + folder);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log()));
        builder.environment().put(Account.DOMAIN, simulator.domain());
        builder.environment().put(Account.API_KEY, simulator.apiKey());
        builder.environment().put(Account.JOB_POLL_INTERVAL, "100");
        process = builder.start();
    }

    private Map<Object, Object> file() {
        Map<Object, Object> titles = new HashMap<>();
        try (CsvRows rows = CsvFile.of(folder.resolve("contacts.csv")).rows()) {
            rows.forEachRemaining(
                    row -> titles.put(row.values().get("email"), row.values().get("job_title")));
        }
        return titles;
    }

    private Map<Object, Object> account() {
        Map<Object, Object> titles = new HashMap<>();
        simulator.records("contacts").forEach(contact -> titles.put(contact.get("email"), contact.get("job_title")));
        return titles;
    }

    private File log() {
        return folder.resolve("output.log").toFile();
    }

    private String output() throws IOException {
        return Files.readString(log().toPath());
    }
}
