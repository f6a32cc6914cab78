// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Runs a simulator for the tests of a class. In a static field, or by {@code @ExtendWith}, one runs for the whole class and
 * is reset before each test; in an instance field each test has its own. Test methods may take it as a parameter. Jobs of
 * bulk upserts have ended at their first look, unless the options say how long they take.
 */
public final class FreshsalesSimulatorExtension
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback, ParameterResolver {

    private final FreshsalesSimulatorBuilder options;
    private FreshsalesSimulator simulator;
    private String owner;
    private String apiKey;

    public FreshsalesSimulatorExtension() {
        this(FreshsalesSimulator.builder());
    }

    public FreshsalesSimulatorExtension(FreshsalesSimulatorBuilder options) {
        this.options = options.jobsEndAtOnceUnlessGiven();
    }

    /** The running simulator. */
    public FreshsalesSimulator simulator() {
        return simulator;
    }

    /** A key of this test alone, so that nothing counts that a client has learned in another one. */
    public String apiKey() {
        if (apiKey == null) {
            apiKey = simulator.newApiKey();
        }
        return apiKey;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        startFor(context);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        apiKey = null;
        if (!startFor(context)) {
            simulator.reset();
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        stopFor(context);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        stopFor(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == FreshsalesSimulator.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return simulator;
    }

    /** Nested classes share what the outer one started. */
    private boolean startFor(ExtensionContext context) {
        if (simulator != null) {
            return false;
        }
        simulator = options.start();
        owner = context.getUniqueId();
        return true;
    }

    private void stopFor(ExtensionContext context) {
        if (context.getUniqueId().equals(owner)) {
            simulator.close();
            simulator = null;
            owner = null;
        }
    }
}
