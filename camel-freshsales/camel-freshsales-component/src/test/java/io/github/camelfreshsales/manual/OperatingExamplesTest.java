// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.manual;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Properties;
import org.apache.camel.support.PropertyBindingSupport;
import org.junit.jupiter.api.Test;

/** The settings that the manual shows for those who run an application. */
class OperatingExamplesTest extends ExampleTest {

    @Test
    void probeIntervalIsAnOptionOfTheComponent() throws Exception {
        Properties properties = new Properties();
        properties.load(getClass().getResourceAsStream("/manual/operating.properties"));

        PropertyBindingSupport.build()
                .withConfigurer(freshsales.getComponentPropertyConfigurer())
                .withIgnoreCase(true)
                .withMandatory(true)
                .bind(
                        context,
                        freshsales,
                        "health-probe-interval",
                        properties.getProperty("camel.component.freshsales.health-probe-interval"));

        assertThat(freshsales.getHealthProbeInterval()).isEqualTo(600_000);
        assertThat(properties).containsEntry("camel.health.producers-enabled", "true");
    }
}
