// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.http;

import java.time.Duration;
import java.time.Instant;

/** Reads the Retry-After header, which holds seconds or a date. */
public final class RetryAfter {

    private RetryAfter() {}

    /** The wait that a response asks for, by the service's own clock; null when there is none or it cannot be read. */
    public static Duration of(Response response, Instant now) {
        String value = response.header("Retry-After");
        return value == null ? null : read(value, HeaderTime.now(response, now));
    }

    /** The wait it asks for, from zero to a hundred years; null when there is none or it cannot be read. */
    public static Duration read(String value, Instant now) {
        if (value == null) {
            return null;
        }
        String text = value.trim();
        Duration seconds = HeaderTime.seconds(text);
        Duration wait = seconds == null ? HeaderTime.date(text, now) : seconds;
        return wait != null && wait.isNegative() ? Duration.ZERO : wait;
    }
}
