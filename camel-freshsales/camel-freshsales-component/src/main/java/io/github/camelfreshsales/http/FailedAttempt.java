// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.http;

/** The failure of a request that was retried: a suppressed exception of the last failure. */
final class FailedAttempt extends Exception {

    private static final long serialVersionUID = 1L;

    FailedAttempt(String message) {
        super(message, null, false, false);
    }
}
