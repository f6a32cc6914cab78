package io.github.camelfreshsales.http;

import java.time.Duration;

/**
 * That a call may go now, or how long it is not worth asking again.
 *
 * @param number the number of the call among those of the account
 * @param delay  zero when the call may go
 */
record Permit(long number, Duration delay) {

    static Permit of(long number) {
        return new Permit(number, Duration.ZERO);
    }

    static Permit notBefore(Duration delay) {
        return new Permit(-1, delay);
    }

    boolean isGranted() {
        return number >= 0;
    }
}
