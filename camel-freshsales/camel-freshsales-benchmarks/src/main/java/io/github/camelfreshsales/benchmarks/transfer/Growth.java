// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.benchmarks.transfer;

import io.github.camelfreshsales.benchmarks.ServerProcess;
import io.github.camelfreshsales.benchmarks.server.FastServer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Ever more records, in and out, in a small heap. */
final class Growth {

    /** So that waiting for jobs, which end at once here, does not hide the work. */
    private static final String EAGER_LOOKS = "&jobPollInterval=100";

    private Growth() {}

    /** The name of a direction. */
    static String name(TransferKind kind) {
        return kind == TransferKind.STREAM ? "out" : "in";
    }

    static List<TransferFork> run(TransferKind kind, List<Integer> sizes, String heap)
            throws IOException, InterruptedException {
        List<TransferFork> forks = new ArrayList<>();
        for (int size : sizes) {
            try (ServerProcess server = ServerProcess.start(new FastServer.Settings(0, 0, size))) {
                String options = kind == TransferKind.STREAM ? "" : EAGER_LOOKS;
                TransferFork fork = TransferFork.run(kind, server, size, options, "-Xmx" + heap);
                System.out.printf(
                        "%,9d records %-3s %8.2f s%n",
                        size, name(kind), fork.transferred().seconds());
                forks.add(fork);
            }
        }
        return forks;
    }

    static List<List<String>> table(List<TransferFork> in, List<TransferFork> out) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("Records", "Way", "Calls", "Seconds", "Records a second", "Heap after GC, MB", "GC, ms"));
        for (int index = 0; index < in.size(); index++) {
            rows.add(row("in: `bulkUpsert` from an Iterator", in.get(index)));
            rows.add(row("out: `list` with `fetch=stream`", out.get(index)));
        }
        return rows;
    }

    private static List<String> row(String kind, TransferFork fork) {
        Transferred transferred = fork.transferred();
        return List.of(
                String.format(Locale.ROOT, "%,d", transferred.records()),
                kind,
                String.format(Locale.ROOT, "%,d", fork.calls()),
                String.format(Locale.ROOT, "%.2f", transferred.seconds()),
                String.format(Locale.ROOT, "%,.0f", transferred.perSecond()),
                String.format(Locale.ROOT, "%.1f", transferred.heapMegabytes()),
                String.format(Locale.ROOT, "%,d", transferred.gcMillis()));
    }
}
