// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.examples.synccluster;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * Follows the contacts and deals of an account into PostgreSQL. Start it on two machines or more: one follows, and another
 * goes on when that one ends. All addresses come from the environment; without them it shows what it does on a database
 * and a simulator of its own, and ends.
 */
public final class SyncCluster {

    static final String NODE = "NODE";
    static final String DATABASE_URL = "DATABASE_URL";
    static final String DOMAIN = "FRESHSALES_DOMAIN";
    static final String API_KEY = "FRESHSALES_API_KEY";

    /** Milliseconds from poll to poll; a minute unless this says otherwise. */
    static final String DELAY = "FRESHSALES_DELAY";

    private SyncCluster() {}

    /** Takes nothing; all settings are environment variables. */
    public static void main(String... args) throws Exception {
        Map<String, String> environment = System.getenv();
        List<String> missing = List.of(DATABASE_URL, DOMAIN, API_KEY).stream()
                .filter(name -> environment.getOrDefault(name, "").isBlank())
                .toList();
        if (missing.size() == 3) {
            new Demo(System.out).run();
        } else if (missing.isEmpty()) {
            followUntilStopped(environment);
        } else {
            System.err.println("Set " + String.join(" and ", missing) + " too, or none of " + DATABASE_URL + ", "
                    + DOMAIN + " and " + API_KEY + " to see it on a database and a simulator of its own.");
            System.exit(1);
        }
    }

    private static void followUntilStopped(Map<String, String> environment) throws Exception {
        String name = environment.getOrDefault(
                NODE, "node of process " + ProcessHandle.current().pid());
        String domain = environment.get(DOMAIN).strip();
        System.out.println(name + " is ready to follow " + domain + ", until Ctrl-C");
        CountDownLatch stopped = new CountDownLatch(1);
        try (Database database = Database.at(environment.get(DATABASE_URL).strip());
                SyncNode node = SyncNode.start(
                        name,
                        database,
                        domain,
                        environment.get(API_KEY).strip(),
                        environment.getOrDefault(DELAY, "60000"))) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                stop(node);
                database.close();
                stopped.countDown();
            }));
            stopped.await();
        }
    }

    private static void stop(SyncNode node) {
        try {
            node.close();
        } catch (Exception e) {
            System.err.println("The node did not stop as it should: " + e.getMessage());
        }
    }
}
