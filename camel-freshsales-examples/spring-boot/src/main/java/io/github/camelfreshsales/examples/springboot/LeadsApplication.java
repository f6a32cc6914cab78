// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.examples.springboot;

import io.github.camelfreshsales.simulator.spring.FreshsalesSimulatorInitializer;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Takes leads over HTTP and keeps them in Freshsales, or in a simulator of it when FRESHSALES_DOMAIN is not set. */
@SpringBootApplication
public class LeadsApplication {

    public static void main(String[] args) {
        SpringApplication application = new SpringApplication(LeadsApplication.class);
        if (System.getenv("FRESHSALES_DOMAIN") == null) {
            application.addInitializers(new FreshsalesSimulatorInitializer());
        }
        application.run(args);
    }
}
