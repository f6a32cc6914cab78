// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.examples.csv;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;

/** The rows below the headings. Rows without any value, which spreadsheets like to leave behind, are passed over. */
public final class CsvRows implements Iterator<CsvRow>, Closeable {

    private static final CsvMapper CSV = CsvMapper.builder()
            .enable(CsvParser.Feature.WRAP_AS_ARRAY)
            .enable(CsvParser.Feature.TRIM_SPACES)
            .build();

    private final Path file;
    private final CsvFormat format;
    private final Set<String> notSent;
    private final MappingIterator<List<String>> rows;
    private Headings headings;
    private CsvRow next;
    private int line;

    CsvRows(Path file, CsvFormat format, Set<String> notSent) throws IOException {
        this.file = file;
        this.format = format;
        this.notSent = notSent;
        this.rows = CSV.readerForListOf(String.class)
                .with(CsvSchema.emptySchema().withColumnSeparator(format.separator()))
                .readValues(format.reader(file));
    }

    @Override
    public boolean hasNext() {
        while (next == null) {
            List<String> cells = read();
            if (cells == null) {
                return false;
            }
            if (headings != null) {
                take(headings.cells(line, cells));
            } else if (!cells.stream().allMatch(String::isBlank)) {
                headings = Headings.of(file, cells);
            }
        }
        return true;
    }

    private void take(Map<String, String> cells) {
        Map<String, String> values = new LinkedHashMap<>();
        cells.forEach((heading, cell) -> {
            if (!cell.isBlank() && !notSent.contains(heading)) {
                values.put(heading, cell.strip());
            }
        });
        next = values.isEmpty() ? null : new CsvRow(line, cells, values);
    }

    @Override
    public CsvRow next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        CsvRow row = next;
        next = null;
        return row;
    }

    /** The cells of the next row, or null. */
    private List<String> read() {
        try {
            if (!rows.hasNextValue()) {
                return null;
            }
            line = format.linesAbove() + rows.getParser().currentLocation().getLineNr();
            return rows.nextValue();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private CsvFileException failed(IOException e) {
        if (e instanceof JsonProcessingException && e.getCause() instanceof IOException cause) {
            return failed(cause);
        }
        return e instanceof JsonProcessingException
                ? new CsvFileException(file + ", the row that starts in line " + line
                        + ": its quotes do not match. Close a cell that begins with a quote, and double the"
                        + " quotes inside it")
                : unreadable(file, e);
    }

    static CsvFileException unreadable(Path file, IOException e) {
        return e instanceof CharacterCodingException
                ? CsvFileException.notText(file)
                : new CsvFileException(file + " cannot be read: " + e.getMessage());
    }

    @Override
    public void close() {
        try {
            rows.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
