// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/**
 * Measures a simulator that runs in another process: latencies and rates over keep-alive connections, and what a request
 * costs the server in processor time, which hardly depends on what else the machine does.
 *
 * <pre>
 * java …LoadProgram PORT PID CONNECTIONS REQUESTS
 * </pre>
 *
 * The simulator must have been started with {@code --seed contacts=…}; the first generated contact has the id 70041000001.
 */
final class LoadProgram {

    private static final String API = "/crm/sales/api/";
    private static final long FIRST_ID = 70_041_000_001L;
    private static final int TICKS_PER_SECOND = 100;

    private final int port;
    private final long pid;
    private final int connections;
    private final int requests;

    private LoadProgram(String[] arguments) {
        this.port = Integer.parseInt(arguments[0]);
        this.pid = Long.parseLong(arguments[1]);
        this.connections = Integer.parseInt(arguments[2]);
        this.requests = Integer.parseInt(arguments[3]);
    }

    public static void main(String[] arguments) throws Exception {
        LoadProgram program = new LoadProgram(arguments);
        for (Map.Entry<String, Supplier<byte[]>> operation : operations().entrySet()) {
            program.first(operation.getKey(), operation.getValue());
        }
        for (Map.Entry<String, Supplier<byte[]>> operation : operations().entrySet()) {
            program.many(operation.getKey(), operation.getValue());
        }
    }

    private static Map<String, Supplier<byte[]>> operations() {
        Map<String, Supplier<byte[]>> all = new LinkedHashMap<>();
        all.put("get", () -> request("GET", "contacts/" + anyId(), ""));
        all.put("list", () -> request("GET", "contacts/view/70009990001?per_page=25&page=" + anyPage(), ""));
        all.put("search", () -> request("GET", "search?include=contact&q=contact" + anyId() + "%40generated", ""));
        all.put(
                "lookup",
                () -> request("GET", "lookup?f=email&entities=contact&q=contact" + anyId() + "%40generated.test", ""));
        all.put(
                "filtered_search by address",
                () -> rule("contact_email.email", "is_in", "contact" + anyId() + "@generated.test"));
        all.put("filtered_search by name", () -> rule("name", "contains", "Number " + anyId()));
        all.put("filtered_search by time", () -> rule("updated_at", "is_after", "2020-01-01T00:00:00Z"));
        all.put(
                "create",
                () -> request(
                        "POST",
                        "contacts",
                        "{\"contact\":{\"last_name\":\"Moss\",\"emails\":[\"m"
                                + ThreadLocalRandom.current().nextLong(Long.MAX_VALUE) + "@example.test\"]}}"));
        return all;
    }

    private static byte[] rule(String attribute, String operator, String value) {
        return request(
                "POST",
                "filtered_search/contact",
                "{\"filter_rule\":[{\"attribute\":\"" + attribute + "\",\"operator\":\"" + operator + "\",\"value\":\""
                        + value + "\"}],\"sort\":\"updated_at\"}");
    }

    private static long anyId() {
        return FIRST_ID + ThreadLocalRandom.current().nextInt(1_000_000);
    }

    private static int anyPage() {
        return ThreadLocalRandom.current().nextInt(1, 40_000);
    }

    private static byte[] request(String method, String path, String body) {
        return (method + " " + API + path
                        + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Token token=simulator-key-1\r\n"
                        + (body.isEmpty()
                                ? ""
                                : "Content-Type: application/json\r\nContent-Length: " + body.length() + "\r\n")
                        + "\r\n" + body)
                .getBytes(US_ASCII);
    }

    private void first(String name, Supplier<byte[]> operation) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            long start = System.nanoTime();
            exchange(socket, new BufferedInputStream(socket.getInputStream()), operation.get());
            System.out.printf("first %-28s %8.1f ms%n", name, (System.nanoTime() - start) / 1e6);
        }
    }

    private void many(String name, Supplier<byte[]> operation) throws Exception {
        long[][] nanos = new long[connections][requests / connections];
        CountDownLatch done = new CountDownLatch(connections);
        Duration cpuBefore = cpu();
        long start = System.nanoTime();
        for (long[] mine : nanos) {
            new Thread(() -> {
                        run(operation, mine);
                        done.countDown();
                    })
                    .start();
        }
        done.await();
        double seconds = (System.nanoTime() - start) / 1e9;
        long[] all = Arrays.stream(nanos).flatMapToLong(Arrays::stream).sorted().toArray();
        double cpuSeconds = cpu().minus(cpuBefore).toNanos() / 1e9;
        System.out.printf(
                "%-28s %8.0f/s %8.0f per processor second, p50 %6.1f ms, p99 %6.1f ms%n",
                name,
                all.length / seconds,
                all.length / cpuSeconds,
                all[all.length / 2] / 1e6,
                all[all.length * 99 / 100] / 1e6);
    }

    private void run(Supplier<byte[]> operation, long[] nanos) {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream(), 64 * 1024);
            for (int at = 0; at < nanos.length; at++) {
                long start = System.nanoTime();
                exchange(socket, in, operation.get());
                nanos[at] = System.nanoTime() - start;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void exchange(Socket socket, InputStream in, byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        String status = line(in);
        if (!status.startsWith("HTTP/1.1 20")) {
            throw new IOException(status);
        }
        int length = 0;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            if (header.toLowerCase().startsWith("content-length:")) {
                length = Integer.parseInt(header.substring(15).strip());
            }
        }
        in.skipNBytes(length);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int one = in.read(); one >= 0 && one != '\n'; one = in.read()) {
            if (one != '\r') {
                line.append((char) one);
            }
        }
        return line.toString();
    }

    /** User and system time of the server, as Linux tells it. */
    private Duration cpu() throws IOException {
        String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        long ticks = Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
        return Duration.ofMillis(ticks * 1_000 / TICKS_PER_SECOND);
    }
}
