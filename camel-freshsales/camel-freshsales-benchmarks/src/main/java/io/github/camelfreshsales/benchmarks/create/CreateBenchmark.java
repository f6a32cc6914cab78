package io.github.camelfreshsales.benchmarks.create;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One create. A fork has one contender only, so that none profits or suffers from the code of another. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class CreateBenchmark {

    @Param({"component", "byHand", "producer", "client", "socket"})
    public Contenders contender;

    /** The account's address; the runner gives that of its server. */
    @Param({""})
    public String domain;

    private final Map<String, Object> record = Sample.contact(1001);
    private Contender creating;

    @Setup
    public void start() throws Exception {
        creating = contender.start(domain);
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
