// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales;

import java.time.Duration;

/**
 * The calls that an account has left of its hour, as a response said.
 *
 * @param calls    how many calls are left
 * @param reset    the time until all of them come back, or null when the response did not say
 * @param underWay the calls of this process that are under way, which the service may not have counted yet
 */
public record RemainingCalls(int calls, Duration reset, int underWay) {}
