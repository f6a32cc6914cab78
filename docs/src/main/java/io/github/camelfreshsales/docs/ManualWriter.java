// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes the marked regions of the manual's pages, of the README and of the page in Camel's own format, anew: tables come from the component's catalog and
 * from its sources, examples from code that the tests run. A region begins with {@code // begin: resources} or
 * {@code // begin: code some/File.java#tag} and ends with {@code // end}; what stands between is replaced. In Markdown the
 * two are HTML comments.
 */
public final class ManualWriter {

    private static final String COMPONENT = "camel-freshsales/camel-freshsales-component/src/main/java";
    private static final String CAMEL_PAGE =
            "camel-freshsales/camel-freshsales-component/src/main/docs/freshsales-component.adoc";

    private final Path docs;
    private final Pages pages;
    private final Regions regions;

    ManualWriter(Path docs) {
        Path project = docs.toAbsolutePath().getParent();
        this.docs = docs;
        this.pages = new Pages(docs);
        this.regions = new Regions(
                Catalog.ofComponent(),
                new Constants(new EnumSource(project.resolve(COMPONENT))),
                new Cases(project),
                new Snippets(project),
                pages);
    }

    public static void main(String[] args) {
        new ManualWriter(Path.of(args[0])).writeAll();
    }

    void writeAll() {
        pages.all().forEach(this::write);
        Stream.of("README.md", CAMEL_PAGE)
                .map(docs.toAbsolutePath().getParent()::resolve)
                .filter(Files::exists)
                .forEach(this::write);
    }

    private void write(Path page) {
        try {
            String before = Files.readString(page);
            List<String> lines = regions.rewrite(
                    page.getFileName().toString(), before.lines().toList());
            String after = String.join("\n", lines) + "\n";
            if (!after.equals(before)) {
                Files.writeString(page, after);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
