// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.benchmarks.transfer;

import io.github.camelfreshsales.benchmarks.Arguments;
import io.github.camelfreshsales.benchmarks.Measurement;
import io.github.camelfreshsales.benchmarks.Results;
import io.github.camelfreshsales.benchmarks.ServerProcess;
import io.github.camelfreshsales.benchmarks.Spread;
import io.github.camelfreshsales.benchmarks.server.FastServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What it costs that records are in the user's own words: the same records with field names and ids, in turn. */
public final class OwnWordsMeasurement implements Measurement {

    @Override
    public boolean run(Arguments arguments, Results results) throws Exception {
        int records = arguments.number("records", 10_000);
        int rounds = arguments.number("rounds", 5);
        arguments.refuseOthers();
        List<TransferFork> plain = new ArrayList<>();
        List<TransferFork> words = new ArrayList<>();
        try (ServerProcess server = ServerProcess.start(new FastServer.Settings(0, 0, 0))) {
            for (int round = 0; round < rounds; round++) {
                plain.add(TransferFork.run(Way.ONE_CALL_EACH, server, records, ""));
                words.add(TransferFork.run(Way.OWN_WORDS, server, records, ""));
            }
        }
        results.table(
                "words",
                List.of(
                        List.of("Records", "Way", "Calls", "Records a second", "Time against field names and ids"),
                        row(records, "field names and ids", plain, plain),
                        row(records, "headings and names, all options on", words, plain)));
        return true;
    }

    private static List<String> row(int records, String way, List<TransferFork> forks, List<TransferFork> plain) {
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < forks.size(); round++) {
            ratios.add(forks.get(round).transferred().seconds()
                    / plain.get(round).transferred().seconds());
        }
        return List.of(
                String.format(Locale.ROOT, "%,d", records),
                way,
                String.format(Locale.ROOT, "%,d", forks.get(0).calls()),
                Spread.of(forks.stream().mapToDouble(fork -> fork.transferred().perSecond()))
                        .whole(),
                Spread.of(ratios.stream().mapToDouble(Double::doubleValue)).ratio());
    }
}
