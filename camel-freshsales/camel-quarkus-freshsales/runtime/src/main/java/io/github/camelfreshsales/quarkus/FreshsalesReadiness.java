// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.quarkus;

import io.github.camelfreshsales.component.FreshsalesComponent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheck.State;
import org.apache.camel.health.HealthCheckRegistry;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Shows the health checks of Freshsales among those of Quarkus: what Camel's registry has of them, with as many details as
 * {@code camel.health.exposure-level} allows. An account that cannot be used makes the application not ready; a restart
 * would not help, so it stays alive.
 */
@Readiness
@ApplicationScoped
public class FreshsalesReadiness implements org.eclipse.microprofile.health.HealthCheck {

    private static final Map<String, Object> OPTIONS = Map.of(HealthCheck.CHECK_KIND, HealthCheck.Kind.READINESS);

    private final CamelContext context;

    public FreshsalesReadiness(CamelContext context) {
        this.context = context;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckRegistry registry = HealthCheckRegistry.get(context);
        List<HealthCheck.Result> results = registry == null || !registry.isEnabled()
                ? List.of()
                : registry.stream()
                        .filter(check -> check.isReadiness() && !registry.isExcluded(check))
                        .filter(check -> isOurs(check.getId()))
                        .map(check -> check.call(OPTIONS))
                        .toList();
        HealthCheckResponseBuilder response = HealthCheckResponse.named("camel-freshsales")
                .status(results.stream().noneMatch(result -> result.getState() == State.DOWN));
        String exposure = registry == null ? "default" : registry.getExposureLevel();
        results.forEach(result -> show(result, exposure, response));
        return response.build();
    }

    /** Producers are checked once for each account and component, consumers once for each route. */
    private boolean isOurs(String id) {
        Stream<String> accounts = context.getComponentNames().stream()
                .filter(name -> isFreshsales(context.hasComponent(name)))
                .map(name -> "producer:" + name + "-");
        Stream<String> routes = context.getRoutes().stream()
                .filter(route -> isFreshsales(route.getEndpoint().getComponent()))
                .map(route -> "consumer:" + route.getRouteId());
        return accounts.anyMatch(id::startsWith) || routes.anyMatch(id::equals);
    }

    private static boolean isFreshsales(Component component) {
        return component instanceof FreshsalesComponent;
    }

    private static void show(HealthCheck.Result result, String exposure, HealthCheckResponseBuilder response) {
        String id = result.getCheck().getId();
        response.withData(id, result.getState().name());
        boolean inDetail = exposure.equals("full") || exposure.equals("default") && result.getState() == State.DOWN;
        if (inDetail) {
            result.getMessage().ifPresent(message -> response.withData(id + ".message", message));
            result.getDetails().forEach((name, value) -> response.withData(id + "." + name, String.valueOf(value)));
        }
    }
}
