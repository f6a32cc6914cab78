// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.examples.nightlyexport;

import io.github.camelfreshsales.RecordResult;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/** What became of a night's contacts, for a person to read. */
final class Summary {

    private static final int RECORDS_PER_CALL = 100;
    private static final int MOST_FAILURES = 10;

    private final Map<String, Object> counts;
    private final int calls;

    /**
     * @param counts the body that the route leaves
     * @param calls  how many calls it took
     */
    Summary(Map<String, Object> counts, int calls) {
        this.counts = counts;
        this.calls = calls;
    }

    void print(PrintStream out) {
        for (String outcome : List.of("unchanged", "succeeded", "failed", "unknown")) {
            out.println("%-10s%,10d".formatted(outcome, count(outcome)));
        }
        // to send them all takes a bulk call for each hundred, and to look at its job once at least
        long all = 2 * ((count("total") + RECORDS_PER_CALL - 1) / RECORDS_PER_CALL);
        out.println("%-10s%,10d   %,d saved".formatted("calls", calls, Math.max(0, all - calls)));
        failures().stream()
                .limit(MOST_FAILURES)
                .forEach(one -> out.println("row %,d%s: %s"
                        .formatted(
                                one.index() + 1,
                                one.identifier() == null ? "" : ", " + one.identifier(),
                                String.join("; ", one.error().messages()))));
    }

    private long count(String outcome) {
        return (Long) counts.get(outcome);
    }

    @SuppressWarnings("unchecked")
    private List<RecordResult> failures() {
        return (List<RecordResult>) counts.get("failures");
    }
}
