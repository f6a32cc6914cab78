// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Cuts examples out of code that is compiled and run. A snippet stands between {@code tag::name[]} and
 * {@code end::name[]} in a comment of its file; without a tag it is the whole file.
 */
final class Snippets {

    private final Path project;

    Snippets(Path project) {
        this.project = project;
    }

    /** @param language what to call it for a highlighter */
    record Snippet(String language, List<String> lines) {}

    /** @param place the file from the top of the project, and after a {@code #} the tag */
    Snippet at(String place) {
        int hash = place.indexOf('#');
        String file = hash < 0 ? place : place.substring(0, hash);
        List<String> lines = read(file);
        return new Snippet(language(file), hash < 0 ? lines : cut(lines, place.substring(hash + 1), file));
    }

    private static List<String> cut(List<String> lines, String tag, String file) {
        int from = find(lines, "tag::" + tag + "[]", 0, file);
        int to = find(lines, "end::" + tag + "[]", from, file);
        List<String> code = lines.subList(from + 1, to).stream()
                .filter(line -> !line.contains("tag::") && !line.contains("end::"))
                .toList();
        int indent = code.stream()
                .filter(line -> !line.isBlank())
                .mapToInt(line -> line.length() - line.stripLeading().length())
                .min()
                .orElse(0);
        return code.stream()
                .map(line -> line.isBlank() ? "" : line.substring(indent))
                .toList();
    }

    private List<String> read(String file) {
        try {
            return Files.readAllLines(project.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException("An example of the manual is missing: " + file, e);
        }
    }

    private static int find(List<String> lines, String marker, int from, String file) {
        for (int i = from; i < lines.size(); i++) {
            if (lines.get(i).contains(marker)) {
                return i;
            }
        }
        throw new IllegalStateException(file + " has no " + marker);
    }

    private static String language(String file) {
        String ending = file.substring(file.lastIndexOf('.') + 1);
        return switch (ending) {
            case "yml" -> "yaml";
            case "mjs" -> "javascript";
            case "py" -> "python";
            case "txt", "csv" -> "text";
            default -> ending;
        };
    }
}
