// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.benchmarks.transfer;

import com.sun.management.ThreadMXBean;
import io.github.camelfreshsales.benchmarks.Arguments;
import io.github.camelfreshsales.benchmarks.Measurement;
import io.github.camelfreshsales.benchmarks.Results;
import io.github.camelfreshsales.benchmarks.ServerProcess;
import io.github.camelfreshsales.benchmarks.Spread;
import io.github.camelfreshsales.benchmarks.server.FastServer;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * What it costs that records are in the user's own words: the same records with field names and ids, and in words. Both ways
 * stand ready and warm in one process and take turns, so that a ratio is one between neighbors.
 */
public final class OwnWordsMeasurement implements Measurement {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** What a turn took: all of it is done by the thread that calls. */
    private record Turn(double seconds, double cpuSeconds, double bytes, long calls) {}

    @Override
    public boolean run(Arguments arguments, Results results) throws Exception {
        int records = arguments.number("records", 10_000);
        int warmup = arguments.number("warmup", 100_000);
        int turns = arguments.number("turns", 15);
        arguments.refuseOthers();
        List<Turn> plain = new ArrayList<>();
        List<Turn> words = new ArrayList<>();
        try (ServerProcess server = ServerProcess.start(new FastServer.Settings(0, 0, 0));
                ComponentTransfer inNames = new ComponentTransfer(TransferKind.ONE_CALL_EACH, server.domain(), "");
                ComponentTransfer inWords = new ComponentTransfer(TransferKind.OWN_WORDS, server.domain(), "")) {
            long metadata = callsAtFirst(inWords, server);
            inNames.run(warmup);
            inWords.run(warmup);
            for (int turn = 0; turn < turns; turn++) {
                plain.add(turn(inNames, server, records));
                words.add(turn(inWords, server, records));
            }
            results.table(
                    "words",
                    List.of(
                            List.of("Records", "Way", "Calls", "Time", "Processor time", "Allocation"),
                            row(records, "field names and ids", 0, plain, plain),
                            row(records, "headings and names, all options on", metadata, words, plain)));
        }
        return true;
    }

    /** How many calls beside that for the record the first record costs. */
    private static long callsAtFirst(ComponentTransfer transfer, ServerProcess server) throws Exception {
        return turn(transfer, server, 1).calls() - 1;
    }

    private static Turn turn(ComponentTransfer transfer, ServerProcess server, long records) throws Exception {
        long calls = server.calls();
        long bytes = THREADS.getCurrentThreadAllocatedBytes();
        long cpu = THREADS.getCurrentThreadCpuTime();
        long start = System.nanoTime();
        long arrived = transfer.run(records);
        double seconds = (System.nanoTime() - start) / 1e9;
        double cpuSeconds = (THREADS.getCurrentThreadCpuTime() - cpu) / 1e9;
        double allocated = THREADS.getCurrentThreadAllocatedBytes() - bytes;
        if (arrived != records) {
            throw new IllegalStateException("Of " + records + " records " + arrived + " arrived");
        }
        return new Turn(seconds, cpuSeconds, allocated, server.calls() - calls);
    }

    private static List<String> row(int records, String way, long metadata, List<Turn> turns, List<Turn> plain) {
        return List.of(
                String.format(Locale.ROOT, "%,d", records),
                way,
                String.format(Locale.ROOT, "%,d", metadata + turns.get(0).calls()),
                ratio(turns, plain, Turn::seconds),
                ratio(turns, plain, Turn::cpuSeconds),
                ratio(turns, plain, Turn::bytes));
    }

    private static String ratio(List<Turn> turns, List<Turn> plain, ToDoubleFunction<Turn> what) {
        List<Double> ratios = new ArrayList<>();
        for (int turn = 0; turn < turns.size(); turn++) {
            ratios.add(what.applyAsDouble(turns.get(turn)) / what.applyAsDouble(plain.get(turn)));
        }
        return Spread.of(ratios.stream().mapToDouble(Double::doubleValue)).ratio();
    }
}
