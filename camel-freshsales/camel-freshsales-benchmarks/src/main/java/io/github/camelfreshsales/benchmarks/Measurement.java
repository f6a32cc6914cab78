// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.benchmarks;

/** Something to measure, with a name in {@link Benchmarks}. */
public interface Measurement {

    /**
     * Measures, prints what it saw, and writes its tables.
     *
     * @return whether what was seen is acceptable; only a measurement that judges says no
     */
    boolean run(Arguments arguments, Results results) throws Exception;
}
