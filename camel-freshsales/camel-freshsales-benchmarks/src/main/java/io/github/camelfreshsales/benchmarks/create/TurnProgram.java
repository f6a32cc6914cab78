// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.benchmarks.create;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * The program {@code TurnProgram contender domain}. For each line {@code callers millis} of its input it creates for so long
 * and prints how many creates that were; it ends with its input.
 */
final class TurnProgram {

    private final Contender creating;
    private final Map<String, Object> record = Sample.contact(1001);

    private TurnProgram(Contender creating) {
        this.creating = creating;
    }

    public static void main(String[] args) throws Exception {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        try (Contender contender = Contenders.valueOf(args[0]).start(args[1])) {
            TurnProgram program = new TurnProgram(contender);
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] words = line.split(" ");
                System.out.println(program.turn(Integer.parseInt(words[0]), Long.parseLong(words[1])));
            }
        }
        System.exit(0);
    }

    private long turn(int callers, long millis) throws InterruptedException, ExecutionException, IOException {
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        try {
            long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
            List<Future<Long>> running = new ArrayList<>();
            for (int caller = 0; caller < callers; caller++) {
                running.add(threads.submit(() -> createUntil(end)));
            }
            long created = 0;
            for (Future<Long> one : running) {
                created += one.get();
            }
            return created;
        } finally {
            threads.shutdown();
        }
    }

    private long createUntil(long end) throws Exception {
        long created = 0;
        while (System.nanoTime() < end) {
            creating.create(record);
            created++;
        }
        return created;
    }
}
