package io.github.camelfreshsales.benchmarks;

import io.github.camelfreshsales.benchmarks.create.CreateRun;
import io.github.camelfreshsales.benchmarks.server.FastServer;
import java.util.Arrays;
import java.util.List;

/** Runs a measurement by its name; the README tells which there are. */
public final class Benchmarks {

    private Benchmarks() {}

    public static void main(String[] args) throws Exception {
        List<String> words = Arrays.asList(args);
        Arguments arguments = new Arguments(words.subList(1, words.size()));
        arguments.text("results", "results");
        try (ServerProcess server = ServerProcess.start(new FastServer.Settings(0, 0, 0))) {
            CreateRun run = new CreateRun(server.domain(), arguments);
            arguments.refuseUnknown();
            run.run();
        }
    }
}
