// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator;

/** How the quota counts its hour and its minute. Which of them the service does is not known. */
public enum QuotaWindows {
    /** From the top of the hour and of the minute: everything is allowed again at once. */
    FIXED,
    /** From the first request after the last window has ended, as a counter does that expires. */
    FROM_FIRST_REQUEST,
    /** At any moment the requests of the last hour and minute count: what was used comes back one by one. */
    SLIDING
}
