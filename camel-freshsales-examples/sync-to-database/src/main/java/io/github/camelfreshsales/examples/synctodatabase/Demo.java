// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.examples.synctodatabase;

import io.github.camelfreshsales.simulator.FreshsalesSimulator;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/** What the people of an account do while it is followed, on the simulator. */
final class Demo {

    private static final int CONTACTS = 250;
    private static final int DEALS = 80;
    private static final int SECONDS_AT_WORK = 6;
    private static final int MOST_SECONDS = 60;

    private final FreshsalesSimulator simulator;
    private final Database database;
    private final PrintStream out;
    private int seconds;

    Demo(FreshsalesSimulator simulator, Database database, PrintStream out) {
        this.simulator = simulator;
        this.database = database;
        this.out = out;
        simulator.generate("contacts", CONTACTS);
        simulator.generate("deals", DEALS);
    }

    /** Works for some seconds, waits until the tables hold what the account holds, and shows both. */
    void run() throws Exception {
        CompletableFuture<Void> done = new CompletableFuture<>();
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        try {
            clock.scheduleAtFixedRate(() -> second(done), 1, 1, TimeUnit.SECONDS);
            done.get(MOST_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            out.println("The tables are not equal to the account after " + MOST_SECONDS + " seconds:");
        } finally {
            clock.shutdownNow();
        }
        out.println();
        out.println("                in the account   in the database");
        show("contacts");
        show("deals");
    }

    private void second(CompletableFuture<Void> done) {
        try {
            if (seconds++ < SECONDS_AT_WORK) {
                work();
            } else if (isEqual("contacts") && isEqual("deals")) {
                done.complete(null);
            }
        } catch (RuntimeException e) {
            done.completeExceptionally(e);
        }
    }

    private void work() {
        simulator.seed("contacts", Map.of("last_name", "New " + seconds, "email", "new" + seconds + "@halcyon.test"));
        List<Map<String, Object>> contacts = simulator.records("contacts");
        simulator.update("contacts", id(contacts.get(seconds)), Map.of("job_title", "Promoted in second " + seconds));
        simulator.delete("contacts", id(contacts.get(100 + seconds)));
        simulator.update("deals", id(simulator.records("deals").get(seconds)), Map.of("amount", 1_000 * seconds));
    }

    private boolean isEqual(String resource) {
        Set<Long> ids = simulator.records(resource).stream().map(Demo::id).collect(Collectors.toSet());
        return database.rows(resource).keySet().equals(ids);
    }

    private void show(String resource) {
        out.println("  %-10s %,17d %,17d"
                .formatted(
                        resource,
                        simulator.count(resource),
                        database.rows(resource).size()));
    }

    private static long id(Map<String, Object> record) {
        return ((Number) record.get("id")).longValue();
    }
}
