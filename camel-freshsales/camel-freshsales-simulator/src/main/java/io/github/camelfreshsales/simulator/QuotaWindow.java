// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator;

import java.time.Duration;
import java.time.Instant;

/**
 * What is used of one window of the quota.
 *
 * @param length an hour or a minute
 * @param limit requests that the window allows
 * @param start when it began; of a sliding one, when the oldest request was made that still counts
 * @param used requests that were made in it
 */
public record QuotaWindow(Duration length, long limit, Instant start, long used) {

    public boolean isFull() {
        return used >= limit;
    }

    public long remaining() {
        return limit - used;
    }

    /** When all of it, or of a sliding one the first request, is allowed again. */
    public Instant end() {
        return start.plus(length);
    }
}
