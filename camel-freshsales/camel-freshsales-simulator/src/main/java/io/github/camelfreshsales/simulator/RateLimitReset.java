// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator;

/** How {@code X-RateLimit-Reset} says when a window of the quota ends. */
public enum RateLimitReset {
    /** {@code ddMMyyHHmmss} in UTC, the form that one client was seen to read. */
    DAY_TO_SECOND,
    EPOCH_SECONDS,
    SECONDS_LEFT,
    /** {@code 2024-03-05T15:00:00Z} */
    ISO,
    /** The header is not there. */
    ABSENT
}
