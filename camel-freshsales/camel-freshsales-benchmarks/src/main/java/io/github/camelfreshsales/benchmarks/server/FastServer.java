// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.benchmarks.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Answers the calls of the benchmarks, with as little work as it can: a thread a connection, answers made before, one
 * write each. It knows no record; whoever wants a Freshsales with state takes the simulator. It shares no class with the
 * component and runs in a process of its own, see {@link FastServerMain}.
 */
public final class FastServer implements AutoCloseable {

    private final ServerSocket listening;
    private final Settings settings;
    private final AtomicLong calls = new AtomicLong();
    private final Map<Socket, Thread> connections = new ConcurrentHashMap<>();

    /**
     * @param latencyMillis how long an answer takes
     * @param jobMillis     how long a bulk job runs
     * @param records       how many records the one view has
     */
    public record Settings(long latencyMillis, long jobMillis, long records) {}

    public FastServer(Settings settings) {
        this.settings = settings;
        try {
            listening = new ServerSocket(0, 1024, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::accept, "fast-server");
    }

    public int port() {
        return listening.getLocalPort();
    }

    /** Calls answered so far, looks at this number not counted. */
    public long calls() {
        return calls.get();
    }

    private static Thread start(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private void accept() {
        Responses answers = new Responses(settings, port());
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                socket.setTcpNoDelay(true);
                connections.put(socket, start(() -> serve(socket, answers), "fast-server-connection"));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket socket, Responses answers) {
        try (socket) {
            RequestReader requests = new RequestReader(socket.getInputStream());
            while (requests.next()) {
                byte[] answer = requests.target().equals("/calls") ? answers.calls(calls()) : answer(requests, answers);
                socket.getOutputStream().write(answer);
            }
        } catch (IOException e) {
            // the caller has gone
        } finally {
            connections.remove(socket);
        }
    }

    private byte[] answer(RequestReader request, Responses answers) {
        calls.incrementAndGet();
        long due = System.nanoTime() + settings.latencyMillis() * 1_000_000;
        byte[] answer = answers.to(request.method(), request.target(), request.body());
        for (long wait = due - System.nanoTime(); settings.latencyMillis() > 0 && wait > 0; ) {
            LockSupport.parkNanos(wait);
            wait = due - System.nanoTime();
        }
        return answer;
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket socket : connections.keySet()) {
            socket.close();
        }
    }
}
