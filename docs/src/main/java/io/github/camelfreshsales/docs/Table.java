// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.docs;

import java.util.ArrayList;
import java.util.List;

/** An AsciiDoc table, a line for each cell, so that a change of one cell is a change of one line. */
final class Table {

    private final List<String> lines = new ArrayList<>();

    /** @param widths the widths of the columns in relation to each other: {@code 2,1,6} */
    Table(String widths, String... titles) {
        lines.add("[cols=\"" + widths + "\",options=\"header\"]");
        lines.add("|===");
        lines.add("|" + String.join(" |", titles));
    }

    Table row(String... cells) {
        lines.add("");
        for (String cell : cells) {
            lines.add("|" + cell.replace("|", "\\|"));
        }
        return this;
    }

    List<String> lines() {
        List<String> all = new ArrayList<>(lines);
        all.add("|===");
        return all;
    }
}
