// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.examples.bulkimport;

import io.github.camelfreshsales.examples.csv.CsvRow;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Groups rows; one chunk is in memory at a time. */
final class Chunks implements Iterator<Chunk> {

    private final Iterator<CsvRow> rows;
    private final int size;
    private int rowsBefore;

    Chunks(Iterator<CsvRow> rows, int size) {
        this.rows = rows;
        this.size = size;
    }

    @Override
    public boolean hasNext() {
        return rows.hasNext();
    }

    @Override
    public Chunk next() {
        List<CsvRow> together = new ArrayList<>(size);
        do {
            together.add(rows.next());
        } while (together.size() < size && rows.hasNext());
        Chunk chunk = new Chunk(together, rowsBefore);
        rowsBefore = chunk.rowsDone();
        return chunk;
    }
}
