// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.http;

import java.time.Duration;

/**
 * How often and how long a call is tried.
 *
 * @param maxRetries      how often a request is repeated at the most
 * @param delay           the wait before the first repeat; it doubles with each further one
 * @param maxDelay        the longest such wait
 * @param maxQuotaWait    the longest that a call waits, in all, because the service asks it to
 * @param responseTimeout the longest silence before an answer
 */
public record RetryLimits(
        int maxRetries, Duration delay, Duration maxDelay, Duration maxQuotaWait, Duration responseTimeout) {

    /**
     * How long after the beginning of a call its last repeat may begin: time for every wait, and for one request without
     * an answer. Without it a slow service could hold a call for as many timeouts as there are repeats.
     */
    Duration longest() {
        return maxQuotaWait.plus(maxDelay.multipliedBy(maxRetries)).plus(responseTimeout);
    }
}
