// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.examples.bulkimport;

import io.github.camelfreshsales.examples.csv.CsvRow;
import java.util.List;
import java.util.Map;

/**
 * Rows that go together: all of them are done, or the chunk is sent again.
 *
 * @param rows       in the order of the file
 * @param rowsBefore how many rows of the file stand above them
 */
record Chunk(List<CsvRow> rows, int rowsBefore) {

    /** What the chunk is remembered by. With both ends, so that another chunk size never passes a row over. */
    String lines() {
        return "lines " + rows.get(0).line() + " to "
                + rows.get(rows.size() - 1).line();
    }

    List<Map<String, String>> records() {
        return rows.stream().map(CsvRow::values).toList();
    }

    int rowsDone() {
        return rowsBefore + rows.size();
    }
}
