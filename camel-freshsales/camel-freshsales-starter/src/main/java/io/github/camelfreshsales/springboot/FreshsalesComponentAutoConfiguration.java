// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.springboot;

import io.github.camelfreshsales.component.FreshsalesComponent;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.ComponentCustomizer;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.apache.camel.spring.boot.util.CamelPropertiesHelper;
import org.apache.camel.spring.boot.util.ConditionalOnCamelContextAndAutoConfigurationBeans;
import org.apache.camel.spring.boot.util.ConditionalOnHierarchicalProperties;
import org.apache.camel.spring.boot.util.HierarchicalPropertiesEvaluator;
import org.apache.camel.support.PropertyBindingSupport;
import org.apache.camel.support.service.ServiceHelper;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Lazy;

/**
 * Sets {@code camel.component.freshsales.*} on the component of that name. Another instance, for a second account, is a bean
 * of another name, and is left as it is.
 */
@AutoConfiguration(after = CamelAutoConfiguration.class)
@Conditional(ConditionalOnCamelContextAndAutoConfigurationBeans.class)
@ConditionalOnHierarchicalProperties({"camel.component", "camel.component.freshsales"})
@EnableConfigurationProperties(FreshsalesComponentConfiguration.class)
public class FreshsalesComponentAutoConfiguration {

    private static final String NAME = "freshsales";

    @Bean
    @Lazy
    ComponentCustomizer freshsalesComponentCustomizer(
            ApplicationContext application, CamelContext context, FreshsalesComponentConfiguration configuration) {
        return ComponentCustomizer.builder(FreshsalesComponent.class)
                .withCondition((name, component) -> name.equals(NAME) && isEnabled(application))
                .build(component -> configure(context, configuration, component));
    }

    private static boolean isEnabled(ApplicationContext application) {
        return HierarchicalPropertiesEvaluator.evaluate(
                application, "camel.component.customizer", "camel.component.freshsales.customizer");
    }

    /** Fails when a value cannot be set. */
    private static void configure(
            CamelContext context, FreshsalesComponentConfiguration configuration, FreshsalesComponent component) {
        ServiceHelper.buildService(component);
        PropertyBindingSupport.build()
                .withCamelContext(context)
                .withTarget(component)
                .withProperties(CamelPropertiesHelper.getNonNullProperties(context, configuration))
                .withConfigurer(component.getComponentPropertyConfigurer())
                .withMandatory(true)
                .bind();
    }
}
