// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.benchmarks.create;

import io.github.camelfreshsales.benchmarks.Arguments;
import io.github.camelfreshsales.benchmarks.Measurement;
import io.github.camelfreshsales.benchmarks.Results;
import io.github.camelfreshsales.benchmarks.ServerProcess;
import io.github.camelfreshsales.benchmarks.create.Turns.Turn;
import io.github.camelfreshsales.benchmarks.server.FastServer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The time of one create as a ratio. All contenders stand ready, warm, in processes of their own, and take turns of a second:
 * a machine whose speed changes from minute to minute, as a virtual one's does, changes little between two turns.
 */
public final class TurnsMeasurement implements Measurement {

    private static final int TOGETHER_MILLIS = 4_000;
    private static final int SETTLING_MILLIS = 100;

    @Override
    public boolean run(Arguments arguments, Results results) throws Exception {
        int rounds = arguments.number("rounds", 5);
        int alone = arguments.number("alone", 10);
        int turns = arguments.number("turns", 6);
        int millis = arguments.number("millis", 1_000);
        List<Integer> callers =
                arguments.list("callers", "1,16").stream().map(Integer::valueOf).toList();
        List<Contenders> contenders = arguments.list("contenders", "component,byHand,client").stream()
                .map(Contenders::valueOf)
                .toList();
        arguments.refuseOthers();
        List<Turn> all = new ArrayList<>();
        try (ServerProcess server = ServerProcess.start(new FastServer.Settings(0, 0, 0))) {
            for (int round = 1; round <= rounds; round++) {
                Map<Contenders, TurnProcess> processes = new EnumMap<>(Contenders.class);
                try {
                    for (Contenders contender : contenders) {
                        processes.put(contender, TurnProcess.start(contender, server.domain()));
                        warmUp(processes.get(contender), Collections.max(callers), alone);
                    }
                    for (int load : callers) {
                        all.addAll(turns(processes, round, load, turns, millis));
                    }
                } finally {
                    processes.values().forEach(TurnProcess::close);
                }
            }
        }
        write(new Turns(all), callers, contenders, results.ofEachJava());
        return true;
    }

    /** At first all callers, so that the compiler sees where they wait for each other, then one, so that it gets on. */
    private static void warmUp(TurnProcess process, int callers, int aloneSeconds) throws IOException {
        process.turn(callers, TOGETHER_MILLIS);
        process.turn(1, aloneSeconds * 1_000);
        process.turn(callers, TOGETHER_MILLIS);
    }

    private static List<Turn> turns(
            Map<Contenders, TurnProcess> processes, int round, int callers, int turns, int millis) throws IOException {
        List<Turn> all = new ArrayList<>();
        List<Contenders> order = new ArrayList<>(processes.keySet());
        Random random = new Random();
        for (int turn = 0; turn < turns; turn++) {
            Collections.shuffle(order, random);
            Map<Contenders, Double> perSecond = new EnumMap<>(Contenders.class);
            for (Contenders contender : order) {
                processes.get(contender).turn(callers, SETTLING_MILLIS);
                perSecond.put(contender, processes.get(contender).turn(callers, millis));
            }
            System.out.printf("round %d, callers %2d: %s%n", round, callers, perSecond);
            all.add(new Turn(round, callers, perSecond));
        }
        return all;
    }

    private static void write(Turns turns, List<Integer> callers, List<Contenders> contenders, Results results)
            throws IOException {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("The component against", "Callers", "Time", "Creates a second, the component", "The other"));
        for (Contenders other : contenders) {
            if (other != Contenders.component) {
                for (int load : callers) {
                    rows.add(List.of(
                            other.description(),
                            Integer.toString(load),
                            turns.time(load, other).ratio(),
                            turns.perSecond(load, Contenders.component).whole(),
                            turns.perSecond(load, other).whole()));
                }
            }
        }
        results.table("turns", rows);
    }
}
