// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.quarkus.deployment;

import io.quarkus.runtime.annotations.ConfigGroup;
import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.OptionalInt;

/** Freshsales in Camel Quarkus. */
@ConfigMapping(prefix = "quarkus.camel.freshsales")
@ConfigRoot(phase = ConfigPhase.BUILD_TIME)
public interface FreshsalesBuildTimeConfig {

    /** A simulated Freshsales in dev mode and in tests. */
    DevServices devservices();

    /** The health checks of Freshsales among those of Quarkus. */
    Health health();

    @ConfigGroup
    interface DevServices {

        /**
         * Whether a simulated Freshsales starts in dev mode and in tests when {@code camel.component.freshsales.domain} is not
         * configured. The domain and the API key of the component are set to it.
         */
        @WithDefault("true")
        boolean enabled();

        /** The port of the simulated Freshsales. By default, a free one is chosen. */
        OptionalInt port();
    }

    @ConfigGroup
    interface Health {

        /**
         * Whether the readiness check of Quarkus includes the health checks of Freshsales, if the application has
         * {@code quarkus-smallrye-health}. Turn the check of accounts on in Camel with
         * {@code camel.health.producers-enabled=true}.
         */
        @WithDefault("true")
        boolean enabled();
    }
}
