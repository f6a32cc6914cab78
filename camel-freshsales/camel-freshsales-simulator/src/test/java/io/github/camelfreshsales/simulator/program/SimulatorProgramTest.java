// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The program, run as a process. */
class SimulatorProgramTest {

    @TempDir
    private Path folder;

    @Test
    void startPrintsAddressKeyPageAndARequestToCopy() throws Exception {
        try (RunningProgram program = new RunningProgram("--key", "mine", "--seed=contacts=30,deals=2").started()) {
            String root = program.printed("API root");

            assertThat(program.printed("domain") + "/api").isEqualTo(root);
            assertThat(program.printed("key")).isEqualTo("mine");
            assertThat(program.lines()).anyMatch(line -> line.startsWith("  curl " + root + "/contacts -H "));
            assertThat(program.send("GET", program.printed("page"), "").body()).startsWith("<!DOCTYPE html>");
            assertThat(program.send("GET", program.printed("page") + "simulator/status", "")
                            .body())
                    .contains("{\"name\":\"contacts\",\"live\":30,", "{\"name\":\"deals\",\"live\":2,");
        }
    }

    @Test
    void terminationSavesTheStateAndEndsAtOnceAlsoDuringASlowRequest() throws Exception {
        Path file = folder.resolve("state.json");
        try (RunningProgram program =
                new RunningProgram("--save", file.toString(), "--fault", "slow,delay=1h,on=GET contacts/1").started()) {
            String root = program.printed("API root");
            program.send("POST", root + "/contacts", "{\"contact\":{\"last_name\":\"Lee\"}}");
            CompletableFuture.runAsync(() -> {
                try {
                    program.send("GET", root + "/contacts/1", "");
                } catch (Exception e) {
                    // it is cut off, as it should be
                }
            });

            program.terminate();

            assertThat(program.rest()).isEqualTo("Saved to " + file + "\n");
            assertThat(program.exitCode()).isEqualTo(128 + 15);
        }
        try (RunningProgram again = new RunningProgram("--load=" + file).started()) {
            assertThat(again.send("GET", again.printed("page") + "simulator/records/contacts", "")
                            .body())
                    .contains("\"display_name\":\"Lee\"");
        }
    }

    @Test
    void stateIsSavedOnRequest() throws Exception {
        Path file = folder.resolve("state.json");
        try (RunningProgram program = new RunningProgram("--save=" + file, "--seed=deals=3").started()) {
            program.send("POST", program.printed("page") + "simulator/save", "");

            assertThat(Files.readString(file)).contains("\"deals\"");
            assertThat(folder.toFile().list()).containsExactly("state.json");
        }
    }

    @Test
    void verboseProgramPrintsALineForEachRequestWithoutKeyQueryAndBody() throws Exception {
        try (RunningProgram program = new RunningProgram("--verbose").started()) {
            String root = program.printed("API root");
            program.send("POST", root + "/contacts?q=lee", "{\"contact\":{\"last_name\":\"Secret\"}}");

            assertThat(program.nextLine()).matches("\\d\\d:\\d\\d:\\d\\d POST   /crm/sales/api/contacts 201 \\d+ ms");
        }
    }

    @Test
    void optionsReachTheAccount() throws Exception {
        try (RunningProgram program = new RunningProgram(
                        "--plan", "growth", "--switch=CREATE_ANSWERS_200", "--classic", "--fault=429,retryAfter=7")
                .started()) {
            String root = program.printed("API root");

            var first = program.send("POST", root + "/leads", "{\"lead\":{\"last_name\":\"Lee\"}}");
            var second = program.send("POST", root + "/leads", "{\"lead\":{\"last_name\":\"Lee\"}}");

            assertThat(first.statusCode()).isEqualTo(429);
            assertThat(first.headers().firstValue("Retry-After")).hasValue("7");
            assertThat(second.statusCode()).isEqualTo(200);
            assertThat(second.headers().firstValue("X-RateLimit-Limit")).hasValue("1000");
        }
    }

    @Test
    void httpsProgramSaysHowToTrustIt() throws Exception {
        try (RunningProgram program = new RunningProgram("--https").started()) {
            assertThat(program.printed("certificate"))
                    .startsWith("https://localhost:")
                    .endsWith("/simulator/certificate");
            assertThat(program.lines()).anyMatch(line -> line.startsWith("  curl -k https://localhost:"));
        }
    }

    @Test
    void takenPortIsSaidInOneSentence() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 50, java.net.InetAddress.getByName("127.0.0.1"));
                RunningProgram program = new RunningProgram("--port=" + other.getLocalPort())) {
            assertThat(program.errors())
                    .isEqualTo("Port " + other.getLocalPort()
                            + " is taken by another program; choose another with --port, or 0 for a free one\n");
            assertThat(program.rest()).isEmpty();
            assertThat(program.exitCode()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --port=abc            | --port must be a number from 0 to 65535, not abc
            --port                | --port needs a value
            --prot=1              | Unknown option --prot; did you mean --port?
            8080                  | Unknown argument 8080; all options begin with --
            --port=1 --port=2     | --port can be given only once
            --https=yes           | --https: 'yes' is not a boolean
            --switch=SHORT_PAGE   | --switch: No switch SHORT_PAGE; did you mean SHORT_PAGES?
            --seed=contacts=-5    | --seed must be a number from 0 to 10000000, not -5
            --seed=contcts=5      | No resource contcts in this account; did you mean contacts?
            --key=                | --key must not be blank and must hold no blanks
            --load=nosuch.json    | --load finds no file nosuch.json
            --save=nosuch/s.json  | --save cannot write the file nosuch/s.json
            --plan=gowth          | --plan does not know gowth; did you mean growth?
            --plan=pro --per-hour=3 | --plan and --per-hour or --per-minute contradict each other
            --fault=dorp          | --fault: A fault is a status from 200 to 599 or a kind, not dorp; did you mean drop?
            --job-time=soon       | --job-time must be a duration such as 500ms, 30s, 5m, 1h or PT1H30M, not soon
            --bind=nosuch.invalid | --bind does not know the address nosuch.invalid
            """)
    void mistakeIsOneSentenceAndExitCode2(String arguments, String sentence) throws Exception {
        try (RunningProgram program = new RunningProgram(arguments.split(" "))) {
            assertThat(program.errors()).isEqualTo(sentence + "\n");
            assertThat(program.rest()).isEmpty();
            assertThat(program.exitCode()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "-h, --list-switches",
        "--help, --port",
        "--version, Freshsales simulator 1",
        "--list-switches, SHORT_PAGES"
    })
    void questionIsAnsweredAndThatIsAll(String argument, String contained) throws Exception {
        try (RunningProgram program = new RunningProgram(argument)) {
            assertThat(program.rest()).contains(contained);
            assertThat(program.exitCode()).isZero();
        }
    }
}
