// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.watch;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.Registry;

/** Finds the meter registry of an application, which Camel's own meters use too. Needs Micrometer. */
public final class MeterRegistries {

    /** The name of the registry that camel-micrometer uses. */
    private static final String CAMELS_OWN = "metricsRegistry";

    private MeterRegistries() {}

    /**
     * Meters an account, if there is a registry.
     *
     * @param host  the host of the account
     * @param label distinguishes it from other accounts of the same host
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
