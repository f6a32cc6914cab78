// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.benchmarks.transfer;

import io.github.camelfreshsales.benchmarks.Arguments;
import io.github.camelfreshsales.benchmarks.Measurement;
import io.github.camelfreshsales.benchmarks.Results;
import io.github.camelfreshsales.benchmarks.transfer.Plot.Line;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** How calls, time and memory grow with the number of records, as a table and a plot. */
public final class GrowthMeasurement implements Measurement {

    @Override
    public boolean run(Arguments arguments, Results results) throws Exception {
        List<Integer> sizes = arguments.list("sizes", "1000,10000,100000,1000000").stream()
                .map(Integer::valueOf)
                .toList();
        String heap = arguments.text("heap", "64m");
        arguments.refuseOthers();
        List<TransferFork> in = Growth.run(TransferKind.BULK_UPSERT, sizes, heap);
        List<TransferFork> out = Growth.run(TransferKind.STREAM, sizes, heap);
        results.table("growth", Growth.table(in, out));
        results.image("growth", plot(in, out));
        return true;
    }

    private static String plot(List<TransferFork> in, List<TransferFork> out) {
        return new Plot("Calls, time and memory for more and more records", "records")
                .panel("calls", lines(in, out, TransferFork::calls))
                .panel("seconds", lines(in, out, fork -> fork.transferred().seconds()))
                .panel("heap after GC, MB", lines(in, out, fork -> fork.transferred()
                        .heapMegabytes()))
                .svg();
    }

    private static List<Line> lines(
            List<TransferFork> in, List<TransferFork> out, ToDoubleFunction<TransferFork> value) {
        return List.of(line("in", in, value), line("out", out, value));
    }

    private static Line line(String name, List<TransferFork> forks, ToDoubleFunction<TransferFork> value) {
        return new Line(
                name,
                forks.stream()
                        .map(fork -> new Plot.Point(fork.transferred().records(), value.applyAsDouble(fork)))
                        .toList());
    }
}
