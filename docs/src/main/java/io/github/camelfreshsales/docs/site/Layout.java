// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.docs.site;

import io.github.camelfreshsales.docs.Pages;
import io.github.camelfreshsales.docs.site.RenderedPage.Section;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What stands around every page: the template, filled with the navigation, the page, and the contents of the page. */
final class Layout {

    private final Pages pages;

    Layout(Pages pages) {
        this.pages = pages;
    }

    String around(RenderedPage page) {
        Document document = Jsoup.parse(Asset.text("page.html"));
        document.outputSettings().prettyPrint(false);
        String home = pages.order().get(0).title();
        document.title(page.title().equals(home) ? home : page.title() + " - " + home);
        document.selectFirst("#site-name").text(home);
        navigation(document.selectFirst("#pages"), page.file());
        contents(document, page.sections());
        Element main = document.selectFirst("main");
        main.appendElement("h1").text(page.title());
        main.appendChild(page.content());
        neighbours(main, page.file());
        return document.outerHtml();
    }

    private void navigation(Element list, String current) {
        for (Pages.Group group : pages.groups()) {
            Element item = list.appendElement("li");
            item.appendElement("span").addClass("group").text(group.title());
            Element links = item.appendElement("ul");
            group.pages().forEach(page -> link(links.appendElement("li"), page, current));
        }
    }

    private static void link(Element parent, Pages.Page page, String current) {
        Element link = parent.appendElement("a").attr("href", href(page)).text(page.title());
        if (href(page).equals(current)) {
            link.attr("aria-current", "page");
        }
    }

    private static void contents(Document document, List<Section> sections) {
        Element list = document.selectFirst("#contents");
        List<Section> headings = sections.stream()
                .filter(section -> section.level() == 2 || section.level() == 3)
                .toList();
        if (headings.size() < 2) {
            document.selectFirst(".contents").remove();
            return;
        }
        for (Section heading : headings) {
            list.appendElement("li")
                    .addClass("level" + heading.level())
                    .appendElement("a")
                    .attr("href", "#" + heading.id())
                    .text(heading.title());
        }
    }

    private void neighbours(Element main, String current) {
        List<Pages.Page> order = pages.order();
        int at = order.stream().map(Layout::href).toList().indexOf(current);
        Element nav = main.appendElement("nav").addClass("neighbours").attr("aria-label", "Neighboring pages");
        if (at > 0) {
            neighbour(nav, "Previous", order.get(at - 1));
        }
        if (at < order.size() - 1) {
            neighbour(nav, "Next", order.get(at + 1));
        }
    }

    private static void neighbour(Element nav, String word, Pages.Page page) {
        Element link = nav.appendElement("a")
                .addClass(word.toLowerCase(java.util.Locale.ROOT))
                .attr("href", href(page));
        link.appendElement("span").text(word);
        link.appendText(page.title());
    }

    private static String href(Pages.Page page) {
        return page.file().replace(".adoc", ".html");
    }
}
