// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.quarkus.deployment;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Shows whether its source was compiled anew. */
@Liveness
@ApplicationScoped
public class Reloads implements HealthCheck {

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.up("before");
    }
}
