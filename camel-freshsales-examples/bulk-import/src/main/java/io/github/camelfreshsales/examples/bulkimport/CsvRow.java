package io.github.camelfreshsales.examples.bulkimport;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A row of a CSV file.
 *
 * @param line  the line of the file in which the row starts, from 1
 * @param cells what stands under each column, as it stands there
 */
record CsvRow(int line, Map<String, String> cells) {

    static final String LINE = "line";
    static final String OUTCOME = "outcome";
    static final String REASON = "reason";

    /** The columns of a report; they are ours, and never sent. */
    private static final Set<String> OURS = Set.of(LINE, OUTCOME, REASON);

    /** The cells that hold something. */
    Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        cells.forEach((column, cell) -> {
            if (!cell.isBlank() && !OURS.contains(column)) {
                values.put(column, cell.strip());
            }
        });
        return values;
    }
}
