// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.examples.synctodatabase;

import io.github.camelfreshsales.changes.JdbcStateRepository;
import io.github.camelfreshsales.component.FreshsalesComponent;
import io.github.camelfreshsales.simulator.FreshsalesSimulator;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;

/**
 * Follows the contacts and deals of an account into a database. It may be killed at any time and started again with the same
 * database. The account comes from the environment variables FRESHSALES_DOMAIN and FRESHSALES_API_KEY; without them it
 * shows what it does on a simulator, and ends.
 */
public final class SyncToDatabase {

    static final String DOMAIN = "FRESHSALES_DOMAIN";
    static final String API_KEY = "FRESHSALES_API_KEY";

    /** Milliseconds from poll to poll; a minute unless this says otherwise. */
    static final String DELAY = "FRESHSALES_DELAY";

    private static final String OPTION = "--database=";

    private SyncToDatabase() {}

    /** Takes {@code --database=target/crm}: where the files of the database lie. */
    public static void main(String... args) throws Exception {
        if (args.length != 1 || !args[0].startsWith(OPTION) || args[0].length() == OPTION.length()) {
            System.err.println("Say where the database lies: " + OPTION + "target/crm");
            System.exit(1);
        }
        Path file = nearby(Path.of(args[0].substring(OPTION.length())));
        Map<String, String> environment = System.getenv();
        String domain = environment.getOrDefault(DOMAIN, "").strip();
        String apiKey = environment.getOrDefault(API_KEY, "").strip();
        if (domain.isEmpty() != apiKey.isEmpty()) {
            System.err.println("Set both " + DOMAIN + " and " + API_KEY
                    + " to follow an account, or neither to see it on" + " the built-in simulator.");
            System.exit(1);
        }
        if (domain.isEmpty()) {
            onSimulator(file);
        } else {
            followUntilStopped(file, domain, apiKey, environment.getOrDefault(DELAY, "60000"));
        }
    }

    /** The same file as a person would name it from here. */
    private static Path nearby(Path file) {
        Path here = Path.of("").toAbsolutePath();
        return file.startsWith(here) ? here.relativize(file) : file;
    }

    private static void followUntilStopped(Path file, String domain, String apiKey, String delay) throws Exception {
        System.out.println("Following " + domain + " into " + file + ", until Ctrl-C");
        CountDownLatch stopped = new CountDownLatch(1);
        try (Database database = Database.in(file);
                CamelContext context = follow(database, domain, apiKey, delay, System.out)) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                context.stop();
                database.close();
                stopped.countDown();
            }));
            stopped.await();
        }
    }

    private static void onSimulator(Path file) throws Exception {
        try (FreshsalesSimulator simulator = FreshsalesSimulator.start();
                Database database = Database.in(file)) {
            System.out.println("No account configured: following the built-in simulator at " + simulator.domain()
                    + " into " + file);
            System.out.println();
            Demo demo = new Demo(simulator, database, System.out);
            try (CamelContext context = follow(database, simulator.domain(), simulator.apiKey(), "1000", System.out)) {
                demo.run();
            }
        }
    }

    /** Starts the routes. The key is set on the component, so that no URI and no log ever holds it. */
    static CamelContext follow(Database database, String domain, String apiKey, String delay, PrintStream out)
            throws Exception {
        FreshsalesComponent freshsales = new FreshsalesComponent();
        freshsales.getConfiguration().setDomain(domain);
        freshsales.getConfiguration().setApiKey(apiKey);
        Properties properties = new Properties();
        properties.setProperty("delay", delay);

        CamelContext context = new DefaultCamelContext();
        context.addComponent("freshsales", freshsales);
        context.getRegistry().bind("database", database.source());
        context.getRegistry().bind("cursors", new JdbcStateRepository(database.source(), "cursors"));
        context.getPropertiesComponent().setInitialProperties(properties);
        context.addRoutes(new SyncRoutes(new Report(out)));
        context.start();
        return context;
    }
}
