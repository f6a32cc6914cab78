// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.benchmarks.create;

import io.github.camelfreshsales.benchmarks.Arguments;
import io.github.camelfreshsales.benchmarks.Measurement;
import io.github.camelfreshsales.benchmarks.Results;
import io.github.camelfreshsales.benchmarks.ServerProcess;
import io.github.camelfreshsales.benchmarks.create.CreateRun.Fork;
import io.github.camelfreshsales.benchmarks.server.FastServer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One create through the component, against the same by other means. */
public final class CreateMeasurement implements Measurement {

    @Override
    public boolean run(Arguments arguments, Results results) throws Exception {
        try (ServerProcess server = ServerProcess.start(new FastServer.Settings(0, 0, 0))) {
            CreateRun run = CreateRun.of(server.domain(), arguments);
            arguments.refuseOthers();
            write(new CreateRatios(run.run()), results.ofEachJava());
        }
        return true;
    }

    private static void write(CreateRatios ratios, Results results) throws IOException {
        results.raw("create-forks", forks(ratios.forks()));
        results.table("create-contenders", contenders(ratios));
        if (ratios.contenders().contains(Contenders.component)) {
            results.table("create-ratios", ratios(ratios));
        }
    }

    private static List<List<String>> forks(List<Fork> forks) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("Round", "Callers", "Contender", "Creates a second", "Bytes allocated for each"));
        for (Fork fork : forks) {
            rows.add(List.of(
                    Integer.toString(fork.round()),
                    Integer.toString(fork.callers()),
                    fork.contender().name(),
                    String.format(Locale.ROOT, "%.1f", fork.perSecond()),
                    String.format(Locale.ROOT, "%.1f", fork.bytes())));
        }
        return rows;
    }

    private static List<List<String>> contenders(CreateRatios ratios) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("Contender", "Callers", "Creates a second", "Bytes allocated for each"));
        for (Contenders contender : ratios.contenders()) {
            for (int callers : ratios.callers()) {
                rows.add(List.of(
                        contender.description(),
                        Integer.toString(callers),
                        ratios.values(callers, contender, Fork::perSecond).whole(),
                        ratios.values(callers, contender, Fork::bytes).whole()));
            }
        }
        return rows;
    }

    private static List<List<String>> ratios(CreateRatios ratios) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("The component against", "Callers", "Time", "Allocation"));
        for (Contenders other : ratios.contenders()) {
            if (other == Contenders.component || other == Contenders.socket) {
                continue;
            }
            for (int callers : ratios.callers()) {
                rows.add(List.of(
                        other.description(),
                        Integer.toString(callers),
                        ratios.time(callers, other).ratio(),
                        ratios.allocation(callers, other).ratio()));
            }
        }
        return rows;
    }
}
