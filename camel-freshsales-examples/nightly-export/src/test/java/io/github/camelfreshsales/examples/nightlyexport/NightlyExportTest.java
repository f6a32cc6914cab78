// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.examples.nightlyexport;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelfreshsales.simulator.FreshsalesSimulator;
import io.github.camelfreshsales.simulator.FreshsalesSimulatorExtension;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class NightlyExportTest {

    @RegisterExtension
    static final FreshsalesSimulatorExtension FRESHSALES = new FreshsalesSimulatorExtension();

    @TempDir
    Path folder;

    private final FreshsalesSimulator simulator = FRESHSALES.simulator();
    private final ByteArrayOutputStream console = new ByteArrayOutputStream();

    private int run(boolean terminal, String... options) {
        String[] all = new String[options.length + 1];
        System.arraycopy(options, 0, all, 0, options.length);
        all[options.length] = "--folder=" + folder;
        Map<String, String> environment = Map.of(
                Account.DOMAIN, simulator.domain(),
                Account.API_KEY, simulator.apiKey(),
                Account.JOB_POLL_INTERVAL, "100");
        return new NightlyExport(environment, new PrintStream(console, true, StandardCharsets.UTF_8), terminal)
                .run(all);
    }

    private String output() {
        return console.toString(StandardCharsets.UTF_8);
    }

    @Test
    void theSecondNightSendsOnlyWhatHasChanged() {
        int first = run(false, "--rows=2000", "--night=1");
        console.reset();

        int second = run(false, "--rows=2000", "--night=2");

        assertThat(first).isZero();
        assertThat(second).isZero();
        assertThat(simulator.count("contacts")).isEqualTo(2_000);
        assertThat(simulator.bulkItemsReceived()).isEqualTo(2_000 + 20);
        assertThat(simulator.requestCount("POST", "contacts/bulk_upsert")).isEqualTo(20 + 1);
        assertThat(simulator.records("contacts"))
                .filteredOn(contact -> contact.get("job_title").equals("Level 1"))
                .hasSize(20);
        assertThat(output())
                .contains(
                        "2,000 rows",
                        " 10 %  200 of 2,000 rows\n",
                        "100 %  2,000 of 2,000 rows\n",
                        "unchanged      1,980\n",
                        "succeeded         20\n",
                        "failed             0\n",
                        "unknown            0\n",
                        "calls              2   38 saved\n");
    }

    @Test
    void aTerminalShowsABarThatGrows() {
        run(true, "--rows=200");

        assertThat(output())
                .contains(
                        "\r[####################                    ]  50 %  100 of 200 rows\r",
                        "\r[########################################] 100 %  200 of 200 rows\n");
    }

    @Test
    void aFileOfOnesOwnIsSentAndFailuresAreNamed() throws IOException {
        simulator.failBulkItem(item -> item.get("emails").equals("bo@halcyon.test"), "No such person");
        Path file = Files.writeString(
                folder.resolve("people.csv"),
                "last_name,email\nHollis,ada@halcyon.test\nQuill,bo@halcyon.test\nVance,\n");

        int exitCode = run(false, "--file=" + file);

        assertThat(exitCode).isZero();
        assertThat(output())
                .contains("row 2, bo@halcyon.test: ", "No such person", "row 3: The record has no emails")
                .contains("succeeded          1\n", "failed             2\n");
    }

    @Test
    void whatConcernsTheAccountStopsTheRunAndTheNextOneSendsWhatIsMissing() {
        simulator.setQuota(4, 0);
        int stopped = run(false, "--rows=1000");
        simulator.setQuota(0, 0);

        int finished = run(false, "--rows=1000");

        assertThat(stopped).isEqualTo(1);
        assertThat(output()).contains("Stopped. Freshsales bulkUpsert contacts");
        assertThat(finished).isZero();
        assertThat(simulator.count("contacts")).isEqualTo(1_000);
        assertThat(simulator.bulkItemsReceived()).isLessThan(1_000 + 500);
    }

    @Test
    void whatIsNotUnderstoodIsSaid() {
        assertThat(run(false, "--row=7")).isEqualTo(1);
        assertThat(run(false, "--night=second")).isEqualTo(1);

        assertThat(output()).contains("Not understood: --row=7", "--night must be a number, not second");
        assertThat(simulator.requestCount()).isZero();
    }
}
