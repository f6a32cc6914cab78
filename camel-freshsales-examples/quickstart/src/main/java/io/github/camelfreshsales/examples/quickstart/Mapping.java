// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.examples.quickstart;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * Which fields the headings of a CSV file mean: the options {@code field.*} of the route, in a properties file beside it.
 * Headings that are labels of the account need none.
 *
 * @param fields the field for each heading; an empty one leaves the column out
 */
record Mapping(Path file, Map<String, String> fields) {

    private static final String OPTION = "field.";

    /** {@code contacts.properties} for {@code contacts.csv}, and for {@code contacts-refused.csv}, which a run leaves. */
    static Mapping beside(Path csv) {
        String base = csv.getFileName()
                .toString()
                .replaceFirst("(?i)\\.csv$", "")
                .replaceFirst("(-(refused|unknown|not-stored))+$", "");
        Path file = csv.resolveSibling(base + ".properties");
        return new Mapping(file, Files.isRegularFile(file) ? fields(file) : Map.of());
    }

    private static Map<String, String> fields(Path file) {
        Map<String, String> fields = new TreeMap<>();
        read(file).forEach((option, field) -> {
            if (!option.toString().startsWith(OPTION) || field.toString().contains("=")) {
                throw new QuickstartException("The line of " + option + " in " + file
                        + " is no mapping: write one as in field.Vorname = first_name, with \\ before each blank of a"
                        + " heading");
            }
            fields.put(option.toString().substring(OPTION.length()), field.toString());
        });
        return fields;
    }

    private static Properties read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new QuickstartException(file + " cannot be read as properties in UTF-8: " + e.getMessage());
        }
        return properties;
    }
}
