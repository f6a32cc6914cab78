// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Where a measurement leaves its tables: a file each, cells separated by bars, as the manual's writer reads them. The
 * table {@code machine} gets a line for each measurement, so that no figure stands without what it was measured on.
 */
public final class Results {

    private static final String MACHINE = "machine";
    private final String measurement;
    private final String arguments;
    private final Path folder;
    private final Path images;
    private final String java;

    Results(String measurement, String arguments, Path folder, Path images) {
        this(measurement, arguments, folder, images, "");
    }

    private Results(String measurement, String arguments, Path folder, Path images, String java) {
        this.measurement = measurement;
        this.arguments = arguments;
        this.folder = folder;
        this.images = images;
        this.java = java;
    }

    /** The same with tables for each version of Java: a run on another one leaves them alone. */
    public Results ofEachJava() {
        String version = Integer.toString(Runtime.version().feature());
        return new Results(measurement, arguments, folder, images, version);
    }

    /** Prints the table and writes it; the first row holds the titles. */
    public void table(String name, List<List<String>> rows) throws IOException {
        List<String> lines = aligned(rows);
        System.out.println();
        lines.forEach(System.out::println);
        write(file(name), lines);
        noteMachine();
    }

    /** Writes what the tables were made of, and does not print it. */
    public void raw(String name, List<List<String>> rows) throws IOException {
        write(file(name), aligned(rows));
    }

    private Path file(String name) {
        return folder.resolve(name + (java.isEmpty() ? "" : "-java" + java) + ".csv");
    }

    public void image(String name, String svg) throws IOException {
        write(images.resolve(name + ".svg"), svg.lines().toList());
    }

    private void noteMachine() throws IOException {
        Path file = folder.resolve(MACHINE + ".csv");
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("Measurement", "Arguments", "Machine", "Software", "Day"));
        if (Files.exists(file)) {
            Files.readAllLines(file).stream()
                    .skip(1)
                    .map(line -> List.of(line.trim().split("\\s*\\|\\s*")))
                    .filter(row -> !isReplaced(row))
                    .forEach(rows::add);
        }
        rows.add(List.of(
                measurement,
                arguments.isEmpty() ? "none" : "`" + arguments + "`",
                Machine.hardware(),
                Machine.software(),
                LocalDate.now().toString()));
        rows.subList(1, rows.size())
                .sort(Comparator.<List<String>, String>comparing(row -> row.get(0))
                        .thenComparing(row -> row.get(3)));
        write(file, aligned(rows));
    }

    private boolean isReplaced(List<String> row) {
        return row.get(0).equals(measurement) && row.get(3).startsWith("Java " + java);
    }

    private static List<String> aligned(List<List<String>> rows) {
        int columns = rows.get(0).size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int column = 0; column < columns; column++) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
        }
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String cell = row.get(column);
            line.append(column == 0 ? "" : " | ").append(cell).append(" ".repeat(widths[column] - cell.length()));
        }
        return line.toString().stripTrailing();
    }

    private static void write(Path file, List<String> lines) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, lines.stream().collect(Collectors.joining("\n", "", "\n")));
    }
}
