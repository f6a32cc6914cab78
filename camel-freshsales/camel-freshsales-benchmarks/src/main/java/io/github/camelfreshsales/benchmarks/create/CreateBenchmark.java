// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.benchmarks.create;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.BenchmarkParams;

/**
 * One create. A fork has one contender only, so that none profits or suffers from the code of another.
 *
 * <p>At first all callers create, so that the compiler sees where they wait for each other, and then one alone. Many callers
 * keep all processors busy, so that the compiler gets a small share of them: it needed a minute then on two processors, and
 * what was measured before was how much code it had still to do.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class CreateBenchmark {

    private static final int TOGETHER_SECONDS = 4;

    @Param({"component", "byHand", "producer", "client", "socket"})
    public Contenders contender;

    /** The account's address; the runner gives that of its server. */
    @Param({""})
    public String domain;

    /** For how many seconds one caller warms up, after all of them did so for a moment. */
    @Param({"0"})
    public int alone;

    private final Map<String, Object> record = Sample.contact(1001);
    private Contender creating;

    @Setup
    public void start(BenchmarkParams params) throws Exception {
        creating = contender.start(domain);
        List<Thread> callers = Stream.generate(() -> new Thread(() -> createFor(TOGETHER_SECONDS)))
                .limit(params.getThreads())
                .toList();
        callers.forEach(Thread::start);
        for (Thread caller : callers) {
            caller.join();
        }
        createFor(alone);
    }

    private void createFor(int seconds) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        try {
            while (System.nanoTime() < end) {
                creating.create(record);
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Benchmark
    public Object create() throws Exception {
        return creating.create(record);
    }

    @TearDown
    public void stop() throws Exception {
        creating.close();
    }
}
