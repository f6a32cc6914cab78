// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.spring;

import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.context.TestContextAnnotationUtils;

/** Spring's tests find it in {@code META-INF/spring.factories}. */
final class SimulatorContextCustomizerFactory implements ContextCustomizerFactory {

    /** Equal to every other one, so that test classes share an application. */
    private record SimulatorContextCustomizer() implements ContextCustomizer {

        @Override
        public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
            new FreshsalesSimulatorInitializer().initialize(context);
        }
    }

    @Override
    public ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
        return isOnSimulator(testClass) ? new SimulatorContextCustomizer() : null;
    }

    /** Also when the annotation is at the class around a nested one. */
    static boolean isOnSimulator(Class<?> testClass) {
        return TestContextAnnotationUtils.hasAnnotation(testClass, EnableFreshsalesSimulator.class);
    }
}
