// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales;

/**
 * The limits of an account that its owner knows.
 *
 * @param perHour   the calls of an hour
 * @param perMinute the calls of a minute, or 0 when there is no such limit
 * @param reserve   the calls of each of them that are left to others
 */
public record QuotaLimits(int perHour, int perMinute, int reserve) {}
