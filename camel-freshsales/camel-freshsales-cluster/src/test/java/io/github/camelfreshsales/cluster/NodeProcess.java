// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.cluster;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A {@link NodeProgram} in a process of its own. */
final class NodeProcess implements AutoCloseable {

    private final Process process;
    private final BufferedReader output;

    private NodeProcess(Process process) {
        this.process = process;
        this.output = new BufferedReader(new InputStreamReader(process.getInputStream()));
    }

    /** @param arguments see {@link NodeProgram#main} */
    static NodeProcess start(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                NodeProgram.class.getName()));
        command.addAll(arguments);
        try {
            return new NodeProcess(new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void awaitReady() {
        if (!"ready".equals(line())) {
            throw new IllegalStateException("The node has not started");
        }
    }

    void begin() {
        send();
    }

    /** Ends its calls. */
    Calls end() {
        send();
        String[] counts = line().split(" ");
        return new Calls(Integer.parseInt(counts[0]), Integer.parseInt(counts[1]));
    }

    /** What became of its calls. */
    record Calls(int succeeded, int failed) {}

    /** As kill -9 does. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    private void send() {
        try {
            process.getOutputStream().write('\n');
            process.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String line() {
        try {
            return output.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        kill();
    }
}
