// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.watch;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.Registry;

/** Finds the registry of meters that an application has, where Camel's own meters go too. Needs Micrometer. */
public final class MeterRegistries {

    /** What camel-micrometer calls the one it uses. */
    private static final String CAMELS_OWN = "metricsRegistry";

    private MeterRegistries() {}

    /**
     * Meters an account for those who have a registry.
     *
     * @param host  the host of the account
     * @param label what tells it from others of the same host
     */
    public static AccountObserver observer(CamelContext context, String host, String label) {
        MeterRegistry registry = find(context.getRegistry());
        return registry == null
                ? AccountObserver.NONE
                : new AccountMeters(registry, Tags.of("host", host, "account", label));
    }

    private static MeterRegistry find(Registry registry) {
        MeterRegistry camels = registry.lookupByNameAndType(CAMELS_OWN, MeterRegistry.class);
        return camels != null ? camels : registry.findSingleByType(MeterRegistry.class);
    }
}
