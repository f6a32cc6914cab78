// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.examples.synctodatabase;

import java.io.PrintStream;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Exchange;

/** A line on the console for each batch of changes. */
final class Report {

    private final PrintStream out;
    private final Map<String, Map<String, Integer>> batches = new ConcurrentHashMap<>();

    Report(PrintStream out) {
        this.out = out;
    }

    /** Counts a change that is in the database now. The changes of a resource come one after the other. */
    void add(Exchange exchange) {
        String resource = exchange.getMessage().getHeader("CamelFreshsalesChangedResource", String.class);
        String change = exchange.getMessage().getHeader("CamelFreshsalesChangeType", String.class);
        Map<String, Integer> batch = batches.computeIfAbsent(resource, name -> new TreeMap<>());
        batch.merge(change, 1, Integer::sum);
        if (exchange.getProperty(Exchange.BATCH_COMPLETE, false, Boolean.class)) {
            out.println(
                    "%s  %s: %s".formatted(LocalTime.now().truncatedTo(ChronoUnit.SECONDS), resource, inWords(batch)));
            batch.clear();
        }
    }

    private static String inWords(Map<String, Integer> batch) {
        StringBuilder words = new StringBuilder();
        batch.forEach((change, count) -> words.append(words.isEmpty() ? "" : ", ")
                .append(count)
                .append(' ')
                .append(change));
        return words.toString();
    }
}
