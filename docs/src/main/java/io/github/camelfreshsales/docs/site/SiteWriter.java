// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.docs.site;

import io.github.camelfreshsales.docs.Pages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes a site of the pages that Asciidoctor has rendered: each gets the navigation, its own contents and the search
 * around it. The site needs no server and loads nothing from elsewhere.
 */
public final class SiteWriter {

    private static final List<String> ASSETS = List.of("manual.css", "manual.js", "search.js", "theme.js");

    private final Pages pages;
    private final Path rendered;
    private final Path site;

    SiteWriter(Pages pages, Path rendered, Path site) {
        this.pages = pages;
        this.rendered = rendered;
        this.site = site;
    }

    /** @param args the folder of the sources, of the rendered pages, and of the site */
    public static void main(String[] args) {
        new SiteWriter(new Pages(Path.of(args[0])), Path.of(args[1]), Path.of(args[2])).write();
    }

    void write() {
        List<RenderedPage> all = pages.order().stream().map(this::read).toList();
        Layout layout = new Layout(pages);
        all.forEach(page -> write(page.file(), layout.around(page)));
        ASSETS.forEach(asset -> write(asset, Asset.text(asset)));
        write("lunr.js", Asset.lunr());
        // the first page only lists the others
        write("search-index.js", new SearchIndex().of(all.subList(1, all.size())));
        copy(rendered.resolve("images"), site.resolve("images"));
    }

    private RenderedPage read(Pages.Page page) {
        Path file = rendered.resolve(page.file().replace(".adoc", ".html"));
        try {
            return RenderedPage.read(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Asciidoctor has not rendered " + page.file(), e);
        }
    }

    private void write(String file, String text) {
        try {
            Files.createDirectories(site);
            Files.writeString(site.resolve(file), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.list(from)) {
            Files.createDirectories(to);
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
