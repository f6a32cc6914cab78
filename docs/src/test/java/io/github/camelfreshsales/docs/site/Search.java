// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.docs.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The search of a site, asked without a browser. */
final class Search {

    private static final String SCRIPT = "var window = {}; %s var manual = window.manualIndex;"
            + "findSections(lunr.Index.load(manual.index), manual.sections, input, 8)"
            + ".map(function (hit) { return hit.page + '#' + hit.id; }).join('\\n')";

    private final String index;

    private Search(String index) {
        this.index = index;
    }

    static Search of(Path site) throws IOException {
        return new Search(Files.readString(site.resolve("search-index.js")));
    }

    /** Pages and anchors, the best first. */
    List<String> find(String text) {
        return Stream.of(SearchIndex.run(SCRIPT.formatted(index), text).split("\n"))
                .filter(hit -> !hit.isEmpty())
                .toList();
    }
}
