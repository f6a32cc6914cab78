// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.examples.quickstart;

import java.io.PrintStream;

/** Shows how far a run is: one line that changes on a terminal, a line every hundred rows elsewhere. */
final class Progress {

    private static final int ROWS_PER_LINE = 100;
    private static final long NANOS_BETWEEN_CHANGES = 100_000_000;

    private final PrintStream out;
    private final boolean terminal;
    private boolean shown;
    private int width;
    private long shownAt = System.nanoTime() - NANOS_BETWEEN_CHANGES;

    Progress(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    void show(int rows, String text) {
        if (!terminal && rows % ROWS_PER_LINE == 0) {
            out.println(text);
            shown = true;
        } else if (terminal && System.nanoTime() - shownAt >= NANOS_BETWEEN_CHANGES) {
            overwrite(text);
            shownAt = System.nanoTime();
        }
    }

    /** Wipes the line that changes and leaves the cursor at its start, or sets the other lines off. */
    void end() {
        if (terminal) {
            overwrite("");
            out.print('\r');
        } else if (shown) {
            out.println();
        }
    }

    void print(String text) {
        out.println(text);
    }

    private void overwrite(String text) {
        out.print('\r' + text + " ".repeat(Math.max(0, width - text.length())));
        out.flush();
        width = text.length();
    }
}
