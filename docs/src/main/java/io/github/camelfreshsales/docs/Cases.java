// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Turns a file that drives a parametrised test into a table, so that each row is what a test has found. Cells are
 * separated by bars; the first line holds the titles.
 */
final class Cases {

    private final Path project;

    Cases(Path project) {
        this.project = project;
    }

    /** @param widths the widths of the columns: {@code 2,3,3} */
    List<String> code(String file, String widths) {
        return table(file, widths, Literal::of);
    }

    /** The same for cells that are prose. */
    List<String> text(String file, String widths) {
        return table(file, widths, UnaryOperator.identity());
    }

    private List<String> table(String file, String widths, UnaryOperator<String> form) {
        List<String> lines = read(file).stream().filter(line -> !line.isBlank()).toList();
        Table table = new Table(widths, cells(lines.get(0)));
        lines.stream()
                .skip(1)
                .map(Cases::cells)
                .forEach(cells -> table.row(Arrays.stream(cells).map(form).toArray(String[]::new)));
        return table.lines();
    }

    private static String[] cells(String line) {
        return line.trim().split("\\s*\\|\\s*");
    }

    private List<String> read(String file) {
        try {
            return Files.readAllLines(project.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException("The cases of a table are missing: " + file, e);
        }
    }
}
