package io.github.camelfreshsales.http;

import java.time.Duration;

/**
 * How often and how long a call is tried.
 *
 * @param maxRetries   how often a request is repeated at the most
 * @param delay        the wait before the first repeat; it doubles with each further one
 * @param maxDelay     the longest such wait
 * @param maxQuotaWait the longest that a call waits, in all, because the service asks it to
 */
public record RetryLimits(int maxRetries, Duration delay, Duration maxDelay, Duration maxQuotaWait) {}
