// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

/** The component in an application that has no Micrometer. */
class WithoutMicrometerTest {

    /** Starts a producer, whose account would be metered. */
    public static final class Probe implements Callable<String> {

        @Override
        public String call() throws Exception {
            try (CamelContext context = new DefaultCamelContext()) {
                context.start();
                Endpoint endpoint = context.getEndpoint("freshsales:ping?domain=acme&apiKey=k3y");
                context.addService(endpoint.createProducer(), true, true);
                return hasMicrometer() ? "with Micrometer" : "without Micrometer";
            }
        }

        private static boolean hasMicrometer() {
            try {
                Class.forName("io.micrometer.core.instrument.MeterRegistry");
                return true;
            } catch (ClassNotFoundException e) {
                return false;
            }
        }
    }

    @Test
    void accountIsUsedAsWithIt() throws Exception {
        assertThat(WithoutWebhookTest.probed(Probe.class, "micrometer-core")).isEqualTo("without Micrometer");
        assertThat(WithoutWebhookTest.probed(Probe.class, "no-such-module")).isEqualTo("with Micrometer");
    }
}
