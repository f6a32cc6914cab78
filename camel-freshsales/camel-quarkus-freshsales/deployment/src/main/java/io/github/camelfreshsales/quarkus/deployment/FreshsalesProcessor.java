// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.quarkus.deployment;

import io.github.camelfreshsales.quarkus.FreshsalesReadiness;
import io.quarkus.bootstrap.classloading.QuarkusClassLoader;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.FeatureBuildItem;
import io.quarkus.smallrye.health.deployment.spi.HealthBuildItem;

/** What an application with Freshsales needs in the JVM and in a native image alike. */
class FreshsalesProcessor {

    static final String FEATURE = "camel-freshsales";

    /** Shows all checks of Camel, ours among them. */
    private static final String HEALTH_OF_THE_PLATFORM =
            "org.apache.camel.quarkus.component.microprofile.health.runtime.CamelMicroProfileHealthRecorder";

    @BuildStep
    FeatureBuildItem feature() {
        return new FeatureBuildItem(FEATURE);
    }

    @BuildStep
    void health(FreshsalesBuildTimeConfig config, BuildProducer<HealthBuildItem> checks) {
        if (!QuarkusClassLoader.isClassPresentAtRuntime(HEALTH_OF_THE_PLATFORM)) {
            checks.produce(new HealthBuildItem(
                    FreshsalesReadiness.class.getName(), config.health().enabled()));
        }
    }
}
