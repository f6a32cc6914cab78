// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FreshsalesSimulatorExtension.class)
class InjectedSimulatorTest {

    @Test
    void simulatorComesAsAParameter(FreshsalesSimulator simulator) {
        assertThat(simulator.wireMock().isRunning()).isTrue();
    }
}
