// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.benchmarks.create;

import io.github.camelfreshsales.benchmarks.Fork;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A contender in a process of its own, which does nothing until it has its turn. */
final class TurnProcess implements AutoCloseable {

    private final Process process;
    private final BufferedReader answers;
    private final PrintWriter orders;

    private TurnProcess(Process process) {
        this.process = process;
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
        this.orders = new PrintWriter(process.getOutputStream(), true, StandardCharsets.US_ASCII);
    }

    static TurnProcess start(Contenders contender, String domain) throws IOException {
        List<String> arguments = List.of(contender.name(), domain);
        return new TurnProcess(new ProcessBuilder(Fork.command(TurnProgram.class, List.of(), arguments))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** Creates a second. */
    double turn(int callers, int millis) throws IOException {
        orders.println(callers + " " + millis);
        String created = answers.readLine();
        if (created == null) {
            throw new IOException("A contender ended before its turn did");
        }
        return Long.parseLong(created) * 1000.0 / millis;
    }

    @Override
    public void close() {
        orders.close();
        process.destroy();
    }
}
