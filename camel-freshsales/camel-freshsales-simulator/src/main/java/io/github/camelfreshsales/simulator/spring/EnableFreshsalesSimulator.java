// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.spring;

import io.github.camelfreshsales.simulator.FreshsalesSimulator;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets a test of a Spring application run on the simulator: one serves all test classes of the JVM, is reset before each test,
 * and is a bean of the type {@link FreshsalesSimulator}. The component's account is the simulator's, whatever else the
 * application configures.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
public @interface EnableFreshsalesSimulator {}
