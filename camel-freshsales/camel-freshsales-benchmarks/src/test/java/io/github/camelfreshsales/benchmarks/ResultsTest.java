// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsTest {

    @TempDir
    Path folder;

    private void write(String measurement, String arguments, String cell) throws IOException {
        new Results(measurement, arguments, folder, folder)
                .table(measurement, List.of(List.of("Title", "Other"), List.of(cell, "x")));
    }

    @Test
    void tableIsWrittenAsTheManualReadsIt() throws IOException {
        write("bulk", "", "much longer");

        assertThat(folder.resolve("bulk.csv")).hasContent("Title       | Other\nmuch longer | x\n");
    }

    @Test
    void everyMeasurementNotesItsMachineAndNoneLosesThatOfAnother() throws IOException {
        write("read", "--records=10", "1");
        write("bulk", "", "2");
        write("read", "--records=20", "3");

        List<String> machine = Files.readAllLines(folder.resolve("machine.csv"));
        assertThat(machine).hasSize(3);
        assertThat(machine.get(1))
                .startsWith("bulk")
                .contains("| none")
                .contains(" cores of ")
                .contains("Camel ");
        assertThat(machine.get(2)).startsWith("read").contains("| `--records=20`");
    }

    @Test
    void anotherJavaReplacesOnlyWhatIsMeasuredWithoutRegardToIt() throws IOException {
        int java = Runtime.version().feature();
        Path machine = folder.resolve("machine.csv");
        Files.writeString(machine, "Title\nbulk | none | m | Java 9.0 | d\ncreate | none | m | Java 9.0 | d\n");

        write("bulk", "", "1");
        new Results("create", "", folder, folder).ofEachJava().table("create", List.of(List.of("Title"), List.of("x")));

        assertThat(folder.resolve("create-java" + java + ".csv")).hasContent("Title\nx\n");
        assertThat(Files.readAllLines(machine))
                .hasSize(4)
                .anyMatch(line -> line.startsWith("create") && line.contains("Java 9.0"))
                .anyMatch(line -> line.startsWith("create") && line.contains("Java " + java))
                .noneMatch(line -> line.startsWith("bulk") && line.contains("Java 9.0"));
    }

    @Test
    void argumentWithoutAnEffectIsRefused() {
        Arguments arguments = new Arguments(List.of("--record=10"));
        arguments.number("records", 5);

        assertThatThrownBy(arguments::refuseOthers).hasMessage("Unknown arguments [record]; there are [records]");
    }

    @Test
    void medianStandsBetweenTheTwoInTheMiddle() {
        assertThat(Spread.of(DoubleStream.of(4, 1, 3, 2))).isEqualTo(new Spread(2.5, 1, 4));
        assertThat(Spread.of(DoubleStream.of(3, 1, 2))).isEqualTo(new Spread(2, 1, 3));
    }
}
