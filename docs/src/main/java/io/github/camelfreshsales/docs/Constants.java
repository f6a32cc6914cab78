// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.docs;

import java.util.List;

/** Turns enums into tables. */
final class Constants {

    private final EnumSource source;

    Constants(EnumSource source) {
        this.source = source;
    }

    /** A row for each constant; its name leads to the place of the page with the anchor {@code prefix-name}. */
    List<String> linked(String title, String prefix, String name) {
        Table table = new Table("2,9", title, "What it does");
        source.constants(name)
                .forEach(one ->
                        table.row("<<" + prefix + "-" + one.name() + "," + Literal.of(one.name()) + ">>", one.text()));
        return table.lines();
    }

    /** A row for each constant. */
    List<String> plain(String title, String name) {
        Table table = new Table("1,6", title, "Meaning");
        source.constants(name).forEach(one -> table.row(Literal.of(one.name()), one.text()));
        return table.lines();
    }
}
