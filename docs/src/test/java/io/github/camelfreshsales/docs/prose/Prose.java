// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.docs.prose;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What people have written on a page, without code, generated regions and markup. */
final class Prose {

    private static final Path PROJECT = Path.of("").toAbsolutePath().getParent();
    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z']*[A-Za-z]");
    private static final List<String> FENCES = List.of("----", "....", "```");

    private Prose() {}

    /** The manual, and the files beside it that people read first. */
    static Stream<Path> pages() throws IOException {
        try (Stream<Path> files = Files.list(PROJECT.resolve("docs"))) {
            List<Path> pages =
                    new ArrayList<>(files.filter(file -> file.toString().endsWith(".adoc"))
                            .sorted()
                            .toList());
            pages.add(PROJECT.resolve("README.md"));
            pages.add(PROJECT.resolve("CONTRIBUTING.md"));
            return pages.stream();
        }
    }

    static List<String> lines(Path page) throws IOException {
        List<String> prose = new ArrayList<>();
        boolean generated = false;
        String fence = null;
        for (String line : Files.readAllLines(page)) {
            if (line.matches("(//|<!--) begin: .*")) {
                generated = true;
            } else if (line.matches("(//|<!--) end.*")) {
                generated = false;
            } else if (!generated && fence(line) != null) {
                fence = fence == null ? fence(line) : null;
            } else if (!generated && fence == null && !line.matches("(:|//|\\[|image::|ifndef|endif| {4}).*")) {
                prose.add(text(line));
            }
        }
        return prose;
    }

    static List<String> words(String line) {
        return WORD.matcher(line).results().map(found -> found.group()).toList();
    }

    private static String fence(String line) {
        return FENCES.stream().filter(line::startsWith).findFirst().orElse(null);
    }

    private static String text(String line) {
        return line.replaceAll("`pass:c\\[.*?]`|`[^`]*`", "")
                .replaceAll("(xref|link):[^\\[ ]*\\[", "")
                .replaceAll("<<[a-zA-Z-]+,?", "")
                .replaceAll("]\\([^)]*\\)", "")
                .replaceAll("https?://\\S+", "");
    }
}
