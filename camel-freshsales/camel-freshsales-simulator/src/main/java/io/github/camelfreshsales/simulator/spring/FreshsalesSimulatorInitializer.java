// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.spring;

import io.github.camelfreshsales.simulator.FreshsalesSimulator;
import java.time.Duration;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * Runs an application of Spring on the simulator: for a look at it without an account, or, by
 * {@link EnableFreshsalesSimulator}, for its tests. All applications of a JVM share one simulator, which is a bean of each.
 * Jobs of bulk upserts have ended at their first look.
 */
public final class FreshsalesSimulatorInitializer
        implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final String NAME = "freshsalesSimulator";

    /** Starts the simulator when the first application needs it. */
    private static final class Shared {
        static final FreshsalesSimulator SIMULATOR =
                FreshsalesSimulator.builder().jobsTake(Duration.ZERO).start();
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        FreshsalesSimulator simulator = Shared.SIMULATOR;
        Map<String, Object> account = Map.of(
                "camel.component.freshsales.domain", simulator.domain(),
                "camel.component.freshsales.api-key", simulator.apiKey());
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource(NAME, account));
        context.getBeanFactory().registerSingleton(NAME, simulator);
    }
}
