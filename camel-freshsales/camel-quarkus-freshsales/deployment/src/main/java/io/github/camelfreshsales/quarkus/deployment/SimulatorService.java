// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.quarkus.deployment;

import io.github.camelfreshsales.simulator.FreshsalesSimulator;
import io.github.camelfreshsales.simulator.FreshsalesSimulatorBuilder;
import io.quarkus.deployment.builditem.Startable;

/** A simulated Freshsales that Quarkus starts before the application. It lives in this process and needs no container. */
final class SimulatorService implements Startable {

    private final FreshsalesSimulatorBuilder options;
    private FreshsalesSimulator simulator;

    SimulatorService(FreshsalesSimulatorBuilder options) {
        this.options = options;
    }

    @Override
    public void start() {
        simulator = options.start();
    }

    String domain() {
        return simulator.domain();
    }

    String apiKey() {
        return simulator.apiKey();
    }

    /** Its page, which people can open. */
    @Override
    public String getConnectionInfo() {
        return simulator.pageUrl();
    }

    @Override
    public String getContainerId() {
        return null;
    }

    @Override
    public void close() {
        simulator.close();
    }
}
