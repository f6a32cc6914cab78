// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator;

import java.time.Duration;

/**
 * The quota of an account and how it is told.
 *
 * @param perHour requests an hour, 0 for as many as one likes
 * @param perMinute requests a minute, 0 for as many as one likes
 * @param hour how long an hour of the quota lasts
 */
record QuotaSettings(
        long perHour,
        long perMinute,
        Duration hour,
        QuotaWindows windows,
        RateLimitReset reset,
        RetryAfterForm retryAfter) {

    static final QuotaSettings NONE = new QuotaSettings(
            0, 0, Duration.ofHours(1), QuotaWindows.FIXED, RateLimitReset.DAY_TO_SECOND, RetryAfterForm.ABSENT);

    QuotaSettings {
        if (perHour < 0 || perMinute < 0) {
            throw new IllegalArgumentException("A quota is a number of requests, or 0 for none");
        }
        if (hour.toSeconds() < 1) {
            throw new IllegalArgumentException("An hour of the quota lasts a second at least");
        }
    }

    QuotaSettings limitedTo(long newPerHour, long newPerMinute) {
        return new QuotaSettings(newPerHour, newPerMinute, hour, windows, reset, retryAfter);
    }

    QuotaSettings with(Duration newHour) {
        return new QuotaSettings(perHour, perMinute, newHour, windows, reset, retryAfter);
    }

    QuotaSettings with(QuotaWindows newWindows) {
        return new QuotaSettings(perHour, perMinute, hour, newWindows, reset, retryAfter);
    }

    QuotaSettings with(RateLimitReset newReset) {
        return new QuotaSettings(perHour, perMinute, hour, windows, newReset, retryAfter);
    }

    QuotaSettings with(RetryAfterForm newRetryAfter) {
        return new QuotaSettings(perHour, perMinute, hour, windows, reset, newRetryAfter);
    }
}
