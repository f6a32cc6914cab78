// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.http;

/** What became of a request that was repeated; it stands among the suppressed exceptions of the last one. */
final class FailedAttempt extends Exception {

    private static final long serialVersionUID = 1L;

    FailedAttempt(String message) {
        super(message, null, false, false);
    }
}
