// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.docs;

import io.github.camelfreshsales.watch.FreshsalesMeter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Turns the component's table of meters into a table of the manual. */
final class Meters {

    private Meters() {}

    static List<String> table() {
        Table table = new Table("7,3,4,12", "Meter", "Kind", "Tags", "Description");
        for (FreshsalesMeter meter : FreshsalesMeter.values()) {
            table.row(Literal.of(meter.meterName()), kind(meter), tags(meter), meter.description());
        }
        return table.lines();
    }

    private static String kind(FreshsalesMeter meter) {
        return meter.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String tags(FreshsalesMeter meter) {
        return meter.tags().stream().map(Literal::of).collect(Collectors.joining(", "));
    }
}
