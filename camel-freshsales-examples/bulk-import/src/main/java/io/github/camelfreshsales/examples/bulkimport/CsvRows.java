package io.github.camelfreshsales.examples.bulkimport;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;

/**
 * The rows of a CSV file with a header, read one at a time, so that a file of any size goes through. Rows without any
 * value, which spreadsheets like to leave behind, are passed over.
 */
final class CsvRows implements Iterator<CsvRow>, Closeable {

    private static final CsvMapper CSV = CsvMapper.builder()
            .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
            .enable(CsvParser.Feature.INSERT_NULLS_FOR_MISSING_COLUMNS)
            .build();

    private final Path file;
    private final MappingIterator<Map<String, String>> records;
    private CsvRow next;
    private boolean headerChecked;
    private int line = 1;

    private CsvRows(Path file, MappingIterator<Map<String, String>> records) {
        this.file = file;
        this.records = records;
    }

    static CsvRows of(Path file) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new BulkImportException("There is no readable file " + file.toAbsolutePath());
        }
        try {
            return new CsvRows(
                    file,
                    CSV.readerForMapOf(String.class)
                            .with(CsvSchema.emptySchema().withHeader())
                            .readValues(file.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a file to its end, so that a mistake in it shows before the first row is sent. */
    static int count(Path file) {
        try (CsvRows rows = of(file)) {
            int count = 0;
            while (rows.hasNext()) {
                rows.next();
                count++;
            }
            return count;
        }
    }

    @Override
    public boolean hasNext() {
        while (next == null && read()) {
            if (next.values().isEmpty()) {
                next = null;
            }
        }
        return next != null;
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

    private boolean read() {
        try {
            if (!records.hasNextValue()) {
                return false;
            }
            if (!headerChecked) {
                checkHeader((CsvSchema) records.getParserSchema());
            }
            line = records.getParser().currentLocation().getLineNr();
            Map<String, String> cells = records.nextValue();
            cells.replaceAll((column, cell) -> cell == null ? "" : cell);
            next = new CsvRow(line, cells);
            return true;
        } catch (JsonProcessingException e) {
            throw new BulkImportException(
                    file + ", the row that starts in line " + line + ": " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new BulkImportException(file + " cannot be read after line " + line + ": " + e.getMessage());
        }
    }

    private void checkHeader(CsvSchema header) {
        headerChecked = true;
        if (header.size() == 1 && header.columnName(0).indexOf(';') >= 0) {
            throw new BulkImportException("The columns of " + file + " must be separated by commas, not by semicolons");
        }
        Set<String> names = new HashSet<>();
        header.forEach(column -> {
            if (!names.add(column.getName())) {
                throw new BulkImportException("The column '" + column.getName() + "' stands twice in " + file);
            }
        });
    }

    @Override
    public void close() {
        try {
            records.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
