// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.examples.csv;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The first row of a file. A column without a heading may stand there as long as it is empty. */
record Headings(Path file, List<String> names) {

    static Headings of(Path file, List<String> cells) {
        Set<String> known = new HashSet<>();
        List<String> names = cells.stream().map(String::strip).toList();
        for (String name : names) {
            if (name.indexOf('\0') >= 0) {
                throw CsvFileException.notText(file);
            }
            if (!name.isEmpty() && !known.add(name)) {
                throw new CsvFileException(
                        "The heading '" + name + "' stands twice in " + file + ": rename one of them");
            }
        }
        return new Headings(file, names);
    }

    /** What stands under each heading; a short row has empty cells at its end. */
    Map<String, String> cells(int line, List<String> row) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < Math.max(row.size(), names.size()); i++) {
            String name = i < names.size() ? names.get(i) : "";
            String cell = i < row.size() ? row.get(i) : "";
            if (!name.isEmpty()) {
                cells.put(name, cell);
            } else if (!cell.isBlank()) {
                throw new CsvFileException(file + ", line " + line + ": cell " + (i + 1)
                        + " has no heading. Write one, or put quotes around a cell that holds a separator");
            }
        }
        return cells;
    }
}
