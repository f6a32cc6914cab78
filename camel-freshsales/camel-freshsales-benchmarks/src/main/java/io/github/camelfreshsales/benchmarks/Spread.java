// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.benchmarks;

import java.util.Locale;
import java.util.stream.DoubleStream;

/** The middle of some values, and how far they lie apart. */
public record Spread(double median, double min, double max) {

    public static Spread of(DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        if (sorted.length == 0) {
            throw new IllegalArgumentException("Nothing was measured");
        }
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Spread(median, sorted[0], sorted[sorted.length - 1]);
    }

    /** {@code 0.76 (0.74 to 0.79)}. */
    public String ratio() {
        return String.format(Locale.ROOT, "%.2f (%.2f to %.2f)", median, min, max);
    }

    /** {@code 12,400 (11,900 to 12,600)}. */
    public String whole() {
        return String.format(Locale.ROOT, "%,.0f (%,.0f to %,.0f)", median, min, max);
    }
}
