// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.benchmarks.callers;

import io.github.camelfreshsales.benchmarks.Arguments;
import io.github.camelfreshsales.benchmarks.Fork;
import io.github.camelfreshsales.benchmarks.Measurement;
import io.github.camelfreshsales.benchmarks.Results;
import io.github.camelfreshsales.benchmarks.ServerProcess;
import io.github.camelfreshsales.benchmarks.server.FastServer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Very many callers at once, on virtual threads and with the quota on: once with calls enough for all, once with fewer than
 * there are callers, and once with callers who call again and again.
 */
public final class CallersMeasurement implements Measurement {

    private static final int JAVA = 25;

    @Override
    public boolean run(Arguments arguments, Results results) throws Exception {
        int callers = arguments.number("callers", 10_000);
        int scarce = arguments.number("scarce", callers * 6 / 10);
        int seconds = arguments.number("seconds", 20);
        int latency = arguments.number("latency", 5);
        String heap = arguments.text("heap", "256m");
        arguments.refuseOthers();
        if (Runtime.version().feature() < JAVA) {
            throw new IllegalStateException("Virtual threads are measured on Java " + JAVA + ": set JAVA_HOME to it");
        }
        int plenty = 1_000_000;
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "Callers",
                "Quota a minute",
                "Calls",
                "Seconds",
                "Calls a second",
                "A call, ms: median, longest",
                "Out of place, 99 of 100",
                "Calls of a caller",
                "Heap allowed"));
        try (ServerProcess server = ServerProcess.start(new FastServer.Settings(latency, 0, 0))) {
            rows.add(row("one call each", plenty, heap, run(server, heap, callers, plenty, 0)));
            rows.add(row("one call each", scarce, heap, run(server, heap, callers, scarce, 0)));
            rows.add(row("again and again", plenty, heap, run(server, heap, callers, plenty, seconds)));
        }
        results.table("callers", rows);
        return true;
    }

    private static Called run(ServerProcess server, String heap, int callers, int perMinute, int seconds)
            throws IOException, InterruptedException {
        List<String> arguments = List.of(
                server.domain(), Integer.toString(callers), Integer.toString(perMinute), Integer.toString(seconds));
        return Fork.run(CallersProgram.class, List.of("-Xmx" + heap), arguments, Called.class);
    }

    private static List<String> row(String callers, int perMinute, String heap, Called called) {
        return List.of(
                callers,
                String.format(Locale.ROOT, "%,d", perMinute),
                String.format(Locale.ROOT, "%,d", called.calls()),
                String.format(Locale.ROOT, "%.2f", called.seconds()),
                String.format(Locale.ROOT, "%,.0f", called.calls() / called.seconds()),
                String.format(Locale.ROOT, "%,.0f, %,.0f", called.medianMillis(), called.longestMillis()),
                String.format(Locale.ROOT, "%.1f %%", called.misplaced()),
                called.fewest() == called.most()
                        ? Long.toString(called.fewest())
                        : called.fewest() + " to " + called.most(),
                heap);
    }
}
