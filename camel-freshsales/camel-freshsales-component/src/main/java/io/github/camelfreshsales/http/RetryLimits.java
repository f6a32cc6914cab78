// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.http;

import java.time.Duration;

/**
 * How often and how long a call is tried.
 *
 * @param maxRetries      how often a request is retried at most
 * @param delay           the wait before the first retry; it doubles with each further one
 * @param maxDelay        the longest such wait
 * @param maxQuotaWait    the longest that a call waits, in all, because the service asks it to
 * @param responseTimeout the longest silence before a response
 */
public record RetryLimits(
        int maxRetries, Duration delay, Duration maxDelay, Duration maxQuotaWait, Duration responseTimeout) {

    /**
     * How long after the start of a call its last retry may start: time for every wait, and for one request without a
     * response. Without this limit, a slow service could hold a call for as many timeouts as there are retries.
     */
    Duration longest() {
        return maxQuotaWait.plus(maxDelay.multipliedBy(maxRetries)).plus(responseTimeout);
    }
}
