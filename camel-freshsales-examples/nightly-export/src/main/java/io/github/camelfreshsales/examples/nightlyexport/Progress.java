// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.examples.nightlyexport;

import io.github.camelfreshsales.examples.csv.CsvRows;
import java.io.PrintStream;
import java.util.Iterator;
import java.util.Map;

/** The records of a file, with a bar that grows as they are taken: one line on a terminal, a line each tenth elsewhere. */
final class Progress implements Iterator<Map<String, String>> {

    private static final int WIDTH = 40;
    private static final int TENTHS = 10;
    private static final int PERCENT = 100;

    private final CsvRows rows;
    private final int total;
    private final PrintStream out;
    private final boolean terminal;
    private int taken;
    private int shown;

    /** @param total how many rows there are */
    Progress(CsvRows rows, int total, PrintStream out, boolean terminal) {
        this.rows = rows;
        this.total = total;
        this.out = out;
        this.terminal = terminal;
    }

    @Override
    public boolean hasNext() {
        return rows.hasNext();
    }

    @Override
    public Map<String, String> next() {
        Map<String, String> record = rows.next().values();
        taken++;
        int steps = terminal ? PERCENT : TENTHS;
        int step = (int) ((long) taken * steps / total);
        if (step > shown) {
            shown = step;
            show();
        }
        return record;
    }

    private void show() {
        String text = "%3d %%  %,d of %,d rows".formatted((long) taken * PERCENT / total, taken, total);
        if (terminal) {
            int full = (int) ((long) taken * WIDTH / total);
            out.print("\r[" + "#".repeat(full) + " ".repeat(WIDTH - full) + "] " + text);
            out.flush();
        } else {
            out.println(text);
        }
    }

    /** Sets off what comes below. */
    void end() {
        out.println();
    }
}
