// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.docs.site;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * Groups what stands side by side as alternatives: the same route in several languages, and sections with the role
 * {@code tab}. The sources need no markup for it and read well without tabs, and so does the page without JavaScript.
 */
final class Tabs {

    private static final Map<String, String> LANGUAGES = Map.of("java", "Java", "yaml", "YAML", "xml", "XML");

    private Tabs() {}

    static void group(Element content) {
        Set<Element> grouped = new HashSet<>();
        for (Element first : content.select(".listingblock, .tab")) {
            List<Element> run = run(first);
            if (run.size() > 1 && grouped.add(first)) {
                grouped.addAll(run);
                wrap(run);
            }
        }
    }

    /** The element and the alternatives that follow it. */
    private static List<Element> run(Element first) {
        List<Element> run = new ArrayList<>();
        Set<String> labels = new HashSet<>();
        for (Element next = first; next != null; next = next.nextElementSibling()) {
            String label = label(next);
            if (label == null || isSection(next) != isSection(first) || !labels.add(label)) {
                break;
            }
            run.add(next);
        }
        return run;
    }

    private static void wrap(List<Element> run) {
        Element tabs = new Element("div").addClass("tabs");
        tabs.attr("data-remember", isSection(run.get(0)) ? "sections" : "language");
        run.get(0).before(tabs);
        for (Element one : run) {
            Element panel = tabs.appendElement("div").addClass("tab-panel").attr("data-label", label(one));
            if (!isSection(one)) {
                panel.appendElement("p").addClass("tab-label").text(label(one));
            }
            panel.appendChild(one);
        }
    }

    private static String label(Element element) {
        if (isSection(element)) {
            return element.selectFirst("h2, h3, h4").text();
        }
        Element code = element.hasClass("listingblock") ? element.selectFirst("code[data-lang]") : null;
        return code == null ? null : LANGUAGES.get(code.attr("data-lang"));
    }

    private static boolean isSection(Element element) {
        return element.hasClass("tab");
    }
}
