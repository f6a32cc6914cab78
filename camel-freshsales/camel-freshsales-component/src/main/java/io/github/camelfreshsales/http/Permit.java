// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.http;

import java.time.Duration;

/**
 * The permit for a call to go now, or how long to wait before asking again.
 *
 * @param number the number of the call among those of the account
 * @param delay  zero if the call can go
 * @param waits  how long the call has waited
 */
record Permit(long number, Duration delay, WaitTimes waits) {

    static Permit of(long number) {
        return new Permit(number, Duration.ZERO, WaitTimes.NONE);
    }

    static Permit notBefore(Duration delay) {
        return new Permit(-1, delay, WaitTimes.NONE);
    }

    /** The same after a wait. */
    Permit after(WaitTimes waited) {
        return new Permit(number, delay, waited);
    }

    boolean isGranted() {
        return number >= 0;
    }
}
