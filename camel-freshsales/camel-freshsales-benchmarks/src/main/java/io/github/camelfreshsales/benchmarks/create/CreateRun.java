// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.benchmarks.create;

import io.github.camelfreshsales.benchmarks.Arguments;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs the contenders in rounds: in each, every contender has one fork, in an order that is drawn anew. What disturbs the
 * machine for a while so disturbs all of them, and a ratio is taken within a round.
 */
final class CreateRun {

    /** One fork: creates a second, and bytes allocated for each. */
    record Fork(int round, int callers, Contenders contender, double perSecond, double bytes) {}

    /**
     * How long a fork takes.
     *
     * @param alone      seconds in which one caller warms up alone, see {@link CreateBenchmark}
     * @param warmup     iterations after that which are not counted
     * @param iterations iterations which are
     * @param millis     how long each is
     */
    record Pace(int alone, int warmup, int iterations, int millis) {}

    private final String domain;
    private final int rounds;
    private final Pace pace;
    private final List<Integer> callers;
    private final List<Contenders> contenders;

    /**
     * @param domain    the account at the server
     * @param arguments what was given, with defaults for a run whose figures can be believed
     */
    static CreateRun of(String domain, Arguments arguments) {
        return new CreateRun(
                domain,
                arguments.number("rounds", 5),
                new Pace(
                        arguments.number("alone", 15),
                        arguments.number("warmup", 2),
                        arguments.number("iterations", 3),
                        arguments.number("millis", 2_000)),
                arguments.list("callers", "1,16").stream().map(Integer::valueOf).toList(),
                arguments.list("contenders", "component,byHand,producer,client,socket").stream()
                        .map(Contenders::valueOf)
                        .toList());
    }

    CreateRun(String domain, int rounds, Pace pace, List<Integer> callers, List<Contenders> contenders) {
        this.domain = domain;
        this.rounds = rounds;
        this.pace = pace;
        this.callers = callers;
        this.contenders = contenders;
    }

    List<Fork> run() throws RunnerException {
        List<Fork> forks = new ArrayList<>();
        Random random = new Random();
        for (int round = 1; round <= rounds; round++) {
            for (int threads : callers) {
                List<Contenders> order = new ArrayList<>(contenders);
                Collections.shuffle(order, random);
                for (Contenders contender : order) {
                    Fork fork = fork(round, threads, contender);
                    System.out.printf(
                            "round %d, callers %2d, %-9s %8.0f creates/s %8.0f B each%n",
                            round, threads, contender, fork.perSecond(), fork.bytes());
                    forks.add(fork);
                }
            }
        }
        return forks;
    }

    private Fork fork(int round, int threads, Contenders contender) throws RunnerException {
        TimeValue time = TimeValue.milliseconds(pace.millis());
        Options options = new OptionsBuilder()
                .include(CreateBenchmark.class.getName() + ".create")
                .param("contender", contender.name())
                .param("domain", domain)
                .param("alone", Integer.toString(pace.alone()))
                .threads(threads)
                .forks(1)
                .warmupIterations(pace.warmup())
                .warmupTime(time)
                .measurementIterations(pace.iterations())
                .measurementTime(time)
                .shouldFailOnError(true)
                .addProfiler(GCProfiler.class)
                .verbosity(VerboseMode.SILENT)
                .build();
        RunResult result = new Runner(options).runSingle();
        double bytes = result.getSecondaryResults().get("gc.alloc.rate.norm").getScore();
        return new Fork(round, threads, contender, result.getPrimaryResult().getScore(), bytes);
    }
}
