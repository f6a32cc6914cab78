package io.github.camelfreshsales.examples.quickstart;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A row of a CSV file.
 *
 * @param line  the line of the file in which the row starts, from 1
 * @param cells what stands under each column, as it stands there
 */
record CsvRow(int line, Map<String, String> cells) {

    /** The column that says why a row was refused; it is ours, and never sent. */
    static final String REASON = "reason";

    /** The cells that hold something. */
    Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        cells.forEach((column, cell) -> {
            if (!cell.isBlank() && !column.equals(REASON)) {
                values.put(column, cell.strip());
            }
        });
        return values;
    }
}
