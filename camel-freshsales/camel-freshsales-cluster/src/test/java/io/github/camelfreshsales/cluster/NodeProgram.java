// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.cluster;

import io.github.camelfreshsales.component.FreshsalesComponent;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A node that calls the account as often as it may: it calls once and says that it is ready, begins at a line of its input, ends at the next
 * one, and says how many calls have succeeded and failed.
 */
public final class NodeProgram {

    private final AtomicInteger succeeded = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private volatile boolean ends;

    private NodeProgram() {}

    /** @param args domain, key, threads, calls an hour, milliseconds of an hour, and the database unless it is alone */
    public static void main(String[] args) throws Exception {
        new NodeProgram().run(args);
    }

    private void run(String[] args) throws Exception {
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in));
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.addComponent("freshsales", component(args));
            context.start();
            ProducerTemplate template = context.createProducerTemplate();
            template.start();
            call(template); // so that all are as fast from the beginning
            System.out.println("ready");
            input.readLine();
            for (int i = 0; i < Integer.parseInt(args[2]); i++) {
                Thread thread = new Thread(() -> callAgainAndAgain(template));
                thread.setDaemon(true);
                thread.start();
            }
            input.readLine();
            ends = true;
            System.out.println(succeeded + " " + failed);
        } catch (IOException e) {
            System.exit(1); // who started it is gone
        }
    }

    private static FreshsalesComponent component(String[] args) {
        FreshsalesComponent component = new FreshsalesComponent();
        component.getConfiguration().setDomain(args[0]);
        component.getConfiguration().setApiKey(args[1]);
        component.getConfiguration().setMaxRetries(0);
        component.setRequestsPerHour(Integer.parseInt(args[3]));
        component.setMaxQuotaWait(Duration.ofMinutes(10).toMillis());
        if (args.length > 5) {
            PGSimpleDataSource database = new PGSimpleDataSource();
            database.setUrl(args[5]);
            component.setSharedQuota(new ClusterQuota(database, 3, Duration.ofMillis(Long.parseLong(args[4]))));
        }
        return component;
    }

    private void callAgainAndAgain(ProducerTemplate template) {
        while (!ends) {
            try {
                call(template);
                succeeded.getAndIncrement();
            } catch (CamelExecutionException e) {
                failed.getAndIncrement();
            }
        }
    }

    private static void call(ProducerTemplate template) {
        template.requestBody("freshsales:request?method=GET&path=selector/owners", (Object) null);
    }
}
