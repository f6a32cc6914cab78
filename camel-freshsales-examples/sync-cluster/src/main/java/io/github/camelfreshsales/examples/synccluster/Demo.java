// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.examples.synccluster;

import io.github.camelfreshsales.simulator.FreshsalesSimulator;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** Two nodes on a database and a simulator of their own, the leader of which ends. */
final class Demo {

    private static final long MOST_NANOS = TimeUnit.MINUTES.toNanos(2);

    private final PrintStream out;

    Demo(PrintStream out) {
        this.out = out;
    }

    void run() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
                FreshsalesSimulator simulator = FreshsalesSimulator.start();
                Database database = Database.at(postgres.getJdbcUrl("postgres", "postgres"))) {
            out.println("Nothing configured: a PostgreSQL and the simulator at " + simulator.domain());
            out.println();
            simulator.generate("contacts", 250);
            simulator.generate("deals", 80);
            SyncNode first = node("node 1", simulator, database);
            await(first::isLeader);
            out.println("node 1 leads");
            try (SyncNode second = node("node 2", simulator, database)) {
                await(() -> isEqual(simulator, database));
                show(simulator, database);
                long ended = System.nanoTime();
                first.close();
                work(simulator);
                await(second::isLeader);
                out.println("node 1 ends, and node 2 leads after %d ms"
                        .formatted(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - ended)));
                await(() -> isEqual(simulator, database));
                show(simulator, database);
            }
        }
    }

    private static SyncNode node(String name, FreshsalesSimulator simulator, Database database) throws Exception {
        return SyncNode.start(name, database, simulator.domain(), simulator.apiKey(), "1000");
    }

    private static void work(FreshsalesSimulator simulator) {
        List<Map<String, Object>> contacts = simulator.records("contacts");
        simulator.seed("contacts", Map.of("last_name", "New", "email", "new@halcyon.test"));
        simulator.update("contacts", id(contacts.get(0)), Map.of("job_title", "Promoted"));
        simulator.delete("contacts", id(contacts.get(1)));
        simulator.delete("deals", id(simulator.records("deals").get(0)));
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + MOST_NANOS;
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private static boolean isEqual(FreshsalesSimulator simulator, Database database) {
        return isEqual(simulator, database, "contacts") && isEqual(simulator, database, "deals");
    }

    private static boolean isEqual(FreshsalesSimulator simulator, Database database, String resource) {
        Set<Long> ids = simulator.records(resource).stream().map(Demo::id).collect(Collectors.toSet());
        return database.rows(resource).keySet().equals(ids);
    }

    private void show(FreshsalesSimulator simulator, Database database) {
        for (String resource : List.of("contacts", "deals")) {
            out.println("  %-10s %,5d in the account, %,5d in the database"
                    .formatted(
                            resource,
                            simulator.count(resource),
                            database.rows(resource).size()));
        }
    }

    private static long id(Map<String, Object> record) {
        return ((Number) record.get("id")).longValue();
    }
}
