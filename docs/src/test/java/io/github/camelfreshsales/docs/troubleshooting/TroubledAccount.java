// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.docs.troubleshooting;

import io.github.camelfreshsales.simulator.FreshsalesSimulator;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PropertyBindingSupport;

/** A context on a simulator, whose component waits for nothing. */
final class TroubledAccount {

    private final FreshsalesSimulator simulator;
    private final Map<String, Object> options = new HashMap<>();

    TroubledAccount(FreshsalesSimulator simulator) {
        this.simulator = simulator;
        with("domain", simulator.domain()).with("apiKey", simulator.apiKey());
        with("retryDelay", "1").with("maxRetryDelay", "1");
    }

    FreshsalesSimulator simulator() {
        return simulator;
    }

    /** @param value null to leave the option out */
    TroubledAccount with(String option, Object value) {
        options.put(option, value);
        options.values().remove(null);
        return this;
    }

    void send(String uri, Object body) throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            Component freshsales = context.getComponent("freshsales", true, false);
            PropertyBindingSupport.build()
                    .withConfigurer(freshsales.getComponentPropertyConfigurer())
                    .bind(context, freshsales, options);
            context.start();
            context.createProducerTemplate().sendBody(uri, body);
        }
    }

    /** What the innermost exception of ours says. */
    String message(Exception e) {
        Throwable ours = e;
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            boolean known = cause.getClass().getName().startsWith("io.github.camelfreshsales");
            ours = known || cause instanceof IllegalArgumentException ? cause : ours;
            if (known) {
                break;
            }
        }
        // which exception of Java it was depends on the moment
        return ours.getMessage()
                .replaceAll(" \\(\\w+Exception\\)", "")
                .replaceAll("https?://localhost:\\d+", "https://acme.myfreshworks.com")
                .replaceAll("localhost:\\d+", "acme.myfreshworks.com");
    }
}
