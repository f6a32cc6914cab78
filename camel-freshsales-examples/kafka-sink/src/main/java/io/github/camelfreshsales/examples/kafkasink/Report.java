// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.examples.kafkasink;

import java.io.PrintStream;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;

/** A line on the console for each batch. */
final class Report {

    private final String name;
    private final PrintStream out;
    private volatile long records;

    /** @param name who says it, when several consumers share a console */
    Report(String name, PrintStream out) {
        this.name = name;
        this.out = out;
    }

    /** Counts a batch that is committed. A route of one consumer has one at a time. */
    void add(Batch batch) {
        if (batch.size() == 0) {
            return;
        }
        int refused = batch.refused().size();
        records += batch.size();
        out.println("%s  %s: %,d records stored, %,d refused; %,d in all"
                .formatted(
                        LocalTime.now().truncatedTo(ChronoUnit.SECONDS),
                        name,
                        batch.size() - refused,
                        refused,
                        records));
    }

    /** How many records this consumer has committed. */
    long records() {
        return records;
    }
}
