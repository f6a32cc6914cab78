// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.docs;

import java.util.ArrayList;
import java.util.List;

/** Finds the marked regions of a page and fills them. */
final class Regions {

    private final Catalog catalog;
    private final Constants constants;
    private final Cases cases;
    private final Snippets snippets;
    private final Pages pages;

    Regions(Catalog catalog, Constants constants, Cases cases, Snippets snippets, Pages pages) {
        this.catalog = catalog;
        this.constants = constants;
        this.cases = cases;
        this.snippets = snippets;
        this.pages = pages;
    }

    List<String> rewrite(String page, List<String> lines) {
        Markup markup = page.endsWith(".md") ? Markup.MARKDOWN : Markup.ASCIIDOC;
        List<String> out = new ArrayList<>();
        String open = null;
        for (String line : lines) {
            String begun = markup.begun(line);
            if (begun != null || markup.ends(line)) {
                checkPair(page, open, begun);
                open = begun;
                out.add(line);
                out.addAll(begun == null ? List.of() : content(page, markup, begun));
            } else if (open == null) {
                out.add(line);
            }
        }
        if (open != null) {
            throw new IllegalStateException(page + ": the region '" + open + "' has no end");
        }
        return out;
    }

    private static void checkPair(String page, String open, String begun) {
        if (open != null && begun != null) {
            throw new IllegalStateException(page + ": the region '" + open + "' has no end");
        }
        if (open == null && begun == null) {
            throw new IllegalStateException(page + ": the end of a region that has no beginning");
        }
    }

    private List<String> content(String page, Markup markup, String what) {
        String[] words = what.split("\\s+");
        String second = words.length > 1 ? words[1] : "";
        String third = words.length > 2 ? words[2] : "";
        return switch (words[0]) {
            case "component-options" -> catalog.componentOptions(second);
            case "endpoint-options" -> catalog.endpointOptions(second);
            case "headers" -> catalog.headers(second);
            case "dependency" -> markup.block(catalog.dependency(second));
            case "camel-header" -> catalog.camelHeader();
            case "operations" -> constants.linked("Operation", "operation", second);
            case "values" -> constants.plain("Value", second);
            case "code-cases" -> cases.code(second, third);
            case "text-cases" -> cases.text(second, third);
            case "quota-plan" -> quotaPlan(page, second);
            case "resources" -> Resources.table();
            case "references" -> References.table();
            case "meters" -> Meters.table();
            case "code" -> markup.block(snippets.at(second));
            case "navigation" -> pages.navigation(page);
            default -> throw new IllegalStateException(page + ": nothing is known of the region '" + what + "'");
        };
    }

    private static List<String> quotaPlan(String page, String which) {
        return switch (which) {
            case "node" -> QuotaPlan.onOneNode();
            case "cluster" -> QuotaPlan.inACluster();
            case "hourly" -> QuotaPlan.shares();
            default -> throw new IllegalStateException(page + ": no quota plan of '" + which + "'");
        };
    }
}
