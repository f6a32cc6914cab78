// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.examples.bulkimport;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelfreshsales.simulator.FreshsalesSimulator;
import io.github.camelfreshsales.simulator.FreshsalesSimulatorExtension;
import io.github.camelfreshsales.simulator.QuotaWindows;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class BulkImportTest {

    @RegisterExtension
    static final FreshsalesSimulatorExtension FRESHSALES =
            new FreshsalesSimulatorExtension(FreshsalesSimulator.builder().requires("contacts", "last_name"));

    @TempDir
    Path folder;

    private final ByteArrayOutputStream console = new ByteArrayOutputStream();
    private FreshsalesSimulator simulator;

    @BeforeEach
    void takeSimulator() {
        simulator = FRESHSALES.simulator();
    }

    @Test
    void finishedImportSendsNothingAgain() {
        run("--rows=2500");

        int exitCode = run("--rows=2500");

        assertThat(exitCode).isZero();
        assertThat(simulator.count("contacts")).isEqualTo(2_500);
        assertThat(simulator.bulkItemsReceived()).isEqualTo(2_500);
        assertThat(output())
                .contains(
                        "2,500 of 2,500 rows done, %d calls, 0 failed, 0 unknown".formatted(simulator.requestCount()),
                        " records/s, 0 s to go",
                        "Sent now                   0",
                        "Done by a run before   2,500");
    }

    @Test
    void changedFileIsAnotherImport() throws IOException {
        Path file = fileOf("Ada,Hollis,ada@halcyon.test");
        run("--file=" + file);
        fileOf("Ada,Quill,ada@halcyon.test");

        run("--file=" + file);

        assertThat(simulator.bulkItemsReceived()).isEqualTo(2);
        assertThat(simulator.records("contacts")).singleElement().satisfies(contact -> assertThat(contact)
                .containsEntry("last_name", "Quill"));
    }

    @Test
    void refusedRowsAreReportedWithTheirLinesAndCanBeSentFromTheReport() throws IOException {
        Path file = fileOf(
                "Ada,Hollis,ada@halcyon.test",
                "Bo,,bo@halcyon.test",
                "\"C\ny\",Vance,cy@halcyon.test",
                "Dina,Ruiz,",
                "Eve,Nowak,eve@halcyon.test");

        int exitCode = run("--file=" + file);

        Path report = report();
        assertThat(exitCode).isZero();
        assertThat(simulator.count("contacts")).isEqualTo(3);
        assertThat(output()).contains("5 of 5 rows done, ", " calls, 2 failed", "Rows to look at: " + report);
        assertThat(Files.readAllLines(report).get(0)).isEqualTo("line,outcome,reason,first_name,last_name,email");
        assertThat(Files.readAllLines(report).subList(1, 3))
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("3,failed,").contains("Last name", ",Bo,,bo@halcyon.test"),
                        line -> assertThat(line).startsWith("6,failed,").contains("has no email", ",Dina,Ruiz,"));

        Files.writeString(report, Files.readString(report).replace("Bo,,", "Bo,Quill,"));
        run("--file=" + report);

        assertThat(simulator.records("contacts"))
                .extracting(contact -> contact.get("last_name"))
                .containsExactly("Hollis", "Vance", "Nowak", "Quill");
    }

    @Test
    void fileFromASpreadsheetIsImportedAsItIsAndItsReportLooksLikeIt() throws IOException {
        Path file = Files.writeString(
                folder.resolve("people.csv"),
                "\uFEFFsep=;\r\n\"first_name\";\"last_name\";\"email\"\r\n"
                        + "\"Ada\";\"Hollis; Quill\";\"ada@halcyon.test\"\r\n"
                        + ";;\r\n"
                        + "\"Bo\";;\"bo@halcyon.test\"\r\n");

        int exitCode = run("--file=" + file);

        assertThat(exitCode).isZero();
        assertThat(simulator.records("contacts")).singleElement().satisfies(contact -> assertThat(contact)
                .containsEntry("last_name", "Hollis; Quill"));
        assertThat(Files.readAllLines(report()))
                .satisfiesExactly(
                        line -> assertThat(line).isEqualTo("line;outcome;reason;first_name;last_name;email"),
                        line -> assertThat(line).startsWith("5;failed;").contains(";Bo;;"));
    }

    @Test
    void brokenFileIsFoundBeforeTheFirstRowIsSent() throws IOException {
        int exitCode = run("--file=" + fileOf("Ada,Hollis,ada@halcyon.test", "Bo,Quill,bo@halcyon.test,one too many"));

        assertThat(exitCode).isEqualTo(1);
        assertThat(output()).startsWith("Stopped. ").contains("people.csv, line 3: cell 4 has no heading.");
        assertThat(simulator.requestCount()).isZero();
    }

    @Test
    void theCallsThatAreLeftAreShownWhereTheAccountTells() {
        simulator.setQuota(5_000, 0);

        run("--rows=1500");

        assertThat(output())
                .contains("1,500 of 1,500 rows done, %d calls (quota left %d), "
                        .formatted(simulator.requestCount(), simulator.quotaRemaining()));
    }

    @Test
    void hourWithoutCallsLeftStopsTheImportAndTheNextStartGoesOn() {
        simulator.quotaWindows(QuotaWindows.SLIDING).setQuota(40, 0);

        int stopped = run("--rows=2500");
        simulator.setQuota(0, 0);
        int finished = run("--rows=2500");

        assertThat(stopped).isEqualTo(1);
        assertThat(output()).contains("Stopped. ", "the calls of this hour or minute are used up");
        assertThat(finished).isZero();
        assertThat(simulator.count("contacts")).isEqualTo(2_500);
        assertThat(simulator.bulkItemsReceived()).isLessThan(2_500 + BulkImport.CHUNK_SIZE);
    }

    @Test
    void serviceThatIsDownStopsTheImportAndNothingIsTakenForDone() {
        var outage = simulator
                .trouble()
                .on("POST", "contacts/bulk_upsert")
                .answer(500)
                .forever();

        int stopped = run("--rows=50");
        outage.withdraw();
        int finished = run("--rows=50");

        assertThat(stopped).isEqualTo(1);
        assertThat(finished).isZero();
        assertThat(simulator.count("contacts")).isEqualTo(50);
        assertThat(folder).isDirectoryNotContaining("glob:**-report.csv");
    }

    @Test
    void whatIsNotUnderstoodIsSaid() {
        assertThat(run("--row=7")).isEqualTo(1);
        assertThat(run("--file=" + folder.resolve("none.csv"))).isEqualTo(1);

        assertThat(output()).contains("Not understood: --row=7", "There is no readable file");
        assertThat(simulator.requestCount()).isZero();
    }

    private Path fileOf(String... rows) throws IOException {
        return Files.writeString(
                folder.resolve("people.csv"), "first_name,last_name,email\n" + String.join("\n", rows) + "\n");
    }

    private Path report() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> reports = files.filter(file -> file.toString().endsWith("-report.csv"))
                    .toList();
            assertThat(reports).hasSize(1);
            return reports.get(0);
        }
    }

    private int run(String option) {
        Map<String, String> environment = Map.of(
                Account.DOMAIN, simulator.domain(),
                Account.API_KEY, simulator.apiKey(),
                Account.JOB_POLL_INTERVAL, "100");
        return new BulkImport(environment, new PrintStream(console, true, StandardCharsets.UTF_8))
                .run(option, "--folder=" + folder);
    }

    private String output() {
        return console.toString(StandardCharsets.UTF_8);
    }
}
