// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.examples.csv;

import java.nio.file.Path;

/** A file that cannot be read as CSV; the message says what to change. */
public final class CsvFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CsvFileException(String message) {
        super(message);
    }

    static CsvFileException notText(Path file) {
        return new CsvFileException(file + " is not in UTF-8: save it as \"CSV UTF-8\", as spreadsheets call it");
    }
}
