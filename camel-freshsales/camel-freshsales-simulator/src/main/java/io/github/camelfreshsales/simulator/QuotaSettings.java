package io.github.camelfreshsales.simulator;

/**
 * The quota of an account and how it is told.
 *
 * @param perHour requests an hour, 0 for as many as one likes
 * @param perMinute requests a minute, 0 for as many as one likes
 */
record QuotaSettings(
        long perHour, long perMinute, QuotaWindows windows, RateLimitReset reset, RetryAfterForm retryAfter) {

    static final QuotaSettings NONE =
            new QuotaSettings(0, 0, QuotaWindows.FIXED, RateLimitReset.DAY_TO_SECOND, RetryAfterForm.ABSENT);

    QuotaSettings {
        if (perHour < 0 || perMinute < 0) {
            throw new IllegalArgumentException("A quota is a number of requests, or 0 for none");
        }
    }

    QuotaSettings limitedTo(long newPerHour, long newPerMinute) {
        return new QuotaSettings(newPerHour, newPerMinute, windows, reset, retryAfter);
    }

    QuotaSettings with(QuotaWindows newWindows) {
        return new QuotaSettings(perHour, perMinute, newWindows, reset, retryAfter);
    }

    QuotaSettings with(RateLimitReset newReset) {
        return new QuotaSettings(perHour, perMinute, windows, newReset, retryAfter);
    }

    QuotaSettings with(RetryAfterForm newRetryAfter) {
        return new QuotaSettings(perHour, perMinute, windows, reset, newRetryAfter);
    }
}
