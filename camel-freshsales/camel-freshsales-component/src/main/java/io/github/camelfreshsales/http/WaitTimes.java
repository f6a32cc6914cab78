// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.http;

import java.time.Duration;

/**
 * How long a call has waited before its requests went out.
 *
 * @param quota      for quota, be it before a request or after a 429
 * @param connection for a connection to become free
 * @param retry      before a retry after any other failure
 */
public record WaitTimes(Duration quota, Duration connection, Duration retry) {

    public static final WaitTimes NONE = new WaitTimes(Duration.ZERO, Duration.ZERO, Duration.ZERO);

    static WaitTimes ofQuota(Duration time) {
        return time.isZero() ? NONE : new WaitTimes(time, Duration.ZERO, Duration.ZERO);
    }

    static WaitTimes ofConnection(Duration time) {
        return time.isZero() ? NONE : new WaitTimes(Duration.ZERO, time, Duration.ZERO);
    }

    static WaitTimes ofRetry(Duration time) {
        return time.isZero() ? NONE : new WaitTimes(Duration.ZERO, Duration.ZERO, time);
    }

    public Duration total() {
        return quota.plus(connection).plus(retry);
    }

    /** Both together. */
    public WaitTimes plus(WaitTimes more) {
        if (more == NONE) {
            return this;
        }
        return this == NONE
                ? more
                : new WaitTimes(quota.plus(more.quota), connection.plus(more.connection), retry.plus(more.retry));
    }
}
