// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.examples.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFileTest {

    private static final String NOT_UTF_8 = " is not in UTF-8: save it as \"CSV UTF-8\", as spreadsheets call it";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(chars = {',', ';', '\t', '|'})
    void theHeadingsTellWhatSeparatesTheColumns(char separator) throws IOException {
        Path file = file(
                "first_name,last_name,address\nAda,Hollis,\"1, Mill; Lane\tGate|C\"\nBo,,\n".replace(',', separator));

        assertThat(CsvFile.of(file).separator()).isEqualTo(separator);
        assertThat(values(file))
                .containsExactly(
                        Map.of(
                                "first_name",
                                "Ada",
                                "last_name",
                                "Hollis",
                                "address",
                                "1, Mill; Lane\tGate|C".replace(',', separator)),
                        Map.of("first_name", "Bo"));
    }

    @Test
    void whatStandsInQuotesSeparatesNothing() throws IOException {
        Path file = file("\"first_name\";\"notes, a, b, c\"\n\"Ada\";\"1; \"\"2\"\"\"\n");

        assertThat(values(file)).containsExactly(Map.of("first_name", "Ada", "notes, a, b, c", "1; \"2\""));
    }

    @Test
    void aFileOfOneColumnHasNoSeparator() throws IOException {
        Path file = file("\"email\"\nada@halcyon.test\n\"a;b\"\nc;d\n");

        assertThat(values(file))
                .containsExactly(Map.of("email", "ada@halcyon.test"), Map.of("email", "a;b"), Map.of("email", "c;d"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sep=;", "SEP=;", "\"sep=;\"", "\uFEFFsep=;"})
    void theLineOfTheSeparatorIsObeyedAndCounted(String line) throws IOException {
        Path file = file(line + "\r\nfirst_name;a,b,c\r\nAda;1\r\n");

        assertThat(all(file)).containsExactly(row(3, Map.of("first_name", "Ada", "a,b,c", "1")));
    }

    @Test
    void anySeparatorCanBeNamed() throws IOException {
        assertThat(values(file("sep=\t\na,b\tc\n1\t2\n"))).containsExactly(Map.of("a,b", "1", "c", "2"));
        assertThat(values(file("sep=^\na,b^c\n1^2\n"))).containsExactly(Map.of("a,b", "1", "c", "2"));
    }

    @Test
    void headingsThatLeaveItOpenAreRefused() throws IOException {
        refused(
                file("first_name;last_name,email\nAda;Hollis,ada@halcyon.test\n"),
                "It is not clear what separates the columns of %s: write the line sep=, or sep=; above the headings");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void eachRowKnowsTheLineItStartsIn(String lineBreak) throws IOException {
        Path file = file(String.join(
                lineBreak,
                "first_name,address",
                "Ada,\"1 Mill Lane",
                "",
                "Gate \"\"C\"\"\"",
                "Bo,Short Street",
                "",
                "Cy,\"a",
                "b\"",
                "Di,End",
                ""));

        List<CsvRow> rows = all(file);

        assertThat(rows)
                .extracting(CsvRow::line, row -> row.cells().get("first_name"))
                .containsExactly(tuple(2, "Ada"), tuple(5, "Bo"), tuple(7, "Cy"), tuple(9, "Di"));
        assertThat(rows.get(0).cells()).containsEntry("address", "1 Mill Lane" + lineBreak + lineBreak + "Gate \"C\"");
    }

    @Test
    void rowsWithoutAnyValueArePassedOver() throws IOException {
        Path file = file("\n  \nfirst_name,email,reason\n\n,\n , ,\n,,why\nAda,,\n,,\n   \n");

        assertThat(all(file)).extracting(CsvRow::line).containsExactly(8);
        assertThat(CsvFile.of(file, "reason").count()).isEqualTo(1);
    }

    @Test
    void rowsOfTabsMayBeginWithEmptyCells() throws IOException {
        Path file = file("first_name\tlast_name\temail\n\t\tada@halcyon.test\n\tQuill\n\t\t\n");

        assertThat(values(file)).containsExactly(Map.of("email", "ada@halcyon.test"), Map.of("last_name", "Quill"));
    }

    @Test
    void emptyCellsAndWhatIsForPeopleAreNoValues() throws IOException {
        Path file = file("first_name,last_name,email,reason\n Ada ,,ada@halcyon.test,Email is not unique\n");

        CsvRow row = all(file).get(0);

        assertThat(row.values())
                .containsExactly(Map.entry("first_name", "Ada"), Map.entry("email", "ada@halcyon.test"));
        assertThat(row.cells()).containsEntry("reason", "Email is not unique").containsEntry("last_name", "");
    }

    @Test
    void blanksAroundHeadingsAndQuotedCellsDoNoHarm() throws IOException {
        assertThat(values(file("a, b ,c\n1 , \"2, x\" ,\"3\"\n")))
                .containsExactly(Map.of("a", "1", "b", "2, x", "c", "3"));
        assertThat(values(file("a\t b\tc\n1\t \"2\tx\" \t\"3\"\n")))
                .containsExactly(Map.of("a", "1", "b", "2\tx", "c", "3"));
    }

    @Test
    void aQuoteInsideACellThatBeginsWithoutOneIsPartOfIt() throws IOException {
        assertThat(values(file("a,b\n5\" pipe,2\n"))).containsExactly(Map.of("a", "5\" pipe", "b", "2"));
    }

    @Test
    void aShortRowHasEmptyCellsAtItsEnd() throws IOException {
        Path file = file("first_name,last_name,email\nAda\n");

        assertThat(all(file).get(0).cells())
                .containsExactly(Map.entry("first_name", "Ada"), Map.entry("last_name", ""), Map.entry("email", ""));
    }

    @Test
    void columnsWithoutAHeadingMayBeEmpty() throws IOException {
        Path file = file("first_name,,email,,\nAda,,ada@halcyon.test\nBo,,,,,,\n");

        assertThat(all(file).get(0).cells())
                .containsExactly(Map.entry("first_name", "Ada"), Map.entry("email", "ada@halcyon.test"));
        assertThat(values(file)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"first_name,address\n\"A\nda\",x\nBo,1, Mill Lane\n", "a,b,,\n\"1\n\",2,\n1,2,3\n"})
    void aCellWithoutAHeadingIsNamedByItsLine(String text) throws IOException {
        refused(
                file(text),
                "%s, line 4: cell 3 has no heading. Write one, or put quotes around a cell that holds a separator");
    }

    @Test
    void aHeadingThatStandsTwiceIsRefused() throws IOException {
        refused(file("email,name, email \na,b,c\n"), "The heading 'email' stands twice in %s: rename one of them");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"Bo\"by,x\n", "\"Bo,x\nCy,y\n", "\"Bo \"the\" man\",x\n"})
    void quotesThatDoNotMatchAreNamedByTheirLine(String rows) throws IOException {
        refused(
                file("first_name,address\nAda,x\n" + rows),
                "%s, the row that starts in line 3: its quotes do not match. Close a cell that begins with a quote, and"
                        + " double the quotes inside it");
    }

    @Test
    void theMarkThatSpreadsheetsPutAtTheStartIsNoPartOfTheFirstHeading() throws IOException {
        assertThat(values(file("\uFEFFfirst_name,email\nZoë,\n"))).containsExactly(Map.of("first_name", "Zoë"));
        assertThat(values(file("\uFEFF\"first_name\";email\nZoë;\n"))).containsExactly(Map.of("first_name", "Zoë"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void utf16WithItsMarkIsUnderstood(String charset) throws IOException {
        Path file = file("\uFEFFfirst_name\temail\r\nZoë\tzoe@halcyon.test\r\n", Charset.forName(charset));

        assertThat(all(file)).containsExactly(row(2, Map.of("first_name", "Zoë", "email", "zoe@halcyon.test")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1252", "UTF-16LE", "UTF-16BE"})
    void anotherEncodingIsRefused(String charset) throws IOException {
        refused(file("first_name,email\nZoë,zoe@halcyon.test\n", Charset.forName(charset)), "%s" + NOT_UTF_8);
    }

    @Test
    void bytesOfAnotherEncodingAreFoundAlsoFarBelow() throws IOException {
        Path file = file("first_name\n" + "Ada\n".repeat(100_000) + "Zoë\n", StandardCharsets.ISO_8859_1);

        refused(file, "%s" + NOT_UTF_8);
    }

    @Test
    void aWorkbookIsRefused() throws IOException {
        Path file =
                Files.write(folder.resolve("rows.csv"), new byte[] {'P', 'K', 3, 4, 20, 0, 6, 0, 8, 0, (byte) 0xE8});

        refused(file, "%s" + NOT_UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\uFEFF", "\n\n", "first_name,email\n", "sep=;", "sep=;\nfirst_name;email"})
    void aFileWithoutRowsHasNone(String text) throws IOException {
        CsvFile file = CsvFile.of(file(text));

        assertThat(file.count()).isZero();
        try (CsvRows rows = file.rows()) {
            assertThatThrownBy(rows::next).isInstanceOf(NoSuchElementException.class);
        }
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        Path missing = folder.resolve("none.csv");

        assertThatThrownBy(() -> CsvFile.of(missing))
                .isInstanceOf(CsvFileException.class)
                .hasMessage("There is no readable file " + missing);
    }

    private Path file(String text) throws IOException {
        return file(text, StandardCharsets.UTF_8);
    }

    private Path file(String text, Charset charset) throws IOException {
        return Files.writeString(folder.resolve("rows.csv"), text, charset);
    }

    private static CsvRow row(int line, Map<String, String> cells) {
        return new CsvRow(line, cells, cells);
    }

    private static List<Map<String, String>> values(Path file) {
        return all(file).stream().map(CsvRow::values).toList();
    }

    private static List<CsvRow> all(Path file) {
        try (CsvRows rows = CsvFile.of(file, "reason").rows()) {
            List<CsvRow> all = new ArrayList<>();
            rows.forEachRemaining(all::add);
            return all;
        }
    }

    private static void refused(Path file, String message) {
        assertThatThrownBy(() -> CsvFile.of(file).count())
                .isInstanceOf(CsvFileException.class)
                .hasMessage(message.formatted(file));
    }
}
