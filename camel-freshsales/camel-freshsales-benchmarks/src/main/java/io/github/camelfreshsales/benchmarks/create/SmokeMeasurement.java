// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.benchmarks.create;

import io.github.camelfreshsales.benchmarks.Arguments;
import io.github.camelfreshsales.benchmarks.Measurement;
import io.github.camelfreshsales.benchmarks.Results;
import io.github.camelfreshsales.benchmarks.ServerProcess;
import io.github.camelfreshsales.benchmarks.Spread;
import io.github.camelfreshsales.benchmarks.create.CreateRun.Pace;
import io.github.camelfreshsales.benchmarks.server.FastServer;
import java.util.List;

/**
 * Says in less than a minute, on any machine, whether something has gone badly wrong with the speed of a create. Its limits
 * lie far from what is measured properly, so that a noisy machine does not break them.
 */
public final class SmokeMeasurement implements Measurement {

    private static final int CALLERS = 1;

    /** @param most the ratio that is a regression when even the best round is above it */
    private record Limit(String what, Spread measured, double most) {

        boolean isKept() {
            boolean kept = measured.min() <= most;
            System.out.printf(
                    "%-60s %s, at most %.1f: %s%n", what, measured.ratio(), most, kept ? "good" : "REGRESSION");
            return kept;
        }
    }

    @Override
    public boolean run(Arguments arguments, Results results) throws Exception {
        int rounds = arguments.number("rounds", 2);
        arguments.refuseOthers();
        try (ServerProcess server = ServerProcess.start(new FastServer.Settings(0, 0, 0))) {
            List<Contenders> contenders = List.of(Contenders.component, Contenders.byHand, Contenders.client);
            CreateRatios ratios = new CreateRatios(
                    new CreateRun(server.domain(), rounds, new Pace(0, 3, 3, 700), List.of(CALLERS), contenders).run());
            System.out.println();
            return judge(ratios);
        }
    }

    static boolean judge(CreateRatios ratios) {
        List<Limit> limits = List.of(
                new Limit("time, against the route by hand", ratios.time(CALLERS, Contenders.byHand), 1.2),
                new Limit("time, against HttpClient 5 and Jackson", ratios.time(CALLERS, Contenders.client), 2.0),
                new Limit(
                        "allocation, against HttpClient 5 and Jackson",
                        ratios.allocation(CALLERS, Contenders.client),
                        2.5));
        return limits.stream().filter(limit -> !limit.isKept()).count() == 0;
    }
}
