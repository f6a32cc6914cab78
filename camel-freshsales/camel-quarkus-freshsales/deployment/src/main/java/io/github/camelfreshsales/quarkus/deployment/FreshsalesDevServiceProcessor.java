// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.quarkus.deployment;

import io.github.camelfreshsales.simulator.FreshsalesSimulator;
import io.github.camelfreshsales.simulator.FreshsalesSimulatorBuilder;
import io.quarkus.deployment.IsDevServicesSupportedByLaunchMode;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.BuildSteps;
import io.quarkus.deployment.builditem.DevServicesResultBuildItem;
import io.quarkus.deployment.builditem.LaunchModeBuildItem;
import io.quarkus.deployment.dev.devservices.DevServicesConfig;
import io.quarkus.runtime.configuration.ConfigUtils;
import java.time.Duration;
import java.util.Map;

/**
 * In dev mode and in tests, an application that names no account gets a simulated one. As long as its configuration stays
 * the same, it survives live reloads with all its records.
 */
@BuildSteps(onlyIf = {IsDevServicesSupportedByLaunchMode.class, DevServicesConfig.Enabled.class})
class FreshsalesDevServiceProcessor {

    static final String DOMAIN = "camel.component.freshsales.domain";
    private static final String API_KEY = "camel.component.freshsales.api-key";

    static boolean isNeeded(FreshsalesBuildTimeConfig config) {
        return config.devservices().enabled() && !ConfigUtils.isPropertyNonEmpty(DOMAIN);
    }

    @BuildStep
    void simulator(
            FreshsalesBuildTimeConfig config,
            LaunchModeBuildItem mode,
            BuildProducer<DevServicesResultBuildItem> services) {
        if (!isNeeded(config)) {
            return;
        }
        FreshsalesSimulatorBuilder options = FreshsalesSimulator.builder();
        config.devservices().port().ifPresent(options::port);
        if (mode.isTest()) {
            options.jobsTake(Duration.ZERO);
        }
        services.produce(DevServicesResultBuildItem.<SimulatorService>owned()
                .feature(FreshsalesProcessor.FEATURE)
                .description("A simulated Freshsales account")
                .serviceConfig(config.devservices())
                .startable(() -> new SimulatorService(options))
                .configProvider(Map.of(DOMAIN, SimulatorService::domain, API_KEY, SimulatorService::apiKey))
                .build());
    }
}
