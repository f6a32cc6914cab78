// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales;

/**
 * The known limits of an account.
 *
 * @param perHour   the calls of an hour
 * @param perMinute the calls of a minute, or 0 when there is no such limit
 * @param reserve   the calls of each hour and minute that are left for others
 */
public record QuotaLimits(int perHour, int perMinute, int reserve) {}
