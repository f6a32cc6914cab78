// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.examples.quickstart;

import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.github.camelfreshsales.examples.csv.CsvFile;
import io.github.camelfreshsales.examples.csv.CsvRow;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Rows that somebody has to look at: a CSV file with a column that says why, and the first of them to show on the console.
 * Each row is in the file before the next one is sent; without such a row there is no file.
 */
final class RowFile implements Closeable {

    /** The column that says why; it is for people, and never sent. */
    static final String REASON = "reason";

    private static final CsvMapper CSV = CsvMapper.builder()
            .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
            .build();

    private static final int MOST_LINES_SHOWN = 20;

    private final Path path;
    private final char separator;
    private final boolean append;
    private final List<String> shown = new ArrayList<>();
    private SequenceWriter rows;
    private int count;

    private RowFile(Path path, char separator, boolean append) {
        this.path = path;
        this.separator = separator;
        this.append = append;
    }

    /**
     * A file beside another one, with the same separator: {@code contacts.csv} gives {@code contacts-refused.csv}.
     *
     * @param append whether to keep what an earlier run left there
     */
    static RowFile beside(CsvFile file, String suffix, boolean append) {
        String base = file.path().getFileName().toString().replaceFirst("(?i)\\.csv$", "");
        return new RowFile(file.path().resolveSibling(base + "-" + suffix + ".csv"), file.separator(), append);
    }

    Path path() {
        return path;
    }

    int count() {
        return count;
    }

    /** The first rows and their reasons, a line each. */
    List<String> lines() {
        List<String> lines = new ArrayList<>(shown);
        if (count > shown.size()) {
            lines.add("and " + (count - shown.size()) + " more");
        }
        return lines;
    }

    void add(CsvRow row, String reason) {
        count++;
        if (count <= MOST_LINES_SHOWN) {
            shown.add("line %5d   %s".formatted(row.line(), reason));
        }
        Map<String, String> cells = new LinkedHashMap<>(row.cells());
        cells.remove(REASON);
        cells.put(REASON, reason);
        try {
            if (rows == null) {
                rows = open(cells.keySet());
            }
            rows.write(cells);
            rows.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SequenceWriter open(Set<String> columns) throws IOException {
        boolean goesOn = append && Files.exists(path);
        CsvSchema.Builder schema = CsvSchema.builder().setColumnSeparator(separator);
        columns.forEach(schema::addColumn);
        Writer writer =
                goesOn ? Files.newBufferedWriter(path, StandardOpenOption.APPEND) : Files.newBufferedWriter(path);
        return CSV.writer(schema.build().withUseHeader(!goesOn)).writeValues(writer);
    }

    /** At the end of a whole run: removes what an earlier one left there, if this one had nothing to put in its place. */
    void removeIfOutdated() {
        try {
            if (rows == null && !append) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            if (rows != null) {
                rows.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
