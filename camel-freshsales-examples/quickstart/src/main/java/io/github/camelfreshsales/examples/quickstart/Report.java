// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.examples.quickstart;

import io.github.camelfreshsales.examples.csv.CsvFile;
import io.github.camelfreshsales.examples.csv.CsvRow;
import java.io.Closeable;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;

/** What became of the rows: counts them, shows how it goes, and keeps those that somebody has to look at. */
final class Report implements Closeable {

    /** A service that cannot answer three times in a row will not answer the fourth. */
    private static final int MOST_UNKNOWN_IN_A_ROW = 3;

    private final Progress progress;
    private final int rows;
    private final int fromLine;
    private final RowFile refused;
    private final RowFile unknown;
    private final RowFile notWhole;

    private long startedAt;
    private int skipped;
    private int created;
    private int unknownInARow;
    private int notSentFrom;
    private volatile int line;
    private volatile String stopReason;

    /**
     * @param file     the file that is read; the files with rows to look at go beside it
     * @param rows     how many rows it has
     * @param fromLine where an interrupted run goes on; rows above are not sent
     */
    Report(CsvFile file, int rows, int fromLine, Progress progress) {
        this.progress = progress;
        this.rows = rows;
        this.fromLine = fromLine;
        this.refused = RowFile.beside(file, "refused", fromLine > 1);
        this.unknown = RowFile.beside(file, "unknown", fromLine > 1);
        this.notWhole = RowFile.beside(file, "not-stored", fromLine > 1);
    }

    /** Whether it is this row's turn: not before the line to start from, and not after a stop. */
    boolean maySend(CsvRow row) {
        if (row.line() < fromLine) {
            skipped++;
            return false;
        }
        if (isStopped()) {
            notSentFrom = notSentFrom == 0 ? row.line() : notSentFrom;
            return false;
        }
        if (line == 0) {
            startedAt = System.nanoTime();
        }
        line = row.line();
        return true;
    }

    /** @param notStored the fields that the contact lacks although the row has them */
    void created(CsvRow row, List<?> notStored) {
        created++;
        unknownInARow = 0;
        if (notStored.isEmpty()) {
            showProgress();
        } else {
            note(
                    notWhole,
                    row,
                    "Not stored: " + notStored.stream().map(Object::toString).collect(Collectors.joining(", ")));
        }
    }

    void refused(CsvRow row, String reason) {
        unknownInARow = 0;
        note(refused, row, reason);
    }

    void unknown(CsvRow row, String reason) {
        note(unknown, row, reason);
        if (++unknownInARow == MOST_UNKNOWN_IN_A_ROW) {
            stop("Freshsales gave no clear answer for " + MOST_UNKNOWN_IN_A_ROW + " rows in succession: " + reason);
        }
    }

    /** Nothing more is sent; this row was not stored. It is null when the trouble came between two rows. */
    void stop(CsvRow row, String reason) {
        notSentFrom = row == null ? 0 : row.line();
        stop(reason);
    }

    /** Nothing more is sent after the row that is under way. */
    void stop(String reason) {
        stopReason = reason;
    }

    boolean isStopped() {
        return stopReason != null;
    }

    /** The line of the row that is under way or was the last one. */
    int line() {
        return line;
    }

    private void note(RowFile file, CsvRow row, String reason) {
        try {
            file.add(row, reason);
        } catch (UncheckedIOException e) {
            stop(file.path() + " cannot be written: " + e.getMessage());
        }
        showProgress();
    }

    private void showProgress() {
        String troubles =
                refused.count() + " refused" + (unknown.count() == 0 ? "" : ", " + unknown.count() + " unknown");
        progress.show(sent(), sent() + " of " + (rows - skipped) + " rows sent, " + created + " created, " + troubles);
    }

    private int sent() {
        return created + refused.count() + unknown.count();
    }

    /** The end of the run, for a person to read. */
    void finish() {
        double seconds = Math.max(System.nanoTime() - startedAt, 1) / 1e9;
        int notSent = rows - skipped - sent();
        progress.end();
        if (isStopped()) {
            progress.print("Stopped at line " + (notSentFrom == 0 ? line : notSentFrom) + ". " + stopReason);
            progress.print("");
        } else {
            refused.removeIfOutdated();
            unknown.removeIfOutdated();
            notWhole.removeIfOutdated();
        }
        if (sent() == 0) {
            progress.print("Nothing was sent. Rows still to be sent: " + notSent);
            return;
        }
        if (skipped > 0) {
            count("Skipped", skipped, "above line " + fromLine);
        }
        count("Sent", sent(), "%.1f records per second".formatted(sent() / seconds));
        count("  created", created, notWhole.count() == 0 ? "" : notWhole.count() + " of them not whole");
        count("  refused", refused.count(), "");
        count("  unknown", unknown.count(), "");
        count("Not sent", notSent, notSent == 0 ? "" : "to go on from there: -DfromLine=" + notSentFrom);
        list("Refused. Correct these rows in %s and send that file:", refused);
        list("Unknown. Look in Freshsales before sending these again; they are in %s:", unknown);
        list("Created, but not whole. Correct these fields in Freshsales; the rows are in %s:", notWhole);
    }

    private void count(String what, int count, String remark) {
        progress.print("%-12s %7d   %s".formatted(what, count, remark).stripTrailing());
    }

    private void list(String title, RowFile file) {
        if (file.count() > 0) {
            progress.print("");
            progress.print(title.formatted(file.path()));
            file.lines().forEach(text -> progress.print("  " + text));
        }
    }

    @Override
    public void close() {
        refused.close();
        unknown.close();
        notWhole.close();
    }
}
