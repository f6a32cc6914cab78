// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.control;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** Finds the name that somebody may have meant. */
public final class Nearest {

    private Nearest() {}

    /** {@code did you mean X?} when one of the names is near, else all of them. */
    public static String hint(String wrong, Collection<String> names) {
        return names.stream()
                .min(Comparator.comparingInt(name -> distance(wrong, name)))
                .filter(name -> distance(wrong, name) <= Math.max(2, name.length() / 3))
                .map(name -> "did you mean " + name + "?")
                .orElse("known are " + String.join(", ", names));
    }

    /** How many letters have to be typed, taken away or changed. */
    private static int distance(String one, String other) {
        String from = plain(one);
        String to = plain(other);
        int[] row = new int[to.length() + 1];
        for (int at = 0; at <= to.length(); at++) {
            row[at] = at;
        }
        for (int line = 1; line <= from.length(); line++) {
            int diagonal = row[0];
            row[0] = line;
            for (int at = 1; at <= to.length(); at++) {
                int changed = diagonal + (from.charAt(line - 1) == to.charAt(at - 1) ? 0 : 1);
                diagonal = row[at];
                row[at] = Math.min(changed, 1 + Math.min(row[at], row[at - 1]));
            }
        }
        return row[to.length()];
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace('-', '_');
    }
}
