// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.quarkus.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.deployment.builditem.DevServicesResultBuildItem;
import io.quarkus.deployment.builditem.LaunchModeBuildItem;
import io.quarkus.runtime.LaunchMode;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FreshsalesDevServiceProcessorTest {

    private static final LaunchModeBuildItem TEST =
            new LaunchModeBuildItem(LaunchMode.TEST, Optional.empty(), false, Optional.empty(), false);

    @AfterEach
    void noAccount() {
        System.clearProperty(FreshsalesDevServiceProcessor.DOMAIN);
    }

    @Test
    void applicationWithoutAccountGetsOne() {
        assertThat(services(Map.of())).hasSize(1);
    }

    @Test
    void applicationWithAccountGetsNone() {
        System.setProperty(FreshsalesDevServiceProcessor.DOMAIN, "acme");

        assertThat(services(Map.of())).isEmpty();
    }

    @Test
    void noneStartsWhereItIsTurnedOff() {
        assertThat(services(Map.of("quarkus.camel.freshsales.devservices.enabled", "false")))
                .isEmpty();
    }

    @Test
    void portCanBeChosen() throws IOException {
        String port = String.valueOf(freePort());

        DevServicesResultBuildItem service = services(Map.of("quarkus.camel.freshsales.devservices.port", port))
                .get(0);
        try (SimulatorService simulator =
                (SimulatorService) service.getStartableSupplier().get()) {
            simulator.start();

            assertThat(service.getConfig(simulator))
                    .containsEntry("camel.component.freshsales.domain", "http://localhost:" + port + "/crm/sales")
                    .containsEntry("camel.component.freshsales.api-key", simulator.apiKey());
        }
    }

    private static List<DevServicesResultBuildItem> services(Map<String, String> properties) {
        FreshsalesBuildTimeConfig config = new SmallRyeConfigBuilder()
                .withMapping(FreshsalesBuildTimeConfig.class)
                .withDefaultValues(properties)
                .build()
                .getConfigMapping(FreshsalesBuildTimeConfig.class);
        List<DevServicesResultBuildItem> services = new ArrayList<>();
        new FreshsalesDevServiceProcessor().simulator(config, TEST, services::add);
        return services;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
