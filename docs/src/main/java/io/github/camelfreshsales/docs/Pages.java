// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The pages of the manual, in the groups and the order in which the first one, {@code index.adoc}, lists them. */
public final class Pages {

    private static final String INDEX = "index.adoc";
    private static final String HEADING = "== ";
    private static final Pattern ENTRY = Pattern.compile("xref:([a-z-]+\\.adoc)\\[([^]]*)]::.*");

    private final Path docs;

    public Pages(Path docs) {
        this.docs = docs;
    }

    /** @param file the source, such as {@code errors.adoc} */
    public record Page(String file, String title) {}

    /** Pages under one heading of the index. */
    public record Group(String title, List<Page> pages) {}

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

    public List<Group> groups() {
        List<Group> groups = new ArrayList<>();
        for (String line : lines(INDEX)) {
            Matcher entry = ENTRY.matcher(line);
            if (line.startsWith(HEADING)) {
                groups.add(new Group(line.substring(HEADING.length()), new ArrayList<>()));
            } else if (entry.matches()) {
                groups.get(groups.size() - 1).pages().add(new Page(entry.group(1), title(entry.group(1))));
            }
        }
        groups.removeIf(group -> group.pages().isEmpty());
        return groups;
    }

    /** All pages in one row, the index first. */
    public List<Page> order() {
        Stream<Page> listed = groups().stream().flatMap(group -> group.pages().stream());
        return Stream.concat(Stream.of(new Page(INDEX, title(INDEX))), listed).toList();
    }

    /** Links from a page to its neighbours. The site leaves this line out, as it has a navigation of its own. */
    List<String> navigation(String page) {
        List<Page> order = order();
        int at = order.stream().map(Page::file).toList().indexOf(page);
        if (at < 0) {
            throw new IllegalStateException(INDEX + " does not list " + page);
        }
        StringBuilder links = new StringBuilder(link(order.get(0)));
        if (at > 1) {
            links.append(" | Previous: ").append(link(order.get(at - 1)));
        }
        if (at < order.size() - 1) {
            links.append(" | Next: ").append(link(order.get(at + 1)));
        }
        return List.of("[.navigation]", links.toString());
    }

    private static String link(Page page) {
        return "xref:" + page.file() + "[" + page.title() + "]";
    }

    private String title(String page) {
        return lines(page).stream()
                .filter(line -> line.startsWith("= "))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(page + " has no title"))
                .substring(2);
    }

    private List<String> lines(String page) {
        try {
            return Files.readAllLines(docs.resolve(page));
        } catch (IOException e) {
            throw new UncheckedIOException("A page of the manual is missing: " + page, e);
        }
    }
}
