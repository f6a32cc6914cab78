// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator;

/** What {@code Retry-After} says when the quota is used up. */
public enum RetryAfterForm {
    /** The header is not there. */
    ABSENT,
    /** The seconds until the window ends. */
    SECONDS,
    /** The end of the window as an HTTP date. */
    HTTP_DATE,
    /** One second, most often too early. */
    SMALL,
    /** A whole day. */
    HUGE,
    /** Neither a number nor a date. */
    BROKEN
}
