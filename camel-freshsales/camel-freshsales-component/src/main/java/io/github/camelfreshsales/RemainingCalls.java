// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales;

import java.time.Duration;

/**
 * The calls that an account has left in this hour, according to a response.
 *
 * @param calls    how many calls are left
 * @param reset    the time until the limit resets, or null if the response does not contain it
 * @param underWay the calls of this process that are under way, which the service may not have counted yet
 */
public record RemainingCalls(int calls, Duration reset, int underWay) {}
