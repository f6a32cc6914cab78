// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.benchmarks.transfer;

import io.github.camelfreshsales.benchmarks.Arguments;
import io.github.camelfreshsales.benchmarks.Measurement;
import io.github.camelfreshsales.benchmarks.Results;
import io.github.camelfreshsales.benchmarks.ServerProcess;
import io.github.camelfreshsales.benchmarks.Spread;
import io.github.camelfreshsales.benchmarks.server.FastServer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** A large view as a stream, against the loop that one writes without the component. */
public final class ReadMeasurement implements Measurement {

    private static final List<TransferKind> KINDS = List.of(TransferKind.STREAM, TransferKind.LOOP);

    @Override
    public boolean run(Arguments arguments, Results results) throws Exception {
        int records = arguments.number("records", 100_000);
        int rounds = arguments.number("rounds", 7);
        String heap = "-Xmx" + arguments.text("heap", "64m");
        arguments.refuseOthers();
        Map<TransferKind, List<TransferFork>> forks = new EnumMap<>(TransferKind.class);
        try (ServerProcess server = ServerProcess.start(new FastServer.Settings(0, 0, records))) {
            for (int round = 0; round < rounds; round++) {
                List<TransferKind> order = new ArrayList<>(KINDS);
                Collections.shuffle(order);
                for (TransferKind kind : order) {
                    TransferFork fork = TransferFork.run(kind, server, records, "", heap);
                    System.out.printf(
                            "round %d, %-6s %6.2f s%n",
                            round + 1, kind, fork.transferred().seconds());
                    forks.computeIfAbsent(kind, key -> new ArrayList<>()).add(fork);
                }
            }
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("Way", "Records", "Calls", "Seconds", "Time against the loop", "Heap after GC, MB", "GC, ms"));
        rows.add(row("`list` with `fetch=stream`", TransferKind.STREAM, forks, records));
        rows.add(row("HttpClient 5 and Jackson in a loop", TransferKind.LOOP, forks, records));
        results.table("read", rows);
        return true;
    }

    private static List<String> row(
            String name, TransferKind kind, Map<TransferKind, List<TransferFork>> forks, int records) {
        List<TransferFork> own = forks.get(kind);
        List<TransferFork> loops = forks.get(TransferKind.LOOP);
        Spread ratio = Spread.of(IntStream.range(0, own.size())
                .mapToDouble(round -> own.get(round).transferred().seconds()
                        / loops.get(round).transferred().seconds()));
        return List.of(
                name,
                String.format(Locale.ROOT, "%,d", records),
                String.format(Locale.ROOT, "%,d", own.get(0).calls()),
                spread(own, Transferred::seconds).ratio(),
                ratio.ratio(),
                spread(own, Transferred::heapMegabytes).whole(),
                spread(own, Transferred::gcMillis).whole());
    }

    private static Spread spread(List<TransferFork> forks, ToDoubleFunction<Transferred> value) {
        return Spread.of(forks.stream().map(TransferFork::transferred).mapToDouble(value));
    }
}
