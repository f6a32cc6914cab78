// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.examples.kafkasink;

import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import org.apache.camel.CamelContext;
import org.apache.camel.component.kafka.KafkaComponent;
import org.apache.camel.impl.DefaultCamelContext;

/**
 * Stores the records of a Kafka topic as contacts. Start as many of them as the topic has partitions; each may be killed at
 * any time. The addresses come from the environment; without them it shows what it does on a broker and a simulator of
 * its own, and ends.
 */
public final class KafkaSink {

    static final String BROKERS = "KAFKA_BROKERS";
    static final String DOMAIN = "FRESHSALES_DOMAIN";
    static final String API_KEY = "FRESHSALES_API_KEY";

    /** Milliseconds before the first look at a job. */
    static final String JOB_POLL_INTERVAL = "FRESHSALES_JOB_POLL_INTERVAL";

    private KafkaSink() {}

    /** Takes nothing; all settings are environment variables. */
    public static void main(String... args) throws Exception {
        Map<String, String> environment = System.getenv();
        List<String> missing = List.of(BROKERS, DOMAIN, API_KEY).stream()
                .filter(name -> environment.getOrDefault(name, "").isBlank())
                .toList();
        if (missing.size() == 3) {
            new Demo(System.out).run();
        } else if (missing.isEmpty()) {
            storeUntilStopped(environment);
        } else {
            System.err.println("Set " + String.join(" and ", missing) + " too, or none of " + BROKERS + ", " + DOMAIN
                    + " and " + API_KEY + " to see it on a broker and a simulator of its own.");
            System.exit(1);
        }
    }

    private static void storeUntilStopped(Map<String, String> environment) throws Exception {
        String brokers = environment.get(BROKERS).strip();
        Account account = new Account(
                environment.get(DOMAIN).strip(),
                environment.get(API_KEY).strip(),
                Long.parseLong(environment.getOrDefault(JOB_POLL_INTERVAL, "2000")));
        System.out.println("Storing the records of " + brokers + " in " + account + ", until Ctrl-C");
        CountDownLatch stopped = new CountDownLatch(1);
        try (CamelContext context = start(brokers, account, new Report("sink", System.out), Map.of())) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                context.stop();
                stopped.countDown();
            }));
            stopped.await();
        }
    }

    /**
     * Starts one consumer.
     *
     * @param settings values for the placeholders of the route
     */
    static CamelContext start(String brokers, Account account, Report report, Map<String, String> settings)
            throws Exception {
        KafkaComponent kafka = new KafkaComponent();
        kafka.getConfiguration().setBrokers(brokers);
        Properties properties = new Properties();
        properties.putAll(settings);

        CamelContext context = new DefaultCamelContext();
        context.addComponent("freshsales", account.component());
        context.addComponent("kafka", kafka);
        context.getPropertiesComponent().setInitialProperties(properties);
        context.addRoutes(new SinkRoute(report));
        context.start();
        return context;
    }
}
