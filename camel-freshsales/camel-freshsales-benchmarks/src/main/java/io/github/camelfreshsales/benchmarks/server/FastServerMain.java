// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.benchmarks.server;

import java.io.IOException;

/**
 * The server as a program: {@code FastServerMain latencyMillis jobMillis records}. It prints its port, and ends when its
 * standard input does, so that it never outlives who started it.
 */
public final class FastServerMain {

    private FastServerMain() {}

    public static void main(String[] args) throws IOException {
        FastServer.Settings settings =
                new FastServer.Settings(Long.parseLong(args[0]), Long.parseLong(args[1]), Long.parseLong(args[2]));
        try (FastServer server = new FastServer(settings)) {
            System.out.println(server.port());
            while (System.in.read() >= 0) {
                // nothing is said to it
            }
        }
    }
}
