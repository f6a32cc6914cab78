// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.benchmarks.callers;

import io.github.camelfreshsales.benchmarks.Fork;
import io.github.camelfreshsales.benchmarks.create.Sample;
import io.github.camelfreshsales.component.FreshsalesComponent;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/**
 * The program {@code CallersProgram domain callers requestsPerMinute seconds}: so many virtual threads create a contact at
 * the same time, once each, or again and again for so many seconds.
 */
final class CallersProgram {

    /** Calls before the callers start, so that they do not all wait for the first of them to load the classes. */
    private static final int WARM_UP = 1_000;

    private static final int MAX_QUOTA_WAIT = 600_000;

    private final ProducerTemplate template;
    private final int callers;
    private final long until;
    private final Queueing queueing = new Queueing();
    private final CountDownLatch start = new CountDownLatch(1);
    private volatile long begun;

    private CallersProgram(ProducerTemplate template, int callers, int seconds) {
        this.template = template;
        this.callers = callers;
        this.until = seconds * 1_000_000_000L;
    }

    public static void main(String[] args) throws Exception {
        CamelContext context = new DefaultCamelContext();
        FreshsalesComponent freshsales = context.getComponent("freshsales", FreshsalesComponent.class);
        freshsales.getConfiguration().setDomain(args[0]);
        freshsales.getConfiguration().setApiKey(Sample.API_KEY);
        freshsales.setRequestsPerMinute(WARM_UP + Integer.parseInt(args[2]));
        freshsales.setMaxQuotaWait(MAX_QUOTA_WAIT);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:create").to("freshsales:create?resourceType=contacts");
            }
        });
        context.start();
        ProducerTemplate template = context.createProducerTemplate();
        Fork.tell(new CallersProgram(template, Integer.parseInt(args[1]), Integer.parseInt(args[3])).run());
        System.exit(0);
    }

    private Called run() throws InterruptedException, ExecutionException {
        for (int call = 0; call < WARM_UP; call++) {
            template.requestBody("direct:create", Sample.contact(call));
        }
        ExecutorService threads = virtualThreads();
        List<Future<Long>> running = new ArrayList<>();
        for (int caller = 0; caller < callers; caller++) {
            long number = caller;
            running.add(threads.submit((Callable<Long>) () -> call(number)));
        }
        begun = System.nanoTime();
        start.countDown();
        List<Long> calls = new ArrayList<>();
        for (Future<Long> caller : running) {
            calls.add(caller.get());
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        threads.shutdown();
        return queueing.called(seconds, calls);
    }

    private long call(long number) throws InterruptedException {
        start.await();
        long calls = 0;
        do {
            Queueing.Place place = queueing.arrive();
            template.requestBody("direct:create", Sample.contact(number));
            queueing.leave(place);
            calls++;
        } while (System.nanoTime() - begun < until);
        return calls;
    }

    /** By name: the classes are compiled for a Java that has none. */
    private static ExecutorService virtualThreads() {
        try {
            return (ExecutorService)
                    Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("This Java has no virtual threads", e);
        }
    }
}
