// SPDX-License-Identifier: Apache-2.0
/** The simulator for applications of Spring, which bring Spring along. */
package io.github.camelfreshsales.simulator.spring;
