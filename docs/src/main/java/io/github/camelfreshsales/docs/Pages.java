package io.github.camelfreshsales.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The pages of the manual, in the order in which the first one, {@code index.adoc}, links them. */
final class Pages {

    private static final String INDEX = "index.adoc";
    private static final Pattern LINK = Pattern.compile("xref:([a-z-]+\\.adoc)\\[");

    private final Path docs;

    Pages(Path docs) {
        this.docs = docs;
    }

    /** Every page of the folder. */
    List<Path> all() {
        try (Stream<Path> files = Files.list(docs)) {
            return files.filter(file -> file.toString().endsWith(".adoc"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The way from a page to its neighbours. */
    List<String> navigation(String page) {
        List<String> order = order();
        int at = order.indexOf(page);
        if (at < 0) {
            throw new IllegalStateException(INDEX + " has no link to " + page);
        }
        StringBuilder way = new StringBuilder(link(INDEX));
        if (at > 1) {
            way.append(" | Before: ").append(link(order.get(at - 1)));
        }
        if (at < order.size() - 1) {
            way.append(" | Next: ").append(link(order.get(at + 1)));
        }
        return List.of(way.toString());
    }

    private List<String> order() {
        Stream<String> linked =
                LINK.matcher(String.join("\n", lines(INDEX))).results().map(found -> found.group(1));
        return Stream.concat(Stream.of(INDEX), linked).distinct().toList();
    }

    private String link(String page) {
        String title = lines(page).stream()
                .filter(line -> line.startsWith("= "))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(page + " has no title"));
        return "xref:" + page + "[" + title.substring(2) + "]";
    }

    private List<String> lines(String page) {
        try {
            return Files.readAllLines(docs.resolve(page));
        } catch (IOException e) {
            throw new UncheckedIOException("A page of the manual is missing: " + page, e);
        }
    }
}
