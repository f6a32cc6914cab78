// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.docs.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * Puts the diagrams into the page and makes their colours variables of its style sheet, so that they follow its theme.
 * The colours are those of {@code plantuml.cfg}.
 */
final class Pictures {

    private static final Map<String, String> COLOURS = Map.of(
            "#111111", "ink", "#222222", "line", "#EEEEEE", "box", "#DDEEFF", "accent", "#DDFFDD", "good", "#FFDDDD",
            "bad", "#FFFFDD", "note");

    /** Diagrams stand beside the rendered page, other pictures in a folder. */
    private static final String DIAGRAMS = ".imageblock img[src$=.svg]:not([src*=/])";

    private final Path folder;

    Pictures(Path folder) {
        this.folder = folder;
    }

    void inline(Element content) {
        for (Element image : content.select(DIAGRAMS)) {
            Element svg =
                    Jsoup.parse(svg(image.attr("src")), Parser.xmlParser()).selectFirst("svg");
            svg.removeAttr("style").removeAttr("preserveAspectRatio");
            svg.attr("role", "img").attr("aria-label", image.attr("alt"));
            String width = svg.attr("width");
            svg.attr("style", "max-width:" + width + ";min-width:min(" + width + ",32rem)");
            svg.removeAttr("width").removeAttr("height");
            image.closest(".imageblock").addClass("diagram").attr("tabindex", "0");
            image.replaceWith(svg);
        }
    }

    private String svg(String source) {
        try {
            String svg = Files.readString(folder.resolve(source));
            for (Map.Entry<String, String> colour : COLOURS.entrySet()) {
                svg = svg.replace(colour.getKey(), "var(--picture-" + colour.getValue() + ")");
            }
            return svg;
        } catch (IOException e) {
            throw new UncheckedIOException("A picture is missing: " + source, e);
        }
    }
}
