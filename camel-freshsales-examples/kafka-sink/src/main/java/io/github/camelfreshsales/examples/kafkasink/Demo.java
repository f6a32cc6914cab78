// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.examples.kafkasink;

import io.github.camelfreshsales.simulator.FreshsalesSimulator;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;

/** Two consumers of one group on a broker and a simulator of its own. */
final class Demo {

    private static final int PARTITIONS = 4;
    private static final int CONTACTS = 5_000;
    private static final int MOST_SECONDS = 120;

    private final PrintStream out;

    Demo(PrintStream out) {
        this.out = out;
    }

    void run() throws Exception {
        Path folder = Files.createTempDirectory("kafka-sink");
        try (LocalBroker broker = LocalBroker.in(folder);
                FreshsalesSimulator simulator = FreshsalesSimulator.builder()
                        .requires("contacts", "last_name")
                        .start();
                Topic topic = Topic.create(broker.address(), "contacts", PARTITIONS)) {
            out.println("Nothing configured: a broker at " + broker.address() + ", and the built-in simulator at "
                    + simulator.domain());
            out.println();
            fill(topic);
            try (CamelContext first = consumer("consumer 1", broker, simulator);
                    CamelContext second = consumer("consumer 2", broker, simulator)) {
                awaitEnd(topic);
            }
            out.println();
            out.println("In the topic        %,6d".formatted(topic.size()));
            out.println("In the account      %,6d".formatted(simulator.count("contacts")));
            out.println("In the dead letters %,6d".formatted(topic.refusedSize()));
        } finally {
            delete(folder);
        }
    }

    /** Contacts, and some records that can never become one. */
    private static void fill(Topic topic) {
        for (int i = 1; i <= CONTACTS; i++) {
            String email = "person" + i + "@halcyon.test";
            topic.send(email, "{\"email\":\"" + email + "\",\"last_name\":\"Person " + i + "\"}");
        }
        topic.send("nameless", "{\"email\":\"nameless@halcyon.test\"}");
        topic.send("broken", "{\"email\":");
    }

    private CamelContext consumer(String name, LocalBroker broker, FreshsalesSimulator simulator) throws Exception {
        return KafkaSink.start(broker.address(), Account.of(simulator), new Report(name, out), Map.of());
    }

    private static void awaitEnd(Topic topic) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(MOST_SECONDS);
        while (topic.committedCount() < topic.size() && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(Demo::deleteOne);
        }
    }

    private static void deleteOne(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
