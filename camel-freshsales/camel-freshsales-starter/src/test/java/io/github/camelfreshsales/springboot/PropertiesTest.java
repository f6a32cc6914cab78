// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.springboot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelfreshsales.FreshsalesConfiguration;
import io.github.camelfreshsales.ResultMode;
import io.github.camelfreshsales.component.FreshsalesComponent;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** What becomes of the properties of an application. */
class PropertiesTest {

    private static final String PREFIX = "camel.component.freshsales.";

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withConfiguration(
                    AutoConfigurations.of(CamelAutoConfiguration.class, FreshsalesComponentAutoConfiguration.class))
            .withPropertyValues(PREFIX + "domain=acme", PREFIX + "api-key=a+key");

    private static FreshsalesComponent component(AssertableApplicationContext application) {
        return application.getBean(CamelContext.class).getComponent("freshsales", FreshsalesComponent.class);
    }

    /** The application has started; its component has the values. */
    private static void check(AssertableApplicationContext application, Consumer<FreshsalesComponent> requirements) {
        assertThat(application).hasNotFailed();
        assertThat(component(application)).satisfies(requirements);
    }

    @Test
    void valuesOfEveryKindReachTheComponent() {
        application
                .withBean("cursors", StateRepository.class, MemoryStateRepository::new)
                .withPropertyValues(
                        PREFIX + "call-timeout=90s",
                        PREFIX + "overlap=2m",
                        PREFIX + "requestsPerHour=5000",
                        PREFIX + "result-mode=summary",
                        PREFIX + "output-type=java.util.TreeMap",
                        PREFIX + "http-headers.X-Tenant=north",
                        PREFIX + "state-repository=#cursors")
                .run(started -> check(started, component -> {
                    FreshsalesConfiguration configuration = component.getConfiguration();
                    assertThat(configuration.getDomain()).isEqualTo("acme");
                    assertThat(configuration.getApiKey()).isEqualTo("a+key");
                    assertThat(component.getCallTimeout()).isEqualTo(90_000);
                    assertThat(configuration.getOverlap()).isEqualTo(120_000);
                    assertThat(component.getRequestsPerHour()).isEqualTo(5_000);
                    assertThat(configuration.getResultMode()).isEqualTo(ResultMode.summary);
                    assertThat(configuration.getOutputType()).isEqualTo(TreeMap.class);
                    assertThat(configuration.getHttpHeaders()).isEqualTo(Map.of("X-Tenant", "north"));
                    assertThat(configuration.getStateRepository()).isSameAs(started.getBean("cursors"));
                }));
    }

    @Test
    void whatIsNotSetStaysAsTheComponentHasIt() {
        FreshsalesComponent plain = new FreshsalesComponent();

        application.run(started -> check(started, component -> {
            assertThat(component.getCallTimeout()).isEqualTo(plain.getCallTimeout());
            assertThat(component.getConfiguration())
                    .usingRecursiveComparison()
                    .ignoringFields("domain", "apiKey")
                    .isEqualTo(plain.getConfiguration());
        }));
    }

    @Test
    void beanThatIsMissingIsAnError() {
        application
                .withPropertyValues(PREFIX + "state-repository=#cursor")
                .run(started -> assertThatThrownBy(() -> component(started)).hasStackTraceContaining("cursor"));
    }

    @Test
    void secondAccountIsABeanOfAnotherName() {
        application
                .withBean("partners", FreshsalesComponent.class, FreshsalesComponent::new)
                .run(started -> check(started, component -> {
                    FreshsalesComponent partners =
                            started.getBean(CamelContext.class).getComponent("partners", FreshsalesComponent.class);
                    assertThat(partners).isNotSameAs(component);
                    assertThat(partners.getConfiguration().getDomain()).isNull();
                }));
    }

    @Test
    void applicationMayTurnTheStarterOff() {
        application
                .withPropertyValues(PREFIX + "enabled=false")
                .run(started -> check(started, component -> assertThat(
                                component.getConfiguration().getDomain())
                        .isNull()));
    }
}
