// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.docs.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A page as Asciidoctor has rendered it, with what the site changes inside of it.
 *
 * @param file its name in the site
 * @param keywords words that people search for and the page does not say
 * @param content what stands below the title
 * @param sections the page in parts, the first of which is what stands before the first heading
 */
record RenderedPage(String file, String title, String keywords, Element content, List<Section> sections) {

    /** @param id the anchor; empty for the top of the page */
    record Section(String id, String title, int level, String text) {}

    static RenderedPage read(Path file) throws IOException {
        Document document = Jsoup.parse(Files.readString(file));
        document.outputSettings().prettyPrint(false);
        String title = document.selectFirst("#header h1").text();
        Element content = document.selectFirst("#content");
        content.select(".navigation").remove();
        List<Section> sections = sections(title, content);
        new Pictures(file.getParent()).inline(content);
        Tabs.group(content);
        content.select("table.tableblock").wrap("<div class=\"table\" tabindex=\"0\"></div>");
        content.select("pre").attr("tabindex", "0");
        content.select("a.anchor")
                .forEach(link ->
                        link.attr("aria-label", "Link to " + link.parent().text()));
        return new RenderedPage(
                file.getFileName().toString(),
                title,
                document.select("meta[name=keywords]").attr("content"),
                content,
                sections);
    }

    private static List<Section> sections(String title, Element content) {
        List<Section> sections = new ArrayList<>();
        sections.add(new Section("", title, 1, content.select("#preamble").text()));
        for (Element heading : content.select("h2[id], h3[id], h4[id]")) {
            Element body = heading.parent().clone();
            body.select("h2, h3, h4, .sect2, .sect3").remove();
            int level = heading.tagName().charAt(1) - '0';
            sections.add(new Section(heading.id(), heading.text(), level, body.text()));
        }
        return sections;
    }
}
