// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.web;

/** Answers a request. Authentication, scripted trouble and the like are handlers around the next one. */
@FunctionalInterface
public interface ApiHandler {

    ApiResponse handle(ApiRequest request);
}
