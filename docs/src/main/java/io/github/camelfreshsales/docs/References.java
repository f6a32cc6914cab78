// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.docs;

import io.github.camelfreshsales.fields.Reference;
import java.util.List;
import java.util.stream.Collectors;

/** Turns the component's table of references into a table of the manual. */
final class References {

    private References() {}

    static List<String> table() {
        Table table = new Table("3,3,3,3", "Field", "Also as", "Known by", "Within");
        for (Reference reference : Reference.rows()) {
            table.row(
                    Literal.of(reference.key()),
                    Literal.of(reference.shortName()),
                    reference.names().stream().map(Literal::of).collect(Collectors.joining(" or ")) + " in "
                            + Literal.of(reference.selector()),
                    reference.parent() == null
                            ? ""
                            : Literal.of(reference.parent().key()));
        }
        return table.lines();
    }
}
