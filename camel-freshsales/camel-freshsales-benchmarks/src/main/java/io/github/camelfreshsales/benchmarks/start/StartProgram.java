// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.benchmarks.start;

import io.github.camelfreshsales.benchmarks.Fork;
import java.lang.management.ManagementFactory;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** The program {@code StartProgram uri}: starts a context with one route to the URI. */
final class StartProgram {

    private StartProgram() {}

    /**
     * @param process milliseconds from the start of the process until the context has started
     * @param context milliseconds of these for making and starting the context
     */
    record Started(double process, double context) {}

    public static void main(String[] args) throws Exception {
        long begin = System.nanoTime();
        CamelContext context = new DefaultCamelContext();
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").to(args[0]);
            }
        });
        context.start();
        double started = (System.nanoTime() - begin) / 1e6;
        double process = System.currentTimeMillis()
                - ManagementFactory.getRuntimeMXBean().getStartTime();
        context.stop();
        Fork.tell(new Started(process, started));
    }
}
