// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.docs;

import io.github.camelfreshsales.docs.Snippets.Snippet;
import java.util.ArrayList;
import java.util.List;

/** How a page is written: what marks a region, and how code stands in it. */
enum Markup {

    /** The pages of the manual. */
    ASCIIDOC("// begin: ", "", "// end", "----"),

    /** The README. */
    MARKDOWN("<!-- begin: ", " -->", "<!-- end -->", "```");

    private final String begin;
    private final String closing;
    private final String end;
    private final String fence;

    Markup(String begin, String closing, String end, String fence) {
        this.begin = begin;
        this.closing = closing;
        this.end = end;
        this.fence = fence;
    }

    /** What a region is to hold, if the line begins one, else null. */
    String begun(String line) {
        return line.startsWith(begin) && line.endsWith(closing)
                ? line.substring(begin.length(), line.length() - closing.length())
                        .trim()
                : null;
    }

    boolean ends(String line) {
        return line.equals(end);
    }

    List<String> block(Snippet snippet) {
        List<String> block = new ArrayList<>();
        if (this == ASCIIDOC) {
            block.add("[source," + snippet.language() + "]");
        }
        block.add(this == MARKDOWN ? fence + snippet.language() : fence);
        block.addAll(snippet.lines());
        block.add(fence);
        return block;
    }
}
