package io.github.camelfreshsales.examples.quickstart;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRowsTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
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
        Path file = file("first_name,email\n,\n , \nAda,\n,,\n".replace(",,\n", ",\n"));

        List<CsvRow> rows = all(file);

        assertThat(rows).extracting(CsvRow::line).containsExactly(4);
    }

    @Test
    void emptyCellsAndTheReasonAreNoValues() throws IOException {
        Path file = file("first_name,last_name,email,reason\n Ada ,,ada@halcyon.test,Email is not unique\n");

        Map<String, String> values = all(file).get(0).values();

        assertThat(values).containsExactly(Map.entry("first_name", "Ada"), Map.entry("email", "ada@halcyon.test"));
    }

    @Test
    void aShortRowHasEmptyCellsAtItsEnd() throws IOException {
        Path file = file("first_name,last_name,email\nAda\n");

        assertThat(all(file).get(0).cells())
                .containsExactly(Map.entry("first_name", "Ada"), Map.entry("last_name", ""), Map.entry("email", ""));
    }

    @Test
    void theMarkThatSpreadsheetsPutAtTheStartIsNoPartOfTheFirstName() throws IOException {
        Path file = file("\uFEFFfirst_name,email\nZoë,zoe@halcyon.test\n");

        assertThat(all(file).get(0).cells()).containsEntry("first_name", "Zoë");
    }

    @Test
    void aRowWithMoreValuesThanColumnsIsNamedByItsLine() throws IOException {
        Path file = file("first_name,address\n\"A\nda\",x\nBo,1, Mill Lane\n");

        assertThatThrownBy(() -> CsvRows.count(file))
                .isInstanceOf(QuickstartException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("line 4");
    }

    @Test
    void anotherEncodingIsRefused() throws IOException {
        Path file = folder.resolve("latin.csv");
        Files.writeString(file, "first_name,email\nZoë,zoe@halcyon.test\n", Charset.forName("windows-1252"));

        assertThatThrownBy(() -> CsvRows.count(file))
                .isInstanceOf(QuickstartException.class)
                .hasMessageContaining("UTF-8");
    }

    @Test
    void aFileWithSemicolonsIsRefused() throws IOException {
        Path file = file("first_name;email\nAda;ada@halcyon.test\n");

        assertThatThrownBy(() -> CsvRows.count(file))
                .isInstanceOf(QuickstartException.class)
                .hasMessageContaining("commas");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("rows.csv"), text, StandardCharsets.UTF_8);
    }

    private static List<CsvRow> all(Path file) {
        try (CsvRows rows = CsvRows.of(file)) {
            List<CsvRow> all = new ArrayList<>();
            rows.forEachRemaining(all::add);
            return all;
        }
    }
}
