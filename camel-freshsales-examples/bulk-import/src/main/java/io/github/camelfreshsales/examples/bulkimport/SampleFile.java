// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.examples.bulkimport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;

/** Invented contacts, the same ones each time, so that a second run finds the file it began with. */
final class SampleFile {

    private static final String[] FIRST = {"Ada", "Bo", "Cy", "Dina", "Émile", "Farah", "Gustav", "Hanako"};
    private static final String[] LAST = {"Hollis", "Quill", "Vance", "Okafor", "Ruiz", "Straße", "Nowak"};
    private static final String[] CITY = {"Oslo", "Lagos", "Lima", "\"Paris, Texas\"", "Pune"};

    /** One row in so many has no last name, which the simulator of the example refuses. */
    private static final int ROWS_PER_MISTAKE = 20_000;

    private SampleFile() {}

    static Path in(Path folder, int rows) {
        Path file = folder.resolve("contacts-" + rows + ".csv");
        try {
            Files.createDirectories(folder);
            try (Writer writer = Files.newBufferedWriter(file)) {
                writer.write("first_name,last_name,email,city\n");
                for (int row = 1; row <= rows; row++) {
                    writer.write(row(row));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    private static String row(int row) {
        String last = row % ROWS_PER_MISTAKE == ROWS_PER_MISTAKE / 2 ? "" : LAST[row % LAST.length];
        return "%s,%s,person%d@halcyon.test,%s%n"
                .formatted(FIRST[row % FIRST.length], last, row, CITY[row % CITY.length])
                .replace("\r", "");
    }
}
