// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.benchmarks;

import io.github.camelfreshsales.benchmarks.server.FastServer;
import io.github.camelfreshsales.benchmarks.server.FastServerMain;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The server in a process of its own, so that its work is not counted as the callers'. */
public final class ServerProcess implements AutoCloseable {

    private static final List<String> JVM_OPTIONS = List.of("-Xmx256m", "-XX:+UseSerialGC");

    private final Process process;
    private final int port;

    private ServerProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    public static ServerProcess start(FastServer.Settings settings) throws IOException {
        List<String> arguments = List.of(
                Long.toString(settings.latencyMillis()),
                Long.toString(settings.jobMillis()),
                Long.toString(settings.records()));
        Process process = new ProcessBuilder(Fork.command(FastServerMain.class, JVM_OPTIONS, arguments))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String port =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
        if (port == null) {
            throw new IOException("The server did not start");
        }
        return new ServerProcess(process, Integer.parseInt(port));
    }

    /** The account as the component's option domain takes it. */
    public String domain() {
        return "http://localhost:" + port + "/crm/sales";
    }

    /** Calls answered so far. */
    public long calls() throws IOException {
        try (InputStream in =
                URI.create("http://localhost:" + port + "/calls").toURL().openStream()) {
            return Long.parseLong(new String(in.readAllBytes(), StandardCharsets.US_ASCII));
        }
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
    }
}
