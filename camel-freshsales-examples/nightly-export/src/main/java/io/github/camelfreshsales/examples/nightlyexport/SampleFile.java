// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.examples.nightlyexport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;

/** Invented contacts. Each night another one percent of them has a new job title, so that all have had one after a hundred nights. */
final class SampleFile {

    private static final String[] FIRST = {"Ada", "Bo", "Cy", "Dina", "Émile", "Farah", "Gustav", "Hanako"};
    private static final String[] LAST = {"Hollis", "Quill", "Vance", "Okafor", "Ruiz", "Straße", "Nowak"};
    private static final int PERCENT = 100;

    private SampleFile() {}

    /** @param night the first one is 1; its file holds what every contact was in the beginning */
    static Path in(Path folder, int rows, int night) {
        Path file = folder.resolve("contacts.csv");
        try {
            Files.createDirectories(folder);
            try (Writer writer = Files.newBufferedWriter(file)) {
                writer.write("first_name,last_name,email,job_title\n");
                for (int row = 0; row < rows; row++) {
                    writer.write(row(row, night));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    private static String row(int row, int night) {
        return "%s,%s,person%d@halcyon.test,Level %d\n"
                .formatted(FIRST[row % FIRST.length], LAST[row % LAST.length], row, level(row, night));
    }

    /** How often its turn has come since the first night. */
    private static int level(int row, int night) {
        int nightsBefore = night - 1;
        return (nightsBefore + PERCENT - 1 - row % PERCENT) / PERCENT;
    }
}
