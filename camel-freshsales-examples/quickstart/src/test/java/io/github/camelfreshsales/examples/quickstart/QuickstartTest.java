// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.github.camelfreshsales.simulator.FreshsalesSimulator;
import io.github.camelfreshsales.simulator.FreshsalesSimulatorExtension;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuickstartTest {

    private static final Path DATA = Path.of("data");
    private static final Path CONTACTS = DATA.resolve("contacts.csv");
    private static final String NO_SUCH_OWNER =
            "The account has: Ana Ruiz, Ben Okafor, Dara Singh, Élodie Bernard, Chloe Martin.";
    private static final String HEADER = "first_name,last_name,email,cf_region,tags\n";
    private static final String THREE_ROWS = HEADER
            + "Ada,Hollis,ada@halcyon.test,EMEA,vip; partner\n"
            + "Bo,Quill,bo@halcyon.test,,\n"
            + "Cy,Vance,cy@halcyon.test,,\n";

    @RegisterExtension
    static final FreshsalesSimulatorExtension FRESHSALES = new FreshsalesSimulatorExtension(Account.likeMany());

    @TempDir
    Path folder;

    private final ByteArrayOutputStream console = new ByteArrayOutputStream();
    private FreshsalesSimulator simulator;

    @BeforeEach
    void takeSimulator() {
        simulator = FRESHSALES.simulator();
    }

    @Test
    void theWholeSampleIsSentAndEveryRefusedRowIsNamed() throws IOException {
        Path file = Files.copy(CONTACTS, folder.resolve("contacts.csv"));

        int exitCode = run(file.toString());

        assertThat(exitCode).isZero();
        assertThat(simulator.count("contacts")).isEqualTo(320);
        assertThat(simulator.requestCount("POST", "contacts")).isEqualTo(324);
        assertThat(output())
                .contains(
                        "Sending " + file + ": 325 rows",
                        "300 of 325 rows sent, 295 created, 5 refused",
                        "Sent             325",
                        "  created        320   3 of them not whole",
                        "  refused          5",
                        "  unknown          0",
                        "Not sent           0");
        assertThat(output().substring(output().indexOf("Refused.")).lines().map(String::strip))
                .containsExactly(
                        "Refused. Correct these rows in " + folder.resolve("contacts-refused.csv")
                                + " and send that file:",
                        "line    68   Email has already been taken",
                        "line   153   Email has already been taken",
                        "line   195   Need to fill this Last name; Need to fill this Email",
                        "line   240   Need to fill this Email",
                        "line   297   There is no owner 'Anna Ruiz'. Did you mean 'Ana Ruiz'? " + NO_SUCH_OWNER,
                        "",
                        "Created, but not whole. Correct these fields in Freshsales; the rows are in "
                                + folder.resolve("contacts-not-stored.csv") + ":",
                        "line    23   Not stored: cf_region",
                        "line   199   Not stored: cf_customer_since",
                        "line   232   Not stored: cf_region");
    }

    @Test
    void labelsAndNamesCostACallForEachKind() throws IOException {
        Path file = file("First name,LAST NAME,Email,Region,Customer since,Owner,Lifecycle stage,Tags\n"
                + "Ada,Hollis,ada@halcyon.test,emea,2019-06-12,Ben Okafor,customer,vip;partner\n"
                + "Bo,Quill,bo@halcyon.test,,,ben.okafor@example.test,,\n"
                + "Cy,Vance,cy@halcyon.test,,,Bob Okafor,,\n");

        run(file.toString());

        Long ben = simulator.selectorId("owners", "Ben Okafor");
        assertThat(simulator.records("contacts")).hasSize(2).allSatisfy(contact -> assertThat(contact)
                .containsEntry("owner_id", ben));
        assertThat(simulator.records("contacts").get(0))
                .contains(
                        entry("first_name", "Ada"),
                        entry("last_name", "Hollis"),
                        entry("lifecycle_stage_id", simulator.selectorId("lifecycle_stages", "Customer")),
                        entry("custom_field", Map.of("cf_region", "EMEA", "cf_customer_since", "2019-06-12")),
                        entry("tags", List.of("vip", "partner")));
        assertThat(simulator.requestCount("GET", "settings/contacts/fields")).isEqualTo(1);
        assertThat(simulator.requestCount("GET", "selector/lifecycle_stages")).isEqualTo(1);
        assertThat(simulator.requestCount("GET", "selector/owners"))
                .as("once more for the owner that is not there")
                .isEqualTo(2);
        assertThat(simulator.requestCount()).isEqualTo(2 + 4);
    }

    /** The project's README shows the result only. */
    @ParameterizedTest
    @CsvSource({"contacts.csv, ../../README.md README.md", "kontakte.csv, README.md"})
    void readmesShowWhatTheCommandPrints(String csv, String readmes) throws IOException {
        copyOfData();

        quickstart(Map.of()).run(folder.resolve(csv).toString());

        String shown = output().replace(folder.toString(), "camel-freshsales-examples/quickstart/data");
        String block =
                shown.lines().map(line -> line.isEmpty() ? "" : "    " + line).collect(Collectors.joining("\n"));
        String result = block.substring(block.indexOf("    Sent "));
        for (String readme : readmes.split(" ")) {
            assertThat(withoutNumbersOfTheRun(Files.readString(Path.of(readme))))
                    .contains(withoutNumbersOfTheRun(readme.equals("README.md") ? block : result));
        }
    }

    /** The port and the speed differ each time. */
    private static String withoutNumbersOfTheRun(String text) {
        return text.replaceAll("localhost:\\d+", "localhost:1").replaceAll(" +[\\d.]+ records per", " 1 records per");
    }

    private void copyOfData() throws IOException {
        for (String name : List.of("contacts.csv", "kontakte.csv", "kontakte.properties")) {
            Files.copy(DATA.resolve(name), folder.resolve(name));
        }
    }

    @Test
    void headingsInAnotherLanguageMeanWhatTheFileBesideSays() throws IOException {
        copyOfData();

        int exitCode = run(folder.resolve("kontakte.csv").toString());

        assertThat(exitCode).isZero();
        assertThat(simulator.records("contacts")).hasSize(7);
        assertThat(simulator.records("contacts").get(1))
                .contains(
                        entry("first_name", "Jörg"),
                        entry("last_name", "Beißner"),
                        entry("email", "joerg.beissner@windrose.example"),
                        entry("job_title", "Geschäftsführer"),
                        entry("work_number", "+49 30 23125 012"),
                        entry("address", "Am Güterbahnhof 3; Haus 2"),
                        entry("zipcode", "02826"),
                        entry("city", "Görlitz"),
                        entry("country", "Deutschland"),
                        entry("owner_id", simulator.selectorId("owners", "Ben Okafor")),
                        entry("lifecycle_stage_id", simulator.selectorId("lifecycle_stages", "Lead")),
                        entry("tags", List.of("quickstart", "messe")));
        assertThat(simulator.records("contacts").get(2))
                .containsEntry("custom_field", Map.of("cf_region", "EMEA", "cf_customer_since", "2021-10-15"));
        assertThat(output())
                .contains(
                        "Headings as in " + folder.resolve("kontakte.properties"),
                        "line     9   There is no owner 'Ben Okafer'. Did you mean 'Ben Okafor'? " + NO_SUCH_OWNER,
                        "line     6   Not stored: cf_region");
        assertThat(Files.readAllLines(folder.resolve("kontakte-not-stored.csv")))
                .containsExactly(
                        "Vorname;Nachname;E-Mail;Position;Handy;Telefon;Straße;PLZ;Ort;Land;Region;Kunde seit;Inhaber;"
                                + "Phase;Schlagwörter;Bemerkung;reason",
                        "Zenzi;Feichtner;zenzi.feichtner@bergwerk.example;Werksleiterin;;+49 30 23125 014;"
                                + "Mühlgasse 1;80331;München;Deutschland;DACH;2018-01-08;Élodie Bernard;Customer;quickstart;;"
                                + "Not stored: cf_region");
    }

    @Test
    void refusedRowsHaveTheHeadingsOfTheirFile() throws IOException {
        copyOfData();
        run(folder.resolve("kontakte.csv").toString());
        Path refused = folder.resolve("kontakte-refused.csv");
        Files.writeString(refused, Files.readString(refused).replace("Okafer", "Okafor"));

        assertThat(run(refused.toString())).isZero();

        assertThat(simulator.records("contacts")).hasSize(8).last().satisfies(contact -> assertThat(contact)
                .contains(entry("last_name", "Hülsmann"), entry("city", "Münster")));
        assertThat(output()).contains("  refused          0").doesNotContain("not whole");
    }

    @Test
    void aHeadingThatMeansNothingIsNotStored() throws IOException {
        Path file = file("First name,Last name,Email,Shoe size\nAda,Hollis,ada@halcyon.test,43\n");

        assertThat(run(file.toString())).isZero();

        assertThat(output())
                .doesNotContain("Headings as in")
                .contains("  created          1   1 of them not whole", "line     2   Not stored: Shoe size");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Vorname = first_name", "field.Kunde seit = cf_customer_since"})
    void aMappingThatIsNoneIsExplained(String line) throws IOException {
        Files.writeString(folder.resolve("three.properties"), line);

        assertThat(run(file(THREE_ROWS).toString())).isEqualTo(1);

        assertThat(output())
                .startsWith("The line of " + line.split(" ")[0] + " in ")
                .contains("three.properties is no mapping: write one as in field.Vorname = first_name");
        assertThat(simulator.requestCount()).isZero();
    }

    @Test
    void aMappingThatIsNotInUtf8IsNamed() throws IOException {
        Files.write(folder.resolve("three.properties"), "field.Straße = address".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(run(file(THREE_ROWS).toString())).isEqualTo(1);

        assertThat(output()).contains("three.properties cannot be read as properties in UTF-8");
    }

    @Test
    void refusedRowsCanBeCorrectedAndSentAgain() throws IOException {
        Path file = Files.copy(CONTACTS, folder.resolve("contacts.csv"));
        run(file.toString());
        Path refused = folder.resolve("contacts-refused.csv");
        List<String> lines = Files.readAllLines(refused);

        assertThat(lines).hasSize(6);
        assertThat(lines.get(0)).endsWith("Country,Region,Customer since,Owner,Lifecycle stage,Tags,reason");
        assertThat(lines.get(1))
                .isEqualTo(
                        "Benoît,Desrosières,benoit.desrosieres@blue-heron.example,Managing Director,,,,Orléans,,45000,"
                                + "France,EMEA,,Élodie Bernard,Lead,quickstart,Email has already been taken");

        Files.writeString(
                refused,
                Files.readString(refused)
                        .replace("benoit.desrosieres@", "b.desrosieres@")
                        .replace("Helene.Noel@", "helene.n@")
                        .replace(",,,,+1 503", "Quinn,Penrose,quinn@corrected.test,,+1 503")
                        .replace("Imogen,Wetherby,,", "Imogen,Wetherby,imogen@corrected.test,")
                        .replace("Anna Ruiz,Customer", "Ana Ruiz,Customer"));

        assertThat(run(refused.toString())).isZero();
        assertThat(simulator.count("contacts")).isEqualTo(325);
        assertThat(folder.resolve("contacts-refused-refused.csv")).doesNotExist();
    }

    @Test
    void aRowBecomesAContact() throws IOException {
        run(file(THREE_ROWS).toString());

        assertThat(simulator.records("contacts").get(0))
                .contains(
                        entry("first_name", "Ada"),
                        entry("last_name", "Hollis"),
                        entry("email", "ada@halcyon.test"),
                        entry("tags", List.of("vip", "partner")));
        assertThat(simulator.records("contacts"))
                .extracting(contact -> (Object) ((Map<?, ?>) contact.get("custom_field")).get("cf_region"))
                .containsExactly("EMEA", null, null);
    }

    @Test
    void aFileFromASpreadsheetIsSentAsItIsAndItsRefusedRowsLookLikeIt() throws IOException {
        Path file = file("\uFEFFsep=;\r\n\"first_name\";\"last_name\";\"email\";\"tags\"\r\n"
                + "\"Ada\";\"Hollis\";\"ada@halcyon.test\";\"vip; partner\"\r\n"
                + "\r\n"
                + "\"Bo\";;\"bo@halcyon.test\";\r\n");

        int exitCode = run(file.toString());

        assertThat(exitCode).isZero();
        assertThat(simulator.records("contacts")).singleElement().satisfies(contact -> assertThat(contact)
                .contains(entry("last_name", "Hollis"), entry("tags", List.of("vip", "partner"))));
        assertThat(output()).contains("line     5   Need to fill this Last name");
        assertThat(Files.readAllLines(folder.resolve("three-refused.csv")))
                .containsExactly(
                        "first_name;last_name;email;tags;reason", "Bo;;bo@halcyon.test;;Need to fill this Last name");
    }

    @Test
    void anOutdatedFileOfRefusedRowsIsRemoved() throws IOException {
        Path file = file(THREE_ROWS);
        Path refused = Files.writeString(folder.resolve("three-refused.csv"), "old");

        run(file.toString());

        assertThat(refused).doesNotExist();
    }

    @Test
    void anUnknownOutcomeIsNeitherCreatedNorRefused() throws IOException {
        Path file = file(THREE_ROWS);
        simulator
                .trouble()
                .on("POST", "contacts")
                .work()
                .then()
                .dropConnection()
                .afterProcessing();

        int exitCode = run(file.toString());

        assertThat(exitCode).isZero();
        assertThat(simulator.requestCount("POST", "contacts")).isEqualTo(3);
        assertThat(simulator.count("contacts")).isEqualTo(3);
        assertThat(output())
                .contains("  created          2", "  refused          0", "  unknown          1")
                .contains("they are in " + folder.resolve("three-unknown.csv") + ":", "line     3   ");
        assertThat(folder.resolve("three-refused.csv")).doesNotExist();
        assertThat(Files.readString(folder.resolve("three-unknown.csv")))
                .startsWith("first_name,last_name,email,cf_region,tags,reason\nBo,Quill,bo@halcyon.test,,,");
    }

    @Test
    void threeUnknownOutcomesInARowEndTheRun() throws IOException {
        Path file = file(THREE_ROWS + "Di,Thackeray,di@halcyon.test,,\n");
        simulator.trouble().on("POST", "contacts").answer(503).forever();

        int exitCode = run(file.toString());

        assertThat(exitCode).isEqualTo(1);
        assertThat(simulator.requestCount("POST", "contacts")).isEqualTo(3);
        assertThat(output()).contains("Stopped at line 5.", "  unknown          3", "Not sent           1");
    }

    @Test
    void aWrongKeyStopsAtOnce() throws IOException {
        int exitCode = runAs("a-secret-that-is-wrong", file(THREE_ROWS).toString());

        assertThat(exitCode).isEqualTo(1);
        assertThat(simulator.requestCount()).isEqualTo(1);
        assertThat(output())
                .contains("Stopped at line 2.", "returned 401", "apiKey", "Nothing was sent. Rows still to be sent: 3")
                .doesNotContain("Exception", "\tat ", "a-secret-that-is-wrong");
        assertThat(folder).isDirectoryNotContaining("glob:**-*.csv");
    }

    @Test
    void aMissingPermissionStopsAtOnce() throws IOException {
        int exitCode = runAs(simulator.restrictedKey(), file(THREE_ROWS).toString());

        assertThat(exitCode).isEqualTo(1);
        assertThat(simulator.requestCount("POST", "contacts")).isEqualTo(1);
        assertThat(output()).contains("returned 403", "Nothing was sent");
    }

    @Test
    void aRunThatWasStoppedGoesOnFromItsLine() throws IOException {
        Path file = file(THREE_ROWS + "Di,,di@halcyon.test,,\n" + "Ed,Brandt,ed@halcyon.test,,\n");
        simulator.trouble().on("POST", "contacts").work().work().then().answer(401);

        assertThat(run(file.toString())).isEqualTo(1);
        assertThat(output()).contains("Stopped at line 4.", "Not sent           3   to go on from there: -DfromLine=4");

        assertThat(run(file.toString(), "4")).isZero();
        assertThat(output()).contains("Skipped            2   above line 4", "Sent               3");
        assertThat(simulator.count("contacts")).isEqualTo(4);
    }

    @Test
    void goingOnKeepsTheRefusedRowsOfBefore() throws IOException {
        Path file =
                file(HEADER + "Ada,,ada@halcyon.test,,\n" + "Bo,Quill,bo@halcyon.test,,\n" + "Cy,,cy@halcyon.test,,\n");
        simulator.trouble().on("POST", "contacts").work().then().answer(403);
        run(file.toString());

        run(file.toString(), "3");

        assertThat(Files.readAllLines(folder.resolve("three-refused.csv")))
                .containsExactly(
                        "first_name,last_name,email,cf_region,tags,reason",
                        "Ada,,ada@halcyon.test,,,Need to fill this Last name",
                        "Cy,,cy@halcyon.test,,,Need to fill this Last name");
    }

    @Test
    void withoutAnAccountItRunsOnTheBuiltInSimulator() throws IOException {
        int exitCode = quickstart(Map.of()).run(file(THREE_ROWS).toString());

        assertThat(exitCode).isZero();
        assertThat(simulator.requestCount()).isZero();
        assertThat(output())
                .startsWith("No account configured: running on the built-in simulator at http://localhost:")
                .contains("  created          3");
    }

    @Test
    void halfAnAccountIsRefused() throws IOException {
        int exitCode = quickstart(Map.of("FRESHSALES_DOMAIN", "acme"))
                .run(file(THREE_ROWS).toString());

        assertThat(exitCode).isEqualTo(1);
        assertThat(output()).startsWith("FRESHSALES_API_KEY is missing");
    }

    @Test
    void aRunThatCannotStartLeavesTheRefusedRowsOfBeforeAlone() throws IOException {
        Path refused = Files.writeString(folder.resolve("three-refused.csv"), "corrected by hand");
        Map<String, String> environment =
                Map.of("FRESHSALES_DOMAIN", "crm.example.com", "FRESHSALES_API_KEY", "secret-1");

        int exitCode = quickstart(environment).run(file(THREE_ROWS).toString());

        assertThat(exitCode).isEqualTo(1);
        assertThat(output()).contains("The host crm.example.com").doesNotContain("secret-1");
        assertThat(refused).hasContent("corrected by hand");
    }

    @Test
    void onlyTheFirstRefusedRowsAreShown() throws IOException {
        int exitCode = run(file(HEADER + "Ada,,,,\n".repeat(23)).toString());

        assertThat(exitCode).isZero();
        assertThat(output())
                .contains("  refused         23", "line    21   ", "and 3 more")
                .doesNotContain("line    22 ");
    }

    @Test
    void aMissingFileIsNamed() {
        assertThat(run("no/such.csv")).isEqualTo(1);
        assertThat(output()).startsWith("There is no readable file ").contains("such.csv");
    }

    @Test
    void aMissingArgumentIsExplained() {
        assertThat(run()).isEqualTo(1);
        assertThat(output()).startsWith("Which file?");
    }

    @Test
    void aFileWithoutRowsIsRefused() throws IOException {
        assertThat(run(file(HEADER).toString())).isEqualTo(1);
        assertThat(output()).startsWith("There are no rows in ");
    }

    @Test
    void aBrokenFileIsFoundBeforeTheFirstRowIsSent() throws IOException {
        assertThat(run(file(THREE_ROWS + "Di,Vance,di@halcyon.test,,,,one too many\n")
                        .toString()))
                .isEqualTo(1);
        assertThat(output()).contains("line 5");
        assertThat(simulator.requestCount()).isZero();
    }

    @Test
    void simulatorStaysWithItsPageUntilItIsInterrupted() throws Exception {
        Quickstart quickstart = quickstart(Map.of());
        CompletableFuture<Integer> exitCode =
                CompletableFuture.supplyAsync(() -> runUnchecked(quickstart, folder, THREE_ROWS));
        while (!output().contains("Ctrl-C stops it.")) {
            assertThat(exitCode).as(output()).isNotDone();
            Thread.onSpinWait();
        }

        String page = output().replaceFirst("(?s).*See the contacts at (\\S+).*", "$1");
        URI records = URI.create(page + "simulator/records/contacts");
        assertThat(new String(records.toURL().openStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("Ada Hollis", "bo@halcyon.test", "\"total\":3");

        quickstart.interrupt();
        assertThat(exitCode.get()).isZero();
        assertThatThrownBy(() -> records.toURL().openStream().close()).isInstanceOf(IOException.class);
    }

    @Test
    void nothingStaysOfARealAccount() throws IOException {
        int exitCode = run(file(THREE_ROWS).toString(), "1", "true");

        assertThat(exitCode).isZero();
        assertThat(output()).contains("Nothing stays: the contacts are in your account, not in a simulator.");
    }

    private static int runUnchecked(Quickstart quickstart, Path folder, String rows) {
        try {
            return quickstart.run(
                    Files.writeString(folder.resolve("three.csv"), rows).toString(), "1", "true");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int run(String... args) {
        return runAs(simulator.apiKey(), args);
    }

    private int runAs(String apiKey, String... args) {
        return quickstart(Map.of("FRESHSALES_DOMAIN", simulator.domain(), "FRESHSALES_API_KEY", apiKey))
                .run(args);
    }

    private Quickstart quickstart(Map<String, String> environment) {
        console.reset();
        return new Quickstart(environment, new PrintStream(console, true, StandardCharsets.UTF_8), false);
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("three.csv"), text);
    }

    private String output() {
        return console.toString(StandardCharsets.UTF_8);
    }
}
