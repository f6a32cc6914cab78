// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.examples.bulkimport;

import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.github.camelfreshsales.RecordResult;
import io.github.camelfreshsales.RecordResult.Outcome;
import io.github.camelfreshsales.examples.csv.CsvRow;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What became of the rows: a line every few seconds on the console, and a CSV file with the rows that failed or whose fate is
 * unknown. They are in the file before their chunk counts as finished.
 */
final class Report {

    /** Our columns; they are for people, and never sent. */
    static final String LINE = "line";

    static final String OUTCOME = "outcome";
    static final String REASON = "reason";

    private static final CsvMapper CSV = new CsvMapper();
    private static final long NANOS_BETWEEN_LINES = 2_000_000_000;

    private final Path file;
    private final char separator;
    private final int rows;
    private final PrintStream out;
    private final long startedAt = System.nanoTime();
    private long shownAt = startedAt;
    private int sent;
    private int calls;
    private int failed;
    private int unknown;

    /**
     * @param separator what stands between two cells of the input
     * @param rows      how many it has
     */
    Report(Path file, char separator, int rows, PrintStream out) {
        this.file = file;
        this.separator = separator;
        this.rows = rows;
        this.out = out;
    }

    /**
     * @param requests  how many calls the chunk took, looks at its jobs included
     * @param quotaLeft the calls that the account has left, or null when it does not tell
     */
    void add(Chunk chunk, List<RecordResult> failures, int requests, String quotaLeft) {
        failures.stream().filter(Report::serviceIsDown).findFirst().ifPresent(failure -> {
            throw new BulkImportException("Freshsales does not answer as it should: " + reason(failure));
        });
        write(chunk, failures);
        sent += chunk.rows().size();
        calls += requests;
        if (chunk.rowsDone() == rows || System.nanoTime() - shownAt >= NANOS_BETWEEN_LINES) {
            shownAt = System.nanoTime();
            show(chunk.rowsDone(), quotaLeft);
        }
    }

    private void show(int rowsDone, String quotaLeft) {
        out.println("%,d of %,d rows done, %,d calls%s, %,d failed, %,d unknown, %,.0f records/s, %s to go"
                .formatted(
                        rowsDone,
                        rows,
                        calls,
                        quotaLeft == null ? "" : " (quota left " + quotaLeft + ")",
                        failed,
                        unknown,
                        sent / seconds(),
                        time((rows - rowsDone) * seconds() / sent)));
    }

    private static String time(double seconds) {
        long whole = Math.round(seconds);
        return whole < 120 ? whole + " s" : (whole + 30) / 60 + " min";
    }

    /** Then the next chunk would fare no better, and this one may be sent again since an upsert stores nothing twice. */
    private static boolean serviceIsDown(RecordResult failure) {
        int status = failure.error() == null ? 0 : failure.error().status();
        return status == 429 || status >= 500;
    }

    private void write(Chunk chunk, List<RecordResult> failures) {
        if (failures.isEmpty()) {
            return;
        }
        boolean goesOn = Files.exists(file);
        try (Writer writer = Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                SequenceWriter lines =
                        CSV.writer(columns(chunk).withUseHeader(!goesOn)).writeValues(writer)) {
            for (RecordResult failure : failures) {
                lines.write(line(chunk.rows().get(failure.index()), failure));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CsvSchema columns(Chunk chunk) {
        CsvSchema.Builder columns = CsvSchema.builder()
                .setColumnSeparator(separator)
                .addColumn(LINE)
                .addColumn(OUTCOME)
                .addColumn(REASON);
        chunk.rows().get(0).cells().keySet().stream()
                .filter(column -> !columns.hasColumn(column))
                .forEach(columns::addColumn);
        return columns.build();
    }

    private Map<String, Object> line(CsvRow row, RecordResult failure) {
        boolean refused = failure.outcome() == Outcome.FAILED;
        failed += refused ? 1 : 0;
        unknown += refused ? 0 : 1;
        Map<String, Object> line = new LinkedHashMap<>(row.cells());
        line.put(LINE, row.line());
        line.put(OUTCOME, refused ? "failed" : "unknown");
        line.put(REASON, reason(failure));
        return line;
    }

    private static String reason(RecordResult failure) {
        return failure.error() == null ? "" : String.join("; ", failure.error().messages());
    }

    /** The end of the run, for a person to read. */
    void finish() {
        out.println();
        out.println("Sent now          %,10d   in %,d calls, %,.0f records/s".formatted(sent, calls, sent / seconds()));
        out.println("  failed          %,10d".formatted(failed));
        out.println("  unknown         %,10d".formatted(unknown));
        out.println("Done by a run before %,7d".formatted(rows - sent));
        if (Files.exists(file)) {
            out.println();
            out.println("Rows to look at: " + file);
        }
    }

    private double seconds() {
        return Math.max(System.nanoTime() - startedAt, 1) / 1e9;
    }
}
