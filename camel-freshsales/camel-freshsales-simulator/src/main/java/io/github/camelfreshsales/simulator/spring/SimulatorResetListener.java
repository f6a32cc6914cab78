// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.spring;

import io.github.camelfreshsales.simulator.FreshsalesSimulator;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/** Gives each test an account as it was at first. Spring's tests find it in {@code META-INF/spring.factories}. */
final class SimulatorResetListener implements TestExecutionListener {

    @Override
    public void beforeTestMethod(TestContext test) {
        if (SimulatorContextCustomizerFactory.isOnSimulator(test.getTestClass())) {
            test.getApplicationContext().getBean(FreshsalesSimulator.class).reset();
        }
    }
}
