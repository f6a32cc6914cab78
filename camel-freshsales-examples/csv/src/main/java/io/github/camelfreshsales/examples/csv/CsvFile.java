// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.examples.csv;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/**
 * A CSV file as spreadsheets write it: with commas, semicolons or tabs between the columns, which the headings or a line
 * {@code sep=;} above them tell, in UTF-8, or in UTF-16 with its mark.
 */
public final class CsvFile {

    private final Path path;
    private final CsvFormat format;
    private final Set<String> notSent;

    private CsvFile(Path path, CsvFormat format, Set<String> notSent) {
        this.path = path;
        this.format = format;
        this.notSent = notSent;
    }

    /** @param notSent headings of columns whose cells are for people only */
    public static CsvFile of(Path path, String... notSent) {
        if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
            throw new CsvFileException("There is no readable file " + path.toAbsolutePath());
        }
        try {
            return new CsvFile(path, CsvFormat.of(path), Set.of(notSent));
        } catch (IOException e) {
            throw CsvRows.unreadable(path, e);
        }
    }

    public Path path() {
        return path;
    }

    /** What stands between two cells. */
    public char separator() {
        return format.separator();
    }

    /** The rows, one at a time, so that a file of any size goes through. */
    public CsvRows rows() {
        try {
            return new CsvRows(path, format, notSent);
        } catch (IOException e) {
            throw CsvRows.unreadable(path, e);
        }
    }

    /** Reads it to its end, so that a mistake in it shows before the first row is sent. */
    public int count() {
        try (CsvRows rows = rows()) {
            int count = 0;
            while (rows.hasNext()) {
                rows.next();
                count++;
            }
            return count;
        }
    }
}
